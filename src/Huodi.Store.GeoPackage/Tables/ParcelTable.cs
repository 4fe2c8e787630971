using Huodi.App.Stores;
using Huodi.Domain.Codes;
using Huodi.Domain.Measures;
using Huodi.Domain.Parcels;
using Huodi.Store.GeoPackage.Files;
using Microsoft.Data.Sqlite;

namespace Huodi.Store.GeoPackage.Tables;

/// <summary>The feature table <c>parcel</c>.</summary>
internal sealed class ParcelTable(SqliteConnection connection, SqliteTransaction transaction)
    : ItemTable<Parcel>(connection, transaction, InsertSql, Select + " WHERE id = $1")
{
    public const string Select = "SELECT id, name, division, geom, generated, facts, measured_hundredths, source_crs, retired_by FROM parcel";
    private const string InsertSql = """
        INSERT INTO parcel (id, name, division, geom, generated, facts, area_hundredths, measured_hundredths, source_crs, batch_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (id) DO NOTHING
        """;

    public static Parcel Read(SqliteDataReader reader) => new(
        reader.GetString(0),
        reader.GetString(1),
        DivisionCode.Parse(reader.GetString(2)),
        GeoPackageBinary.Read(reader.GetFieldValue<byte[]>(3)),
        reader.GetBoolean(4),
        FactSheetJson.Read(reader.GetString(5)))
    {
        MeasuredArea = reader.IsDBNull(6) ? null : Area.FromHundredths(reader.GetInt64(6)),
        SourceCrs = reader.IsDBNull(7) ? null : reader.GetString(7),
        RetiredBy = reader.IsDBNull(8) ? null : reader.GetInt64(8),
    };

    protected override int Insert(Statement statement, Parcel item, long batch) => statement.Run(
        item.Id,
        item.Name,
        item.Division.Digits,
        GeoPackageBinary.Write(item.Shape),
        item.IsGenerated,
        FactSheetJson.Write(item.Facts, batch),
        RegisteredArea.Hundredths(item.Facts),
        item.MeasuredArea?.Hundredths,
        item.SourceCrs,
        batch);

    protected override Parcel Map(SqliteDataReader reader) => Read(reader);
}
