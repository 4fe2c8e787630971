using System.Globalization;
using System.Text;
using Huodi.App.Filing;
using Huodi.Store.GeoPackage.Files;
using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;

namespace Huodi.Store.GeoPackage;

/// <summary>Writes a delivery schema's rows as one layer of a new GeoPackage, named after the schema, its columns by their Chinese names.</summary>
public sealed class FilingGeoPackage : IFilingWriter
{
    private readonly FilingProfile _profile;
    private readonly DateTimeOffset _moment;
    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _transaction;
    private readonly Statement _insert;
    private readonly Envelope _bounds = new();

    /// <summary>Makes the file, which must not exist.</summary>
    public FilingGeoPackage(string path, FilingProfile profile, DateTimeOffset moment)
    {
        (_profile, _moment) = (profile, moment);
        _connection = Connections.OpenWriter(path, SqliteOpenMode.ReadWriteCreate);
        _transaction = _connection.BeginTransaction(deferred: false);
        Migrations.Run(_connection, _transaction, "Migrations/0001_geopackage.sql");
        using (var create = new Statement(_connection, Create(), _transaction)) _ = create.Run();
        using (var describe = new Statement(
            _connection,
            """
            INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES ($1, 'features', $1, $2, 4490);
            INSERT INTO gpkg_geometry_columns VALUES ($1, 'geom', 'MULTIPOLYGON', 4490, 0, 0);
            """,
            _transaction))
        {
            _ = describe.Run(profile.Title, $"{profile.Id} 版本 {profile.Version}");
        }

        var marks = string.Join(", ", Enumerable.Range(1, profile.Fields.Count + 1).Select(n => "$" + n.ToString(CultureInfo.InvariantCulture)));
        _insert = new(
            _connection, $"INSERT INTO \"{Table}\" (geom, {string.Join(", ", profile.Fields.Select(f => $"\"{f.Name}\""))}) VALUES ({marks})", _transaction);
    }

    private string Table => _profile.Title.Replace("\"", "", StringComparison.Ordinal);

    /// <inheritdoc/>
    public void Write(FilingRow row)
    {
        var shape = row.Subject.Shape is { IsEmpty: false } drawn ? drawn : null;
        if (shape is not null) _bounds.ExpandToInclude(shape.EnvelopeInternal);
        _ = _insert.Run([shape is null ? null : GeoPackageBinary.Write(shape), .. row.Values.Select(Value)]);
    }

    /// <inheritdoc/>
    public void Finish()
    {
        if (!_bounds.IsNull) Layers.Extend(_connection, _transaction, Table, _bounds, _moment);
        _transaction.Commit();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _insert.Dispose();
        _transaction.Dispose();
        _connection.Dispose();
    }

    private static object? Value(object? value) => value switch
    {
        decimal number => decimal.ToDouble(number),
        DateOnly day => Moments.Text(day),
        _ => value,
    };

    private string Create()
    {
        var sql = new StringBuilder($"CREATE TABLE \"{Table}\" (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom MULTIPOLYGON");
        foreach (var field in _profile.Fields)
        {
            var type = field.Kind switch
            {
                FilingFieldKind.Number => "DOUBLE",
                FilingFieldKind.Date => "DATE",
                FilingFieldKind.Boolean => "BOOLEAN",
                _ => "TEXT",
            };
            _ = sql.Append(CultureInfo.InvariantCulture, $", \"{field.Name}\" {type}");
        }

        return sql.Append(')').ToString();
    }
}
