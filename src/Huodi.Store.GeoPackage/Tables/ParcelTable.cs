using Huodi.App.Stores;
using Huodi.Domain.Codes;
using Huodi.Domain.Measures;
using Huodi.Domain.Parcels;
using Microsoft.Data.Sqlite;

namespace Huodi.Store.GeoPackage.Tables;

/// <summary>The feature table <c>parcel</c>.</summary>
internal static class ParcelTable
{
    public const string Select = "SELECT id, name, division, geom, generated, facts, measured_hundredths, source_crs, retired_by FROM parcel";

    public const string Insert = """
        INSERT INTO parcel (id, name, division, geom, generated, facts, area_hundredths, measured_hundredths, source_crs, batch_id)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) ON CONFLICT (id) DO NOTHING
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
}
