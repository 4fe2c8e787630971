using System.Text.Json;
using Huodi.App.Imports;
using Huodi.Formats.Files;

namespace Huodi.Formats.Geo;

/// <summary>Walks a GeoJSON FeatureCollection one feature at a time; the tree of one feature is held, not that of the file.</summary>
internal static class GeoJsonFile
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 64 };

    /// <summary>Reads the stream and hands every feature over.</summary>
    /// <returns>The file's hash and its file-level warnings.</returns>
    /// <exception cref="FileRefusedException">The file is no FeatureCollection in longitude and latitude.</exception>
    public static (string Hash, IReadOnlyList<ImportDiagnostic> Warnings) Read(Stream content, ImportRequest request, Action<GeoFeature> feature)
    {
        var probe = FileProbe.Of(content, request.Limits.Bytes);
        if (probe.Kind == TextKind.CutOff) throw Refusals.CutOff();
        if (probe.Kind != TextKind.Utf8) throw Refusals.Encoding(probe.FirstBadLine);

        var bytes = new byte[content.Length];
        content.ReadExactly(bytes);
        try
        {
            return (probe.Hash, Walk(bytes, request.Limits.Rows, feature));
        }
        catch (JsonException broken)
        {
            var line = (int)(broken.LineNumber ?? 0) + 1;
            throw new FileRefusedException(
                "FILE_JSON", $"第 {line} 行第 {(broken.BytePositionInLine ?? 0) + 1} 字节处不是完整的 JSON，文件可能被截断，或含有 NaN 之类不合规的写法。", "重新导出完整的 GeoJSON 文件后再导入。", line);
        }
        catch (InvalidOperationException) when (HasHalfCharacter(bytes))
        {
            throw new FileRefusedException("FILE_JSON", "文件里有只写了一半的字符（\\ud800 一类的转义），不能读成文字。", "重新导出为 UTF-8 的 GeoJSON 文件后再导入。");
        }
    }

    /// <summary>An escape like \\ud800 without its other half is JSON by its grammar but no text.</summary>
    private static bool HasHalfCharacter(byte[] bytes) => bytes.AsSpan().IndexOf("\\ud"u8) >= 0 || bytes.AsSpan().IndexOf("\\uD"u8) >= 0;

    private static List<ImportDiagnostic> Walk(byte[] bytes, int maxFeatures, Action<GeoFeature> feature)
    {
        var start = bytes.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
        var json = new Utf8JsonReader(bytes.AsSpan(start), Options);
        _ = json.Read();
        if (json.TokenType != JsonTokenType.StartObject) throw NoCollection("JSON 数组或单个值");

        string? type = null;
        List<ImportDiagnostic>? crs = null;
        int? count = null;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.GetString();
            _ = json.Read();
            if (name == "type" && json.TokenType == JsonTokenType.String)
            {
                type = json.GetString();
            }
            else if (name == "crs")
            {
                using var stated = JsonDocument.ParseValue(ref json);
                crs = GeoReference.Judge(stated.RootElement);
            }
            else if (name == "features" && json.TokenType == JsonTokenType.StartArray)
            {
                count = Features(ref json, maxFeatures, feature);
            }
            else
            {
                json.Skip();
            }
        }

        // What stands behind the closing brace would be lost in silence.
        while (json.Read())
        {
        }

        if (type != "FeatureCollection" || count is null) throw NoCollection(type is null ? "没有写明类型的对象" : $"“{type}”");
        return count > 0
            ? crs ?? GeoReference.Unstated
            : throw new FileRefusedException("GEO_NO_FEATURES", "文件里没有要素。", "检查导出时是否选中了图斑，重新导出后再导入。");
    }

    private static int Features(ref Utf8JsonReader json, int maxFeatures, Action<GeoFeature> feature)
    {
        var count = 0;
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (++count > maxFeatures) throw Refusals.TooManyRows(maxFeatures, count);
            using var one = JsonDocument.ParseValue(ref json);
            feature(new(count, one.RootElement));
        }

        return count;
    }

    private static FileRefusedException NoCollection(string found) => new(
        "GEO_NOT_COLLECTION", $"文件应为 GeoJSON 的 FeatureCollection，实为{found}。", "在 QGIS 中“导出 → 要素另存为 → GeoJSON”，再导入。");
}
