using Huodi.App.Stores;
using Huodi.Domain.Codes;
using Huodi.Domain.Grants;
using Huodi.Store.GeoPackage.Files;
using Microsoft.Data.Sqlite;

namespace Huodi.Store.GeoPackage.Tables;

/// <summary>The attributes table <c>grant_result</c>.</summary>
internal sealed class GrantTable(SqliteConnection connection, SqliteTransaction transaction)
    : ItemTable<Grant>(connection, transaction, InsertSql, Select + " WHERE number = $1")
{
    public const string Select = "SELECT number, name, division, division_name, parcel_id, facts FROM grant_result";
    private const string InsertSql = """
        INSERT INTO grant_result (number, name, division, division_name, parcel_id, facts, area_hundredths, batch_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (number) DO NOTHING
        """;

    public static Grant Read(SqliteDataReader reader) => new(
        reader.GetString(0),
        reader.GetString(1),
        DivisionCode.Parse(reader.GetString(2)),
        reader.GetString(3),
        reader.IsDBNull(4) ? null : reader.GetString(4),
        FactSheetJson.Read(reader.GetString(5)));

    protected override int Insert(Statement statement, Grant item, long batch) => statement.Run(
        item.Number,
        item.Name,
        item.Division.Digits,
        item.DivisionName,
        item.ParcelId,
        FactSheetJson.Write(item.Facts, batch),
        RegisteredArea.Hundredths(item.Facts),
        batch);

    protected override Grant Map(SqliteDataReader reader) => Read(reader);
}
