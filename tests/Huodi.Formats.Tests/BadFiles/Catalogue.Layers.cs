using System.Text;

namespace Huodi.Formats.Tests.BadFiles;

/// <content>GeoPackages, Shapefiles, drawings.</content>
internal static partial class Catalogue
{
    // 合肥 lies at 117.2°E: on the plane of 117°E 19 km east, on that of 120°E 265 km west of the meridian.
    private static readonly (double X, double Y)[] Bare117 = [(518_950, 3_508_500), (519_950, 3_508_500)];

    private static IEnumerable<BadFile> GeoPackages()
    {
        yield return new("改名.gpkg", "文本改名为 gpkg", "GPKG_NOT_DATABASE", f => Text(f, "改名.gpkg", new string('x', 5000)));
        yield return new("截断.gpkg", "数据库断在中间", "GPKG_CORRUPT", f => Cut(MadeGeoPackage.Write(Path.Combine(f, "截断.gpkg"), 4490, [.. Enumerable.Range(0, 2000).Select(i => MadeGeoPackage.Square(117.2, 31.7, 0.001))]), 0.5));
        yield return new("没有目录.gpkg", "没有 gpkg_contents", "GPKG_NO_CONTENTS", f => MadeGeoPackage.Write(Path.Combine(f, "没有目录.gpkg"), 4490, [], "DROP TABLE gpkg_contents"));
        yield return new("目录为空.gpkg", "目录里没有图层", "SOURCE_NO_LAYER", f => MadeGeoPackage.Write(Path.Combine(f, "目录为空.gpkg"), 4490, [], "DELETE FROM gpkg_contents"));
        yield return new("视图.gpkg", "图层是视图", "GPKG_VIEW", f => MadeGeoPackage.Write(Path.Combine(f, "视图.gpkg"), 4490, [], "ALTER TABLE parcels RENAME TO p; CREATE VIEW parcels AS SELECT * FROM p"));
        yield return new("表不见了.gpkg", "目录里有，表没有", "GPKG_TABLE_MISSING", f => MadeGeoPackage.Write(Path.Combine(f, "表不见了.gpkg"), 4490, [], "DROP TABLE parcels"));
        yield return new("两个图层.gpkg", "有两个图层，不知读哪个", "SOURCE_LAYERS", f => MadeGeoPackage.Write(Path.Combine(f, "两个图层.gpkg"), 4490, [MadeGeoPackage.Square(117.2, 31.7, 0.001)],
            "CREATE TABLE b AS SELECT * FROM parcels; INSERT INTO gpkg_contents(table_name, data_type, srs_id) VALUES('b', 'features', 4490); INSERT INTO gpkg_geometry_columns VALUES('b', 'geom', 'POLYGON', 4490, 0, 0)"));
        yield return new("NaN.gpkg", "坐标是 NaN", "GEO_COORDINATE", f => MadeGeoPackage.Write(Path.Combine(f, "NaN.gpkg"), 4490, [MadeGeoPackage.Polygon([(117.2, 31.7), (double.NaN, 31.7), (117.3, 31.8), (117.2, 31.7)])]));
        yield return new("无穷大.gpkg", "坐标是无穷大", "GEO_COORDINATE", f => MadeGeoPackage.Write(Path.Combine(f, "无穷大.gpkg"), 4490, [MadeGeoPackage.Polygon([(117.2, 31.7), (double.PositiveInfinity, 31.7), (117.3, 31.8), (117.2, 31.7)])]));
        yield return new("点数不符.gpkg", "图形写明的点数比数据多", "GEO_BROKEN", f => MadeGeoPackage.Write(Path.Combine(f, "点数不符.gpkg"), 4490, [MadeGeoPackage.Shape(3, b => b.AddRange([1, 0, 0, 0, 255, 255, 255, 127]))]));
        yield return new("圆弧.gpkg", "图形是曲线面", "GEO_CURVE", f => MadeGeoPackage.Write(Path.Combine(f, "圆弧.gpkg"), 4490, [MadeGeoPackage.Shape(10, b => b.AddRange(BitConverter.GetBytes(1)))]));
        yield return new("空图形.gpkg", "图形没有坐标", "GEO_GEOMETRY_EMPTY", f => MadeGeoPackage.Write(Path.Combine(f, "空图形.gpkg"), 4490, [MadeGeoPackage.Shape(3, b => b.AddRange(BitConverter.GetBytes(0)))]));
        yield return new("带号不对.gpkg", "117° 带的坐标写明是 120° 带", "GEO_PLACE_ZONE", f => MadeGeoPackage.Write(Path.Combine(f, "带号不对.gpkg"), 4549, Bare117));
        yield return new("缺带号.gpkg", "写明是加带号的坐标，实无带号", "GEO_PLACE_NO_PREFIX", f => MadeGeoPackage.Write(Path.Combine(f, "缺带号.gpkg"), 4527, Bare117));
        yield return new("X北Y东.gpkg", "北坐标写在前面", "GEO_PLACE_SWAPPED", f => MadeGeoPackage.Write(Path.Combine(f, "X北Y东.gpkg"), 4548, [.. Bare117.Select(p => (p.Y, p.X))]));
        yield return new("西安80.gpkg", "1980西安坐标系", "GEO_CRS_DATUM", f => MadeGeoPackage.Write(Path.Combine(f, "西安80.gpkg"), 2363, [(39_518_950, 3_508_500)]));
        yield return new("外省.gpkg", "图形不在本市", "GEO_PLACE_ELSEWHERE", f => MadeGeoPackage.Write(Path.Combine(f, "外省.gpkg"), 4490, [(102.7, 25.0)]));
    }

