using System.Globalization;
using Huodi.App.Registers;
using Huodi.App.Stores;
using Huodi.Domain.Registers;
using Huodi.Policies.Registers;
using Huodi.Store.GeoPackage.Files;
using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;

namespace Huodi.Store.GeoPackage;

/// <summary>
/// One filed version of a register as a GeoPackage file of its own, for QGIS: the layer <c>register</c> with the register's columns under
/// their Chinese headings, and the table <c>register_version</c> with its name and hash.
/// </summary>
public static class RegisterGeoPackage
{
    private const string Identity = "standing, subject, id, name, division, category, reason, origins, doubts, missing, measured_area, generated, row_hash";

    /// <summary>Writes the file under another name and renames it when it is whole; an earlier export at the path is replaced.</summary>
    /// <exception cref="StoreException">The path is a folder or a land database, or cannot be written.</exception>
    public static async Task WriteAsync(string path, RegisterVersion version, IAsyncEnumerable<RegisterEntry> entries, CancellationToken cancellation)
    {
        StoreFile.CheckReplaceable(path);
        await Connections.CreateAsync(
            path,
            replace: true,
            async connection =>
            {
                using var transaction = connection.BeginTransaction(deferred: false);
                Migrations.Run(connection, transaction, "Migrations/0001_geopackage.sql");
                Migrations.Run(connection, transaction, "Registers/register.sql");
                AddColumns(connection, transaction, version.Columns);
                WriteHead(connection, transaction, version);
                await WriteRowsAsync(connection, transaction, version, entries, cancellation);
                transaction.Commit();
            },
            cancellation);
    }

    private static void AddColumns(SqliteConnection connection, SqliteTransaction transaction, IReadOnlyList<RegisterColumn> columns)
    {
        foreach (var column in columns)
        {
            using var add = new Statement(connection, $"ALTER TABLE register ADD COLUMN {Quoted(column)} TEXT", transaction);
            _ = add.Run();
        }
    }

    private static void WriteHead(SqliteConnection connection, SqliteTransaction transaction, RegisterVersion version)
    {
        using var insert = new Statement(connection, "INSERT INTO register_version VALUES (1, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)", transaction);
        _ = insert.Run(
            version.Number, version.RegisterName, version.Name, version.Region.Digits, Moments.Text(version.AsOf), Moments.Text(version.FiledAt),
            version.FiledBy, version.Document, version.Entered, version.Suspected, version.Hash);
        using var title = new Statement(connection, "UPDATE gpkg_contents SET identifier = $1 WHERE table_name = 'register'", transaction);
        _ = title.Run(version.Name);
    }

    private static async Task WriteRowsAsync(
        SqliteConnection connection, SqliteTransaction transaction, RegisterVersion version, IAsyncEnumerable<RegisterEntry> entries, CancellationToken cancellation)
    {
        var names = $"geom, {Identity}{string.Concat(version.Columns.Select(c => $", {Quoted(c)}"))}";
        var places = string.Join(", ", Enumerable.Range(1, 14 + version.Columns.Count).Select(n => $"${n.ToString(CultureInfo.InvariantCulture)}"));
        using var insert = new Statement(connection, $"INSERT INTO register ({names}) VALUES ({places})", transaction);
        var bounds = new Envelope();
        await foreach (var entry in entries.WithCancellation(cancellation))
        {
            if (entry.Shape is not null) bounds.ExpandToInclude(entry.Shape.EnvelopeInternal);
            object?[] values =
            [
                entry.Shape is null ? null : GeoPackageBinary.Write(entry.Shape), RegisterWords.Chinese(entry.Standing),
                RegisterWords.Chinese(entry.Subject), entry.Id, entry.Name, entry.Division.Digits, entry.Category, entry.Reason,
                string.Join('；', entry.Origins.Select(o => o.Words)), string.Join('；', entry.Doubts), string.Join('；', entry.Missing),
                entry.MeasuredArea is { } area ? (double)area.SquareMetres : null, entry.IsGenerated,
                RegisterSeal.OfRow(RegisterEntryText.Write(entry), entry.Shape),
                .. version.Columns.Select(c => RegisterCells.Text(entry.Facts, c) is { Length: > 0 } text ? text : null),
            ];
            _ = insert.Run(values);
        }

        if (!bounds.IsNull) Layers.Extend(connection, transaction, "register", bounds, version.FiledAt);
    }

    /// <summary>A heading as a column's name. Headings come from the declaration; a quotation mark in one stays one.</summary>
    private static string Quoted(RegisterColumn column) => $"\"{RegisterCells.Heading(column).Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
