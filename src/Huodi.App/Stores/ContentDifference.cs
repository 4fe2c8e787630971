using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Huodi.Domain.Approvals;
using Huodi.Domain.Districts;
using Huodi.Domain.Facts;
using Huodi.Domain.Grants;
using Huodi.Domain.Parcels;
using NetTopologySuite.Geometries;

namespace Huodi.App.Stores;

/// <summary>
/// Where a stored item and one that a file brings under the same identity differ, in words for people. Sources do not count: the
/// same content read from another file or row is the same content.
/// </summary>
public static class ContentDifference
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Differences of two districts of one code; empty when they are the same.</summary>
    public static IReadOnlyList<string> Of(District stored, District incoming) =>
        [.. Text("名称", stored.Name, incoming.Name), .. Shape("界线", stored.Boundary, incoming.Boundary)];

    /// <summary>Differences of two parcels of one id; empty when they are the same.</summary>
    public static IReadOnlyList<string> Of(Parcel stored, Parcel incoming) =>
    [
        .. Text("名称", stored.Name, incoming.Name),
        .. Text("行政区划代码", stored.Division.Digits, incoming.Division.Digits),
        .. Text("演示数据", stored.IsGenerated ? "是" : "否", incoming.IsGenerated ? "是" : "否"),
        .. Shape("图形", stored.Shape, incoming.Shape),
        .. Facts(stored.Facts, incoming.Facts),
    ];

    /// <summary>Differences of two approved batches of one number; empty when they are the same.</summary>
    public static IReadOnlyList<string> Of(ApprovalBatch stored, ApprovalBatch incoming) =>
    [
        .. Text("名称", stored.Name, incoming.Name),
        .. Text("行政区划代码", stored.Division.Digits, incoming.Division.Digits),
        .. Text("批准日期", $"{stored.ApprovedOn:yyyy-MM-dd}", $"{incoming.ApprovedOn:yyyy-MM-dd}"),
        .. Text("批准面积", $"{stored.ApprovedArea?.SquareMetres:0.00}", $"{incoming.ApprovedArea?.SquareMetres:0.00}"),
        .. Shape("图形", stored.Shape, incoming.Shape),
        .. Facts(stored.Facts, incoming.Facts),
    ];

    /// <summary>Differences of two grants of one number; empty when they are the same.</summary>
    public static IReadOnlyList<string> Of(Grant stored, Grant incoming) =>
    [
        .. Text("项目名称", stored.Name, incoming.Name),
        .. Text("行政区划代码", stored.Division.Digits, incoming.Division.Digits),
        .. Text("所在地", stored.DivisionName, incoming.DivisionName),
        .. Text("所属宗地", stored.ParcelId, incoming.ParcelId),
        .. Facts(stored.Facts, incoming.Facts),
    ];

    private static IEnumerable<string> Text(string what, string? stored, string? incoming)
    {
        if (!string.Equals(stored, incoming, StringComparison.Ordinal)) yield return $"{what}：库中为{Quoted(stored)}，文件为{Quoted(incoming)}";
    }

    private static IEnumerable<string> Shape(string what, Geometry stored, Geometry incoming)
    {
        if (stored.NumGeometries == incoming.NumGeometries
            && Enumerable.Range(0, stored.NumGeometries).All(n => stored.GetGeometryN(n).EqualsExact(incoming.GetGeometryN(n))))
        {
            yield break;
        }

        yield return $"{what}：库中 {stored.NumPoints} 个点，文件 {incoming.NumPoints} 个点，坐标不同";
    }

    private static IEnumerable<string> Facts(FactSheet stored, FactSheet incoming)
    {
        foreach (var name in stored.All.Concat(incoming.All).Select(f => f.Name).Distinct(StringComparer.Ordinal))
        {
            var (left, right) = (stored.Find(name)?.Value, incoming.Find(name)?.Value);
            if (!JsonNode.DeepEquals(left, right)) yield return $"{name}：库中为{Quoted(left)}，文件为{Quoted(right)}";
        }
    }

    private static string Quoted(string? text) => text is null ? "空缺" : $"“{text}”";

    private static string Quoted(JsonNode? value) =>
        value is null ? "空缺" : Quoted(value.GetValueKind() == JsonValueKind.String ? value.Deserialize<string>() : value.ToJsonString(Readable));
}