    private static IEnumerable<BadFile> Shapefiles()
    {
        var utf8 = new UTF8Encoding(false);
        yield return new("截断.shp", "图形文件断在中间", "FILE_TRUNCATED", f => Cut(MadeShapefile.Write(f, "截断.shp", ("甲", utf8), ("乙", utf8)), 0.7));
        yield return new("属性截断.shp", "属性表断在中间", "FILE_TRUNCATED", f => Altered(MadeShapefile.Write(f, "属性截断.shp", ("甲", utf8), ("乙", utf8)), p => Cut(Path.ChangeExtension(p, ".dbf"), 0.7)));
        yield return new("改名.shp", "文本改名为 shp", "SHP_HEADER", f => Altered(MadeShapefile.Write(f, "改名.shp", ("甲", utf8)), p => File.WriteAllText(p, new string('x', 500))));
        yield return new("没有属性表.shp", "缺 .dbf", "SHP_NO_DBF", f => Altered(MadeShapefile.Write(f, "没有属性表.shp", ("甲", utf8)), p => File.Delete(Path.ChangeExtension(p, ".dbf"))));
        yield return new("行数不符.shp", "图形数与属性行数不符", "SHP_COUNT", f => Altered(MadeShapefile.Write(f, "行数不符.shp", ("甲", utf8), ("乙", utf8)), p => Patch(Path.ChangeExtension(p, ".dbf"), 4, 1)));
        yield return new("属性表头坏.shp", "属性表的文件头损坏", "DBF_HEADER", f => Altered(MadeShapefile.Write(f, "属性表头坏.shp", ("甲", utf8)), p => Patch(Path.ChangeExtension(p, ".dbf"), 8, 1)));
        yield return new("混合编码.shp", "一行 UTF-8，一行 GBK", "FILE_ENCODING", f => MadeShapefile.Write(f, "混合编码.shp", ("一号宗地", utf8), ("二号宗地", Chinese)));
        yield return new("没有坐标系.shp", "缺 .prj：由位置推断", "GEO_CRS_INFERRED", f => Altered(MadeShapefile.Write(f, "没有坐标系.shp", ("甲", utf8)), p => File.Delete(Path.ChangeExtension(p, ".prj")))) { Kept = 1, NeedsGdal = true };
        yield return new("没有索引.shp", "缺 .shx：重建", "SHP_NO_SHX", f => Altered(MadeShapefile.Write(f, "没有索引.shp", ("甲", utf8)), p => File.Delete(Path.ChangeExtension(p, ".shx")))) { Kept = 1, NeedsGdal = true };
        yield return new("编码写错.shp", ".cpg 写 UTF-8，实为 GBK", "DBF_CPG_WRONG", f => Altered(MadeShapefile.Write(f, "编码写错.shp", ("一号宗地", Chinese)), p => File.WriteAllText(Path.ChangeExtension(p, ".cpg"), "UTF-8"))) { Kept = 1, NeedsGdal = true };
    }

    private static IEnumerable<BadFile> Drawings()
    {
        yield return new("没有面.dxf", "图纸里只有线", "SOURCE_NO_AREAS", f => Text(f, "没有面.dxf", Dxf)) { NeedsGdal = true };
        yield return new("截断.dxf", "图纸断在中间", "GDAL_UNREADABLE", f => Text(f, "截断.dxf", "  0\nSECTION\n  2\nENTI")) { NeedsGdal = true };
        yield return new("外部实体.kml", "XML 引用本机文件", "GDAL_UNREADABLE", f => Text(f, "外部实体.kml", Kml.Replace("<kml", "<!DOCTYPE kml [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><kml", StringComparison.Ordinal).Replace("甲", "&x;", StringComparison.Ordinal))) { NeedsGdal = true };
        yield return new("截断.kml", "XML 断在中间", "GDAL_UNREADABLE", f => Text(f, "截断.kml", Kml[..^60])) { NeedsGdal = true };
        yield return new("空.gdb", "空的 FileGDB 文件夹", "GDAL_UNREADABLE", f => Directory.CreateDirectory(Path.Combine(f, "空.gdb")).FullName) { NeedsGdal = true };
    }

    private const string Dxf = "  0\nSECTION\n  2\nENTITIES\n  0\nLINE\n  8\n0\n 10\n117.2\n 20\n31.7\n 11\n117.3\n 21\n31.8\n  0\nENDSEC\n  0\nEOF\n";

    private const string Kml =
        """<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>甲</name><Polygon><outerBoundaryIs><LinearRing><coordinates>117.2,31.7 117.21,31.7 117.21,31.71 117.2,31.7</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></Document></kml>""";

    private static Encoding Chinese => CodePagesEncodingProvider.Instance.GetEncoding(54936)!; // the BCL carries this code page

    private static string Altered(string path, Action<string> alter)
    {
        alter(path);
        return path;
    }

    private static void Patch(string path, int at, byte value)
    {
        using var stream = File.OpenWrite(path);
        stream.Position = at;
        stream.WriteByte(value);
    }
}
