using Microsoft.Data.Sqlite;

namespace Huodi.Store.GeoPackage.Files;

/// <summary>Whether a file keeps what a GeoPackage promises of its layers and tables: listed, indexed, and inside the bounds recorded.</summary>
internal static class LayerSoundness
{
    /// <summary>More than the rounding of an R-tree's single-precision bounds at 180°.</summary>
    private const double Rounding = 2e-5;

    /// <summary>What is wrong, in words.</summary>
    public static IEnumerable<string> Check(SqliteConnection connection)
    {
        const string Unlisted = """
            SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN (SELECT table_name FROM gpkg_contents)
              AND name NOT LIKE 'gpkg\_%' ESCAPE '\' AND name NOT LIKE 'rtree\_%' ESCAPE '\' AND name NOT LIKE 'sqlite\_%' ESCAPE '\'
            """;
        foreach (var name in Texts(connection, Unlisted)) yield return $"表 {name} 没有列入 gpkg_contents，QGIS 看不到它";

        const string Missing = "SELECT table_name FROM gpkg_contents WHERE table_name NOT IN (SELECT name FROM sqlite_master WHERE type IN ('table', 'view'))";
        foreach (var name in Texts(connection, Missing)) yield return $"gpkg_contents 列出的表 {name} 不存在，请从备份恢复";

        const string Layers = """
            SELECT c.table_name || '/' || c.column_name FROM gpkg_geometry_columns c
            WHERE EXISTS (SELECT 1 FROM gpkg_extensions e WHERE e.table_name = c.table_name AND e.extension_name = 'gpkg_rtree_index')
            """;
        foreach (var layer in Texts(connection, Layers).Select(l => l.Split('/')))
        {
            if (CheckIndex(connection, layer[0], layer[1]) is { } wrong) yield return wrong;
        }
    }

    private static string? CheckIndex(SqliteConnection connection, string table, string column)
    {
        var tree = $"rtree_{table}_{column}";
        var state = Texts(connection, $"SELECT rtreecheck('{tree}')")[0];
        if (state != "ok") return $"图层 {table} 的空间索引损坏（{state.Split('\n')[0]}），请在 QGIS 中重建空间索引";

        var lacking = Number(connection, $"""
            SELECT (SELECT count(*) FROM {table} t WHERE t.{column} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM {tree}_rowid r WHERE r.rowid = t.fid))
                 + (SELECT count(*) FROM {tree}_rowid r WHERE NOT EXISTS (SELECT 1 FROM {table} t WHERE t.fid = r.rowid))
            """);
        if (lacking != 0) return $"图层 {table} 的空间索引差 {lacking} 条，请在 QGIS 中重建空间索引";

        var outside = Number(connection, $"""
            SELECT count(*) FROM gpkg_contents c, (SELECT min(minx) x0, max(maxx) x1, min(miny) y0, max(maxy) y1 FROM {tree}) b
            WHERE c.table_name = '{table}' AND b.x0 IS NOT NULL AND NOT coalesce(
              c.min_x <= b.x0 + {Text(Rounding)} AND c.max_x >= b.x1 - {Text(Rounding)} AND c.min_y <= b.y0 + {Text(Rounding)} AND c.max_y >= b.y1 - {Text(Rounding)}, 0)
            """);
        return outside == 0 ? null : $"图层 {table} 登记的范围装不下它的全部图形，请在 QGIS 中重算图层范围";
    }

    private static string Text(double number) => number.ToString("R", System.Globalization.CultureInfo.InvariantCulture);

    private static long Number(SqliteConnection connection, string sql)
    {
        using var statement = new Statement(connection, sql);
        return statement.Number();
    }

    private static List<string> Texts(SqliteConnection connection, string sql)
    {
        using var statement = new Statement(connection, sql);
        using var reader = statement.Query();
        var texts = new List<string>();
        while (reader.Read()) texts.Add(reader.GetString(0));
        return texts;
    }
}
