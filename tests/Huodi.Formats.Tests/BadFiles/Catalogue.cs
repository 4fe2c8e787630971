namespace Huodi.Formats.Tests.BadFiles;

/// <summary>All bad files.</summary>
internal static partial class Catalogue
{
    public static IReadOnlyList<BadFile> All { get; } = [.. Any(), .. GeoJson(), .. GeoPackages(), .. Shapefiles(), .. Archives(), .. Tables(), .. Texts(), .. Drawings()];

    private const string Good = "\"宗地代码\":\"A\",\"行政区划代码\":\"340111\"";

    private static IEnumerable<BadFile> Any()
    {
        yield return new("没有这个文件.gpkg", "文件不存在", "IMPORT_FILE", f => Path.Combine(f, "没有这个文件.gpkg"));
        yield return new("文件夹", "是文件夹", "SOURCE_FOLDER", f => Directory.CreateDirectory(Path.Combine(f, "文件夹")).FullName);
        yield return new("公文.doc", "不是数据文件", "SOURCE_KIND", f => Text(f, "公文.doc", "关于报送宗地的函"));
        yield return new("空.gpkg", "零字节", "FILE_EMPTY", f => Text(f, "空.gpkg", ""));
        yield return new("空白.geojson", "只有空白", "FILE_EMPTY", f => Text(f, "空白.geojson", " \n\t\n"));
        yield return new("稀疏5GB.csv", "5 GB 的稀疏文件，全是空字节", "FILE_BINARY", f => Sparse(f, "稀疏5GB.csv"));
        yield return new("稀疏5GB.gpkg", "5 GB 的稀疏文件，改名为 gpkg", "GPKG_NOT_DATABASE", f => Sparse(f, "稀疏5GB.gpkg"));
        yield return new("稀疏5GB.zip", "5 GB 的稀疏文件，改名为 zip", "ZIP_BROKEN", f => Sparse(f, "稀疏5GB.zip"));
    }

