using System.Text.Json;
using Huodi.Formats.Files;

namespace Huodi.Formats.Geo;

/// <summary>Walks a GeoJSON FeatureCollection one feature at a time; one feature is held, not the file.</summary>
internal sealed class GeoJsonFile(Stream content, ImportLimits limits)
{
    /// <summary>What the file says of its reference system; undefined when it says nothing. Known when the walk has ended.</summary>
    public JsonElement Crs { get; private set; }

    /// <summary>Checks that the file is UTF-8 text.</summary>
    /// <exception cref="FileRefusedException">FILE_EMPTY, FILE_BINARY, FILE_ENCODING, FILE_TRUNCATED.</exception>
    public static FileProbe Probe(Stream content)
    {
        content.Position = 0;
        var probe = FileProbe.Of(content, long.MaxValue);
        if (probe.Kind == TextKind.CutOff) throw Refusals.CutOff();
        return probe.Kind == TextKind.Utf8 ? probe : throw Refusals.Encoding(probe.FirstBadLine);
    }

    /// <summary>The features in order; each lives only until the next is asked for.</summary>
    /// <exception cref="FileRefusedException">FILE_JSON, GEO_NOT_COLLECTION, GEO_NO_FEATURES, FILE_TOO_MANY_ROWS.</exception>
    public IEnumerable<GeoFeature> Features()
    {
        content.Position = 0;
        var window = new JsonWindow(content, limits.ValueBytes);
        string? type = null;
        int? count = null;
        if (!Sound(window.Next) || window.Token != JsonTokenType.StartObject) throw NoCollection("JSON 数组或单个值");
        while (Sound(window.Next) && window.Token == JsonTokenType.PropertyName)
        {
            switch (window.Text)
            {
                case "crs":
                    using (var stated = Sound(window.Value)) Crs = stated.RootElement.Clone();
                    break;
                case var name:
                    _ = Sound(window.Next);
                    if (name == "type" && window.Token == JsonTokenType.String) type = window.Text;
                    else if (name == "features" && window.Token == JsonTokenType.StartArray)
                    {
                        count = 0;
                        while (Sound(window.Item) is { } item)
                        {
                            using (item)
                            {
                                if (++count > limits.Rows) throw Refusals.TooManyRows(limits.Rows, count.Value);
                                yield return new(count.Value, item.RootElement);
                            }
                        }
                    }
                    else
                    {
                        Sound(() => { window.Skip(); return true; });
                    }

                    break;
            }
        }

        // What stands behind the closing brace would be lost in silence.
        while (Sound(window.Next))
        {
        }

        if (type != "FeatureCollection" || count is null) throw NoCollection(type is null ? "没有写明类型的对象" : $"“{type}”");
        if (count == 0) throw new FileRefusedException("GEO_NO_FEATURES", "文件里没有要素。", "检查导出时是否选中了图斑，重新导出后再导入。");
    }

    private static T Sound<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (JsonException broken)
        {
            var line = (int)(broken.LineNumber ?? 0) + 1;
            var place = broken.LineNumber is null ? "文件末尾" : $"第 {line} 行第 {(broken.BytePositionInLine ?? 0) + 1} 字节处";
            throw new FileRefusedException(
                "FILE_JSON", $"{place}不是完整的 JSON，文件可能被截断，或含有 NaN 之类不合规的写法。", "重新导出完整的 GeoJSON 文件后再导入。", broken.LineNumber is null ? 0 : line);
        }
    }

    private static FileRefusedException NoCollection(string found) => new(
        "GEO_NOT_COLLECTION", $"文件应为 GeoJSON 的 FeatureCollection，实为{found}。", "在 QGIS 中“导出 → 要素另存为 → GeoJSON”，再导入。");
}
