using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace Huodi.Bench.Land.Cities;

/// <summary>
/// A GeoPackage (1.3, EPSG:4490) as a district would send it: the layer <c>parcel</c> with its R-tree, and control layers. Written row
/// by row in one pass; memory does not grow with the city.
/// </summary>
internal sealed class CityFile : IDisposable
{
    private const string Wkt4490 = """GEOGCS["China Geodetic Coordinate System 2000",DATUM["China_2000",SPHEROID["CGCS2000",6378137,298.257222101,AUTHORITY["EPSG","1024"]],AUTHORITY["EPSG","1043"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4490"]]""";

    private readonly SqliteConnection _connection;

    private CityFile(SqliteConnection connection) => _connection = connection;

    /// <summary>Makes an empty file, replacing one that is there.</summary>
    public static CityFile Create(string path)
    {
        File.Delete(path);
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        var file = new CityFile(connection);
        file.Run("PRAGMA application_id=1196444487; PRAGMA user_version=10300; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-200000");
        file.Run("""
            CREATE TABLE gpkg_spatial_ref_sys(srs_name TEXT NOT NULL,srs_id INTEGER PRIMARY KEY,organization TEXT NOT NULL,organization_coordsys_id INTEGER NOT NULL,definition TEXT NOT NULL,description TEXT);
            CREATE TABLE gpkg_contents(table_name TEXT PRIMARY KEY,data_type TEXT NOT NULL,identifier TEXT UNIQUE,description TEXT DEFAULT '',last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),min_x DOUBLE,min_y DOUBLE,max_x DOUBLE,max_y DOUBLE,srs_id INTEGER);
            CREATE TABLE gpkg_geometry_columns(table_name TEXT NOT NULL,column_name TEXT NOT NULL,geometry_type_name TEXT NOT NULL,srs_id INTEGER NOT NULL,z TINYINT NOT NULL,m TINYINT NOT NULL,PRIMARY KEY(table_name,column_name));
            CREATE TABLE gpkg_extensions(table_name TEXT,column_name TEXT,extension_name TEXT NOT NULL,definition TEXT NOT NULL,scope TEXT NOT NULL,UNIQUE(table_name,column_name,extension_name));
            INSERT INTO gpkg_spatial_ref_sys VALUES('Undefined Cartesian',-1,'NONE',-1,'undefined',NULL),('Undefined geographic',0,'NONE',0,'undefined',NULL);
            """);
        using var crs = connection.CreateCommand();
        crs.CommandText = "INSERT INTO gpkg_spatial_ref_sys VALUES('CGCS2000',4490,'EPSG',4490,$wkt,NULL)";
        _ = crs.Parameters.AddWithValue("$wkt", Wkt4490);
        _ = crs.ExecuteNonQuery();
        return file;
    }

    /// <summary>A whole city: its parcels, three control layers that cut across them, and three that run along their edges.</summary>
    public static void Write(string path, SyntheticCity city)
    {
        using var file = Create(path);
        _ = file.Add("parcel", SyntheticCity.Columns, city.Parcels().Select(p => (p.Rings, p.Values)));
        file.AddControl("pbf", city.Across("永久基本农田", city.Count / 50, 0.30, 30, 120));
        file.AddControl("redline", city.Across("生态保护红线", city.Count / 500, 0.20, 100, 600));
        file.AddControl("urban", city.Across("城镇开发边界", Math.Max(4, city.Count * 3 / 10_000), 0.10, 500, 3000));
        file.AddControl("pbf_edge", city.AlongEdges("永久基本农田", 16, 3));
        file.AddControl("redline_edge", city.AlongEdges("生态保护红线", 120, 4));
        file.AddControl("urban_edge", city.AlongEdges("城镇开发边界", 1000, 5));
    }

