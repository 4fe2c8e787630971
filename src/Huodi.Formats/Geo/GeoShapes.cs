using System.Text.Json;
using NetTopologySuite.Geometries;

namespace Huodi.Formats.Geo;

/// <summary>Builds the shape of a feature, of any kind and anywhere, and says what is wrong with its coordinates. Does not look at topology.</summary>
internal static class GeoShapes
{
    private const string Column = "geometry";

    /// <summary>EPSG:4490, longitude first.</summary>
    public static GeometryFactory Factory { get; } = new(new PrecisionModel(), 4490);

    /// <summary>The shape, or null with the reason in the findings.</summary>
    public static Geometry? Read(GeoFeature feature, Findings findings)
    {
        var geometry = feature.Geometry;
        if (geometry.ValueKind != JsonValueKind.Object)
        {
            findings.Error(Column, "GEO_GEOMETRY_MISSING", "要素没有图形。", "补画边界，或删去这个要素后重新导入。");
            return null;
        }

        var type = geometry.TryGetProperty("type", out var stated) && stated.ValueKind == JsonValueKind.String ? stated.GetString() : null;
        var list = geometry.TryGetProperty("coordinates", out var coordinates) && coordinates.ValueKind == JsonValueKind.Array ? coordinates : default;
        switch (type)
        {
            case "Polygon":
                return Polygon(list, findings);
            case "MultiPolygon":
                return MultiPolygon(list, findings);
            case "Point":
                return Points(list, findings, 1) is [var point] ? Factory.CreatePoint(point) : null;
            case "LineString":
                return Points(list, findings, 0) is { Count: > 1 } line ? Factory.CreateLineString([.. line]) : None(findings);
            case "MultiPoint":
                return Points(list, findings, 0) is { } points ? Factory.CreateMultiPointFromCoords([.. points]) : null;
            case "MultiLineString":
                var lines = Array(list).Select(l => Points(l, findings, 0)).ToList();
                return lines.TrueForAll(l => l is { Count: > 1 }) ? Factory.CreateMultiLineString([.. lines.Select(l => Factory.CreateLineString([.. l ?? []]))]) : None(findings);
            default:
                findings.Error(
                    Column,
                    "GEO_GEOMETRY_TYPE",
                    $"图形类型是“{type ?? "未写明"}”，应为面（Polygon 或 MultiPolygon）。",
                    type is "LineString" or "MultiLineString" ? "在 QGIS 中用“线转面”转换后重新导入。" : "导出面图层；点和注记图层不能作为边界。");
                return null;
        }
    }

    private static List<Coordinate>? Points(JsonElement list, Findings findings, int single)
    {
        var points = new List<Coordinate>();
        foreach (var pair in single == 1 ? [list] : Array(list).AsEnumerable())
        {
            if (Point(pair, out var point))
            {
                points.Add(point);
                continue;
            }

            findings.Error(Column, "GEO_COORDINATE", $"第 {points.Count + 1} 点写作 {Short(pair)}，不是一对有限的数。", "检查导出程序，经度在前、纬度在后，均为数字。");
            return null;
        }

        return points;
    }

    private static Geometry? None(Findings findings)
    {
        if (!findings.HasErrors) Empty(findings);
        return null;
    }

    private static MultiPolygon? MultiPolygon(JsonElement list, Findings findings)
    {
        var parts = Array(list).Select(p => Polygon(p, findings)).ToList();
        if (parts.Count == 0) Empty(findings);
        return parts.Count == 0 || parts.Contains(null) ? null : Factory.CreateMultiPolygon([.. parts.OfType<Polygon>()]);
    }

    private static Polygon? Polygon(JsonElement list, Findings findings)
    {
        var rings = new List<LinearRing>();
        var number = 0;
        foreach (var ring in Array(list))
        {
            if (Ring(ring, ++number, findings) is not { } good) return null;
            rings.Add(good);
        }

        if (rings.Count > 0) return Factory.CreatePolygon(rings[0], [.. rings.Skip(1)]);
        Empty(findings);
        return null;
    }

    private static LinearRing? Ring(JsonElement list, int number, Findings findings)
    {
        var points = new List<Coordinate>();
        foreach (var pair in Array(list))
        {
            if (Point(pair, out var point))
            {
                points.Add(point);
                continue;
            }

            findings.Error(
                Column, "GEO_COORDINATE", $"第 {number} 环第 {points.Count + 1} 点写作 {Short(pair)}，不是一对有限的经纬度。", "检查导出程序，经度在前、纬度在后，均为数字。");
            return null;
        }

        if (points.Count < 4)
        {
            findings.Error(Column, "GEO_RING_SHORT", $"第 {number} 环只有 {points.Count} 个点，围不成面。", "至少三个不同的点，并以起点收尾；补画后重新导入。");
            return null;
        }

        if (!points[0].Equals2D(points[^1]))
        {
            findings.Error(Column, "GEO_RING_OPEN", $"第 {number} 环没有闭合：起点（{points[0].X:0.######}, {points[0].Y:0.######}），终点（{points[^1].X:0.######}, {points[^1].Y:0.######}）。", "在末尾重复起点，或在 QGIS 中检查是否漏了最后几个点。");
            return null;
        }

        return Factory.CreateLinearRing([.. points]);
    }

    private static bool Point(JsonElement pair, out Coordinate point)
    {
        point = new Coordinate();
        if (pair.ValueKind != JsonValueKind.Array || pair.GetArrayLength() < 2) return false;
        if (pair[0].ValueKind != JsonValueKind.Number || pair[1].ValueKind != JsonValueKind.Number) return false;
        point = new Coordinate(pair[0].GetDouble(), pair[1].GetDouble());
        return double.IsFinite(point.X) && double.IsFinite(point.Y);
    }

    private static void Empty(Findings findings) => findings.Error(Column, "GEO_GEOMETRY_EMPTY", "图形没有坐标。", "补画边界，或删去这个要素后重新导入。");

    private static JsonElement.ArrayEnumerator Array(JsonElement list) => list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : default;

    private static string Short(JsonElement element) => element.ValueKind == JsonValueKind.Undefined ? "空" : element.GetRawText() is { Length: > 40 } text ? text[..40] + "…" : element.GetRawText();
}
