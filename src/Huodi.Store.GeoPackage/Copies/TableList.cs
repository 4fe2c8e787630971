using Huodi.App.Stores.Copies;
using Huodi.Store.GeoPackage.Files;
using Microsoft.Data.Sqlite;

namespace Huodi.Store.GeoPackage.Copies;

/// <summary>The tables of a store as SQLite describes them.</summary>
internal static class TableList
{
    /// <summary>Every table but SQLite's, the GeoPackage's and the R-tree's own and the record of migrations.</summary>
    public static IReadOnlyList<StoreTable> Read(SqliteConnection connection, SqliteTransaction? transaction = null)
    {
        const string Names = """
            SELECT name FROM sqlite_master WHERE type = 'table' AND name != 'huodi_migration'
              AND name NOT LIKE 'gpkg\_%' ESCAPE '\' AND name NOT LIKE 'rtree\_%' ESCAPE '\' AND name NOT LIKE 'sqlite\_%' ESCAPE '\'
            ORDER BY name
            """;
        return [.. List(Names, [], r => r.GetString(0)).Select(Table)];

        StoreTable Table(string name)
        {
            var columns = List("SELECT name, type, pk FROM pragma_table_info($1)", [name], r => (r.GetString(0), r.GetString(1), r.GetInt32(2)));
            var keys = columns.Count(c => c.Item3 > 0);
            return new StoreTable(
                name,
                [.. columns.Select(c => new StoreColumn(c.Item1, Kind(c.Item2), keys == 1 && c.Item3 == 1 && c.Item2 == "INTEGER" && c.Item1 is "id" or "fid"))],
                List("SELECT DISTINCT \"table\" FROM pragma_foreign_key_list($1)", [name], r => r.GetString(0)));
        }

        List<T> List<T>(string sql, object[] values, Func<SqliteDataReader, T> map)
        {
            using var statement = new Statement(connection, sql, transaction);
            using var reader = statement.Query(values);
            var list = new List<T>();
            while (reader.Read()) list.Add(map(reader));
            return list;
        }
    }

    private static CellKind Kind(string type) => type.ToUpperInvariant() switch
    {
        "INTEGER" => CellKind.Whole,
        "REAL" or "DOUBLE" => CellKind.Real,
        "BOOLEAN" => CellKind.Truth,
        "DATE" => CellKind.Day,
        "DATETIME" => CellKind.Moment,
        "BLOB" => CellKind.Bytes,
        "GEOMETRY" or "POINT" or "LINESTRING" or "POLYGON" or "MULTIPOINT" or "MULTILINESTRING" or "MULTIPOLYGON" => CellKind.Shape,
        _ => CellKind.Text,
    };
}
