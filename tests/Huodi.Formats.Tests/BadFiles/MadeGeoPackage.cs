using SQLitePCL;

namespace Huodi.Formats.Tests.BadFiles;

/// <summary>Writes small GeoPackages by hand, sound or broken as a test wants them.</summary>
internal static class MadeGeoPackage
{
    /// <summary>Writes a layer “parcels” of squares, 100 m or 0.001° wide.</summary>
    public static string Write(string path, int epsg, params (double X, double Y)[] corners) =>
        Write(path, epsg, [.. corners.Select(c => Square(c.X, c.Y, Math.Abs(c.X) > 360 ? 100 : 0.001))]);

    public static string Write(string path, int epsg, byte[][] shapes, string extra = "")
    {
        Batteries_V2.Init();
        Assert.Equal(raw.SQLITE_OK, raw.sqlite3_open(path, out var db));
        using (db)
        {
            Run(db, $"""
                PRAGMA application_id=1196444487; PRAGMA user_version=10300;
                CREATE TABLE gpkg_spatial_ref_sys(srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization TEXT, organization_coordsys_id INTEGER, definition TEXT, description TEXT);
                CREATE TABLE gpkg_contents(table_name TEXT PRIMARY KEY, data_type TEXT, identifier TEXT, description TEXT, last_change TEXT, min_x REAL, min_y REAL, max_x REAL, max_y REAL, srs_id INTEGER);
                CREATE TABLE gpkg_geometry_columns(table_name TEXT, column_name TEXT, geometry_type_name TEXT, srs_id INTEGER, z INTEGER, m INTEGER);
                INSERT INTO gpkg_spatial_ref_sys VALUES('crs', {epsg}, 'EPSG', {epsg}, 'undefined', '');
                INSERT INTO gpkg_contents(table_name, data_type, srs_id) VALUES('parcels', 'features', {epsg});
                INSERT INTO gpkg_geometry_columns VALUES('parcels', 'geom', 'GEOMETRY', {epsg}, 0, 0);
                CREATE TABLE parcels(fid INTEGER PRIMARY KEY, geom BLOB, ZDDM TEXT, XZQDM TEXT);
                """);
            for (var i = 0; i < shapes.Length; i++) Run(db, $"INSERT INTO parcels VALUES({i + 1}, x'{Convert.ToHexString(shapes[i])}', 'P{i + 1}', '340111')");
            Run(db, extra);
        }

        return path;
    }

    public static byte[] Square(double x, double y, double size) => Polygon([(x, y), (x + size, y), (x + size, y + size), (x, y + size), (x, y)]);

    public static byte[] Polygon((double X, double Y)[] ring) => Shape(3, bytes =>
    {
        bytes.AddRange(BitConverter.GetBytes(1));
        bytes.AddRange(BitConverter.GetBytes(ring.Length));
        foreach (var (x, y) in ring) bytes.AddRange([.. BitConverter.GetBytes(x), .. BitConverter.GetBytes(y)]);
    });

    /// <summary>A geometry of a WKB kind with what comes behind it.</summary>
    public static byte[] Shape(int kind, Action<List<byte>> rest)
    {
        List<byte> bytes = [(byte)'G', (byte)'P', 0, 1, 0, 0, 0, 0, 1];
        bytes.AddRange(BitConverter.GetBytes(kind));
        rest(bytes);
        return [.. bytes];
    }

    public static void Run(sqlite3 db, string sql)
    {
        if (sql.Length > 0) Assert.True(raw.sqlite3_exec(db, sql) == raw.SQLITE_OK, raw.sqlite3_errmsg(db).utf8_to_string());
    }
}
