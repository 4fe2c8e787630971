using Huodi.Formats.Files;

namespace Huodi.Formats.Sources.GeoPackage;

/// <summary>Reads what a GeoPackage says it holds, and picks the layer to read.</summary>
internal static class GeoPackageContents
{
    /// <exception cref="FileRefusedException">GPKG_NO_CONTENTS, GPKG_VIEW, SOURCE_LAYERS, SOURCE_LAYER_UNKNOWN.</exception>
    public static GeoPackageLayer Pick(ReadOnlyDatabase database, string file, string? wanted)
    {
        var tables = database.All("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')", s => ReadOnlyDatabase.Text(s, 0))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (!tables.Contains("gpkg_contents") || !tables.Contains("gpkg_geometry_columns") || !tables.Contains("gpkg_spatial_ref_sys"))
        {
            throw new FileRefusedException("GPKG_NO_CONTENTS", $"{file} 是 SQLite 数据库，但没有 GeoPackage 的目录表（gpkg_contents）。", "用 QGIS 或 ogr2ogr 导出为标准的 GeoPackage 后再导入。");
        }

        var layers = Layers(database);
        var shaped = layers.Where(l => l.Geometry.Length > 0).ToList();
        var picked = LayerChoice.Pick(file, shaped.Count > 0 ? [.. shaped.Select(l => l.Table)] : [.. layers.Select(l => l.Table)], [.. layers.Select(l => l.Table)], wanted);
        RefuseOther(database, picked);
        return layers.First(l => l.Table == picked);
    }

    private static List<GeoPackageLayer> Layers(ReadOnlyDatabase database) => database.All(
        """
        SELECT c.table_name, coalesce(g.column_name, ''), lower(coalesce(s.organization, '')), coalesce(s.organization_coordsys_id, 0), coalesce(s.definition, ''), coalesce(s.srs_name, '')
        FROM gpkg_contents c
        LEFT JOIN gpkg_geometry_columns g ON lower(g.table_name) = lower(c.table_name)
        LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id
        WHERE c.data_type IN ('features', 'attributes') ORDER BY c.table_name
        """,
        s => new GeoPackageLayer(
            ReadOnlyDatabase.Text(s, 0),
            ReadOnlyDatabase.Text(s, 1),
            Reference(ReadOnlyDatabase.Text(s, 2), SQLitePCL.raw.sqlite3_column_int(s, 3), ReadOnlyDatabase.Text(s, 4), ReadOnlyDatabase.Text(s, 5))));

    private static SourceReference Reference(string organization, int code, string definition, string name)
    {
        var epsg = organization == "epsg" && code > 0 ? code : (int?)null;
        var wkt = definition.Length > 0 && definition != "undefined" ? definition : null;
        return epsg is null && wkt is null ? SourceReference.None : new(epsg, wkt, epsg is null ? name : $"EPSG:{epsg}（{name}）");
    }

    private static void RefuseOther(ReadOnlyDatabase database, string table)
    {
        var kinds = database.All("SELECT type, sql FROM sqlite_master WHERE lower(name) = lower(?1)", s => (ReadOnlyDatabase.Text(s, 0), ReadOnlyDatabase.Text(s, 1)), table);
        if (kinds.Count == 0)
        {
            throw new FileRefusedException("GPKG_TABLE_MISSING", $"目录里有图层“{table}”，数据库里却没有这张表。", "文件可能损坏：重新导出后再导入。");
        }

        if (kinds[0] is not ("table", var sql) || sql.StartsWith("CREATE VIRTUAL", StringComparison.OrdinalIgnoreCase))
        {
            throw new FileRefusedException("GPKG_VIEW", $"图层“{table}”是视图，不是表：它的内容由查询算出，行号不固定，没有导入。", "在 QGIS 中把该图层另存为普通的 GeoPackage 图层后再导入。");
        }
    }
}