    private static IEnumerable<BadFile> GeoJson()
    {
        yield return new("截断.geojson", "文件断在中间", "FILE_JSON", f => Text(f, "截断.geojson", Collection(Feature(Good))[..^40]));
        yield return new("写着NaN.geojson", "坐标写作 NaN", "FILE_JSON", f => Text(f, "写着NaN.geojson", Collection(Feature(Good, "[[[NaN,31.7],[117.21,31.7],[117.21,31.71],[NaN,31.7]]]"))));
        yield return new("无穷大.geojson", "坐标大得不是有限的数", "GEO_COORDINATE", f => Text(f, "无穷大.geojson", Collection(Feature(Good, "[[[1e999,31.7],[117.21,31.7],[117.21,31.71],[1e999,31.7]]]"))));
        yield return new("不是集合.geojson", "只有一个图形", "GEO_NOT_COLLECTION", f => Text(f, "不是集合.geojson", """{"type":"Polygon","coordinates":[]}"""));
        yield return new("没有要素.geojson", "要素为零", "GEO_NO_FEATURES", f => Text(f, "没有要素.geojson", Collection()));
        yield return new("半个字符.geojson", "转义只写了一半", "FILE_JSON", f => Text(f, "半个字符.geojson", Collection(Feature("\"宗地代码\":\"\\ud800\""))));
        yield return new("尾巴.geojson", "文件末尾还有别的内容", "FILE_JSON", f => Text(f, "尾巴.geojson", Collection(Feature(Good)) + "x"));
        yield return new("GBK.geojson", "不是 UTF-8", "FILE_ENCODING", f => Bytes(f, "GBK.geojson", Gbk(Collection(Feature(Good)))));
        yield return new("深嵌套.geojson", "十万层嵌套", "FILE_JSON", f => Text(f, "深嵌套.geojson", Collection(new string('[', 100_000))));
        yield return new("自相交.geojson", "界线自相交", "SHAPE_SELF_INTERSECTION", f => Text(f, "自相交.geojson", Collection(Feature(Good, "[[[117.2,31.7],[117.21,31.71],[117.21,31.7],[117.2,31.71],[117.2,31.7]]]"))));
        yield return new("没闭合.geojson", "环没有闭合", "GEO_RING_OPEN", f => Text(f, "没闭合.geojson", Collection(Feature(Good, "[[[117.2,31.7],[117.21,31.7],[117.21,31.71],[117.2,31.72]]]"))));
        yield return new("内环在外.geojson", "内环在外环之外", "SHAPE_HOLE_OUTSIDE", f => Text(f, "内环在外.geojson", Collection(Feature(Good, "[[[117.2,31.7],[117.21,31.7],[117.21,31.71],[117.2,31.7]],[[117.3,31.7],[117.3,31.71],[117.31,31.71],[117.3,31.7]]]"))));
        yield return new("百万点.geojson", "一个环有 100 万个点", "SHAPE_TOO_MANY_POINTS", f => Text(f, "百万点.geojson", Collection(Feature(Good, Circle(1_000_000)))));
        yield return new("重复编号.geojson", "同一编号两次，内容不同", "PARCEL_REPEATED", f => Text(f, "重复编号.geojson", Collection(Feature(Good), Feature(Good, "[[[117.3,31.7],[117.31,31.7],[117.31,31.71],[117.3,31.7]]]")))) { Kept = 1 };
        yield return new("重复属性.geojson", "同一属性写了两次", "FACT_TWICE", f => Text(f, "重复属性.geojson", Collection(Feature(Good + ",\"宗地面积\":1,\"宗地面积\":2"))));
        yield return new("前后颠倒.geojson", "纬度写在前面", "GEO_PLACE_SWAPPED", f => Text(f, "前后颠倒.geojson", Collection(Feature(Good, "[[[31.7,117.2],[31.7,117.21],[31.71,117.21],[31.7,117.2]]]"))));
        yield return new("度当作米.geojson", "写明是米制坐标，实为度", "GEO_PLACE_DEGREES", f => Text(f, "度当作米.geojson", Collection(Feature(Good)).Replace("\"features\"", "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:4548\"}},\"features\"", StringComparison.Ordinal)));
        yield return new("空字符.geojson", "文字里有空字符", "TEXT_NUL", f => Text(f, "空字符.geojson", Collection(Feature("\"宗地代码\":\"A\\u0000B\",\"行政区划代码\":\"340111\""))));
        yield return new("没有图形.geojson", "要素没有图形", "GEO_GEOMETRY_MISSING", f => Text(f, "没有图形.geojson", """{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"宗地代码":"A","行政区划代码":"340111"},"geometry":null}]}"""));
        yield return new("点.geojson", "只有点", "SOURCE_NO_AREAS", f => Text(f, "点.geojson", """{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"宗地代码":"A"},"geometry":{"type":"Point","coordinates":[117.2,31.7]}}]}"""));
    }

    private static string Collection(params string[] features) => $$"""{"type":"FeatureCollection","features":[{{string.Join(',', features)}}]}""";

    private static string Feature(string properties, string ring = "[[[117.2,31.7],[117.21,31.7],[117.21,31.71],[117.2,31.7]]]") =>
        Imports.ParcelImportTests.Feature(properties, ring);

    private static string Circle(int points)
    {
        var ring = new System.Text.StringBuilder("[[");
        for (var i = 0; i <= points; i++)
        {
            var (sin, cos) = Math.SinCos(2 * Math.PI * (i % points) / points);
            _ = ring.Append(i == 0 ? "" : ",").Append(System.Globalization.CultureInfo.InvariantCulture, $"[{117.2 + (0.01 * cos)},{31.7 + (0.01 * sin)}]");
        }

        return ring.Append("]]").ToString();
    }

    private static byte[] Gbk(string text) => System.Text.CodePagesEncodingProvider.Instance.GetEncoding(54936)!.GetBytes(text); // the BCL carries this code page

    private static string Text(string folder, string name, string text)
    {
        File.WriteAllText(Path.Combine(folder, name), text);
        return Path.Combine(folder, name);
    }

    private static string Bytes(string folder, string name, byte[] bytes)
    {
        File.WriteAllBytes(Path.Combine(folder, name), bytes);
        return Path.Combine(folder, name);
    }

    private static string Sparse(string folder, string name)
    {
        using var stream = File.Create(Path.Combine(folder, name));
        stream.SetLength(5L << 30);
        return stream.Name;
    }

    /// <summary>Cuts a file to a share of its length.</summary>
    private static string Cut(string path, double share)
    {
        using var stream = File.OpenWrite(path);
        stream.SetLength((long)(stream.Length * share));
        return path;
    }
}
