using Huodi.Domain.Codes;
using Huodi.Domain.Districts;
using Huodi.Store.GeoPackage.Files;
using Microsoft.Data.Sqlite;

namespace Huodi.Store.GeoPackage.Tables;

/// <summary>The feature table <c>district</c>.</summary>
internal sealed class DistrictTable(SqliteConnection connection, SqliteTransaction transaction)
    : ItemTable<District>(connection, transaction, InsertSql, Select + " WHERE code = $1")
{
    public const string Select = "SELECT code, name, geom FROM district";
    private const string InsertSql = "INSERT INTO district (code, name, geom, batch_id) VALUES ($1, $2, $3, $4) ON CONFLICT (code) DO NOTHING";

    public static District Read(SqliteDataReader reader) =>
        new(DivisionCode.Parse(reader.GetString(0)), reader.GetString(1), GeoPackageBinary.Read(reader.GetFieldValue<byte[]>(2)));

    protected override int Insert(Statement statement, District item, long batch) =>
        statement.Run(item.Code.Digits, item.Name, GeoPackageBinary.Write(item.Boundary), batch);

    protected override District Map(SqliteDataReader reader) => Read(reader);
}
