using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Huodi.Policies.Loading;

/// <summary>A YAML mapping inside a document, with the lines of its keys counted in the whole file.</summary>
internal sealed class YamlBlock
{
    private readonly DiagnosticBag _bag;
    private readonly int _offset;
    private readonly IReadOnlyList<(string Key, int KeyLine, YamlNode Value)> _entries;

    private YamlBlock(YamlNode at, IEnumerable<(string Key, int KeyLine, YamlNode Value)> entries, string file, int offset, DiagnosticBag bag)
    {
        (File, _offset, _bag, _entries) = (file, offset, bag, [.. entries]);
        Line = LineOf(at);
    }

    public string File { get; }

    public int Line { get; }

    public IEnumerable<string> Keys => _entries.Select(e => e.Key);

    /// <summary>Parses text whose first line is line <paramref name="firstLine"/> of the file; null with a diagnostic when it is not a mapping.</summary>
    public static YamlBlock? Parse(string text, string file, int firstLine, DiagnosticBag bag)
    {
        var root = Root(text, file, firstLine, bag);
        if (root is YamlMappingNode map) return Of(map, file, firstLine - 1, bag);
        if (root is not null) bag.Error(file, firstLine, "YAML_SHAPE", "此处应为“键: 值”的列表。", "每行写一个键，冒号后空一格再写值。");
        return null;
    }

    /// <summary>Parses a file that is a list of mappings.</summary>
    public static IEnumerable<YamlBlock> ParseList(string text, string file, DiagnosticBag bag)
    {
        if (Root(text, file, 1, bag) is not YamlSequenceNode list)
        {
            bag.Error(file, 1, "YAML_SHAPE", "文件应为以“- ”开头的列表。");
            yield break;
        }

        foreach (var item in list.OfType<YamlMappingNode>()) yield return Of(item, file, 0, bag);
    }

    public string? Text(string key) => Find(key) is YamlScalarNode { Value: { } value } node && !IsNull(node, value) ? value : null;

    public string Required(string key)
    {
        if (Text(key) is { } text) return text;
        _bag.Error(File, Line, "YAML_KEY", $"缺少“{key}”。", $"补写一行“{key}: …”。");
        return "";
    }

    public int LineOf(string key) => Find(key) is { } node ? LineOf(node) : Line;

    /// <summary>Column of the value of a key, from 1; 0 when the key is missing.</summary>
    public int ColumnOf(string key) => Find(key) is { } node ? (int)node.Start.Column : 0;

    /// <summary>Scalars under a key that holds one scalar or a list.</summary>
    public IReadOnlyList<string> Texts(string key) => Find(key) switch
    {
        YamlScalarNode { Value: { } one } node when !IsNull(node, one) => [one],
        YamlSequenceNode many => [.. many.OfType<YamlScalarNode>().Select(n => n.Value ?? "")],
        _ => [],
    };

    /// <summary>Mappings under a key that holds one mapping or a list of mappings or scalars; a scalar is given under <paramref name="scalarKey"/>.</summary>
    public IReadOnlyList<YamlBlock> Blocks(string key, string scalarKey = "表达式") => Find(key) switch
    {
        YamlMappingNode one => [Of(one, File, _offset, _bag)],
        YamlSequenceNode many => [.. many.Select(n => n is YamlMappingNode m ? Of(m, File, _offset, _bag) : Single(scalarKey, n))],
        YamlScalarNode { Value: { } value } node when !IsNull(node, value) => [Single(scalarKey, node)],
        _ => [],
    };

    /// <summary>Reports every key that is not one of those named.</summary>
    public void Only(params string[] keys)
    {
        foreach (var (key, line, _) in _entries.Where(e => !keys.Contains(e.Key)))
            _bag.Error(File, line, "YAML_KEY_UNKNOWN", $"不认识的键“{key}”。", $"可用的键：{string.Join("、", keys)}。");
    }

    private static YamlNode? Root(string text, string file, int firstLine, DiagnosticBag bag)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents.Count > 0) return stream.Documents[0].RootNode;
            bag.Error(file, firstLine, "YAML_EMPTY", "此处没有内容。");
        }
        catch (YamlException problem)
        {
            bag.Error(file, firstLine - 1 + (int)problem.Start.Line, "YAML_SYNTAX", $"YAML 写法有误：{problem.InnerException?.Message ?? problem.Message}",
                "检查缩进、冒号后的空格和引号；含有“: ”“#”或以“[”“{”“\"”开头的文字整段加单引号。", (int)problem.Start.Column);
        }

        return null;
    }

    private static bool IsNull(YamlScalarNode node, string value) => node.Style == ScalarStyle.Plain && value is "" or "~" or "null";

    private static YamlBlock Of(YamlMappingNode map, string file, int offset, DiagnosticBag bag) => new(
        map,
        map.Children.Select(c => ((c.Key as YamlScalarNode)?.Value ?? "", offset + (int)c.Key.Start.Line, c.Value)),
        file,
        offset,
        bag);

    private YamlBlock Single(string key, YamlNode value) => new(value, [(key, LineOf(value), value)], File, _offset, _bag);

    private YamlNode? Find(string key) => _entries.FirstOrDefault(e => e.Key == key).Value;

    private int LineOf(YamlNode node) => _offset + (int)node.Start.Line;
}