    /// <summary>Adds a layer of polygons with its R-tree and gives the number of its rows.</summary>
    public int Add(string table, IReadOnlyList<(string Name, string Type)> columns, IEnumerable<(IReadOnlyList<double[]> Rings, object[] Values)> rows)
    {
        Run($"CREATE TABLE {table}(fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,geom POLYGON,{string.Join(',', columns.Select(c => $"{c.Name} {c.Type}"))})");
        Run($"CREATE VIRTUAL TABLE rtree_{table}_geom USING rtree(id,minx,maxx,miny,maxy)");
        using var transaction = _connection.BeginTransaction();
        using var insert = Prepare($"INSERT INTO {table} VALUES({Marks(columns.Count + 2)})", columns.Count + 2);
        using var index = Prepare($"INSERT INTO rtree_{table}_geom VALUES({Marks(5)})", 5);
        var (count, extent) = (0, new double[] { 180, -180, 90, -90 });
        foreach (var (rings, values) in rows)
        {
            var blob = Blob(rings, out var bounds);
            Execute(insert, [(long)++count, blob, .. values]);
            Execute(index, [(long)count, bounds[0], bounds[1], bounds[2], bounds[3]]);
            for (var k = 0; k < 4; k++) extent[k] = k % 2 == 0 ? Math.Min(extent[k], bounds[k]) : Math.Max(extent[k], bounds[k]);
        }

        transaction.Commit();
        Run(FormattableString.Invariant($"INSERT INTO gpkg_contents(table_name,data_type,identifier,min_x,max_x,min_y,max_y,srs_id) VALUES('{table}','features','{table}',{extent[0]:R},{extent[1]:R},{extent[2]:R},{extent[3]:R},4490)"));
        Run($"INSERT INTO gpkg_geometry_columns VALUES('{table}','geom','POLYGON',4490,0,0)");
        Run($"INSERT INTO gpkg_extensions VALUES('{table}','geom','gpkg_rtree_index','http://www.geopackage.org/spec120/#extension_rtree','write-only')");
        return count;
    }

    public void Dispose() => _connection.Dispose();

    private void AddControl(string table, IEnumerable<ControlShape> shapes) =>
        _ = Add(table, [("MC", "TEXT")], shapes.Select(s => (s.Rings, new object[] { s.Name })));

    private static string Marks(int count) => string.Join(',', Enumerable.Range(0, count).Select(i => $"$p{i}"));

    private static void Execute(SqliteCommand command, ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i];
        _ = command.ExecuteNonQuery();
    }

    /// <summary>A GeoPackage binary: header, bounds (west, east, south, north), well-known binary.</summary>
    private static byte[] Blob(IReadOnlyList<double[]> rings, out double[] bounds)
    {
        var shell = rings[0];
        bounds = [shell[0], shell[0], shell[1], shell[1]];
        for (var i = 2; i < shell.Length; i += 2)
        {
            (bounds[0], bounds[1]) = (Math.Min(bounds[0], shell[i]), Math.Max(bounds[1], shell[i]));
            (bounds[2], bounds[3]) = (Math.Min(bounds[2], shell[i + 1]), Math.Max(bounds[3], shell[i + 1]));
        }

        var bytes = new byte[49 + rings.Sum(r => 4 + (8 * r.Length))];
        var span = bytes.AsSpan();
        "GP"u8.CopyTo(span);
        span[3] = 0b011;
        BinaryPrimitives.WriteInt32LittleEndian(span[4..], 4490);
        MemoryMarshal.AsBytes(bounds.AsSpan()).CopyTo(span[8..]);
        span[40] = 1;
        BinaryPrimitives.WriteInt32LittleEndian(span[41..], 3);
        BinaryPrimitives.WriteInt32LittleEndian(span[45..], rings.Count);
        var at = 49;
        foreach (var ring in rings)
        {
            BinaryPrimitives.WriteInt32LittleEndian(span[at..], ring.Length / 2);
            MemoryMarshal.AsBytes(ring.AsSpan()).CopyTo(span[(at + 4)..]);
            at += 4 + (8 * ring.Length);
        }

        return bytes;
    }

    private SqliteCommand Prepare(string sql, int parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < parameters; i++) _ = command.Parameters.AddWithValue($"$p{i}", DBNull.Value);
        return command;
    }

    private void Run(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        _ = command.ExecuteNonQuery();
    }
}
