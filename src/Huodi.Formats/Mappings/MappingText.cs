using Huodi.Formats.Files;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Huodi.Formats.Mappings;

/// <summary>Reads the text of a mapping file. A mistake is named with line and column.</summary>
internal static class MappingText
{
    public const string Layer = "图层";
    public const string Columns = "适用列";
    public const string Crs = "坐标系";
    public const string Id = "编号列";
    public const string Name = "名称列";
    public const string Division = "行政区划列";
    public const string Facts = "字段";
    public const string Unread = "不读";
    public const string Column = "列";
    public const string Fact = "事实";
    public const string Unit = "单位";
    public const string Values = "取值";

    /// <exception cref="FileRefusedException">MAPPING_YAML or MAPPING_KEY.</exception>
    public static IReadOnlyList<LayerMapping> Parse(string text, string file)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException broken)
        {
            throw Fault(file, "MAPPING_YAML", broken.Start, $"YAML 写法有误（{broken.InnerException?.Message ?? broken.Message}）", "检查缩进、冒号后的空格和引号。");
        }

        if (stream.Documents.Count == 0) return [];
        return stream.Documents[0].RootNode switch
        {
            YamlSequenceNode list => [.. list.Select(n => One(n, file))],
            YamlMappingNode single => [One(single, file)],
            var other => throw Fault(file, "MAPPING_KEY", other.Start, "应为以“- 图层: …”开头的列表", "照 huodi import 写出的样子改。"),
        };
    }

    private static LayerMapping One(YamlNode node, string file)
    {
        var map = Map(node, file, Layer, Columns, Crs, Id, Name, Division, Facts, Unread);
        return new(Text(map, Layer) ?? throw Fault(file, "MAPPING_KEY", node.Start, $"缺少“{Layer}”", $"补写一行 {Layer}: parcels。"), Texts(map, Columns, file))
        {
            Crs = Text(map, Crs),
            Id = Text(map, Id),
            Name = Text(map, Name),
            Division = Text(map, Division),
            Facts = map.Find(e => e.Key == Facts).Value switch
            {
                YamlSequenceNode list => [.. list.Select(n => FactOf(n, file))],
                null => [],
                var other => throw Fault(file, "MAPPING_KEY", other.Start, $"“{Facts}”应为列表", "每项写作 - { 列: ZDMJ, 事实: 宗地面积 }。"),
            },
            Unread = Texts(map, Unread, file),
        };
    }

    private static ColumnMapping FactOf(YamlNode node, string file)
    {
        var map = Map(node, file, Column, Fact, Unit, Values);
        var values = map.Find(e => e.Key == Values).Value;
        return new(
            Text(map, Column) ?? throw Fault(file, "MAPPING_KEY", node.Start, $"缺少“{Column}”", "写明文件里的列名。"),
            Text(map, Fact) ?? throw Fault(file, "MAPPING_KEY", node.Start, $"缺少“{Fact}”", "写明事实词典里的名称。"))
        {
            Unit = Text(map, Unit),
            Values = values is null ? new Dictionary<string, string>() : Map(values, file).ToDictionary(e => e.Key, e => (e.Value as YamlScalarNode)?.Value ?? "", StringComparer.Ordinal),
        };
    }

    private static List<(string Key, YamlNode Value)> Map(YamlNode node, string file, params string[] keys)
    {
        if (node is not YamlMappingNode map) throw Fault(file, "MAPPING_KEY", node.Start, "此处应为“键: 值”", "每行写一个键，冒号后空一格再写值。");
        foreach (var key in map.Children.Keys)
        {
            if (keys.Length > 0 && key is YamlScalarNode { Value: { } name } && !keys.Contains(name))
                throw Fault(file, "MAPPING_KEY", key.Start, $"不认识的键“{name}”", $"可用的键：{string.Join("、", keys)}。");
        }

        return [.. map.Children.Select(c => ((c.Key as YamlScalarNode)?.Value ?? "", c.Value))];
    }

    private static string? Text(List<(string Key, YamlNode Value)> map, string key) =>
        map.Find(e => e.Key == key).Value is YamlScalarNode { Value.Length: > 0 } node && !(node.Style == ScalarStyle.Plain && node.Value is "~" or "null") ? node.Value : null;

    private static IReadOnlyList<string> Texts(List<(string Key, YamlNode Value)> map, string key, string file) => map.Find(e => e.Key == key).Value switch
    {
        null => [],
        YamlSequenceNode list => [.. list.Select(n => (n as YamlScalarNode)?.Value ?? "")],
        var other => throw Fault(file, "MAPPING_KEY", other.Start, $"“{key}”应为列表", "写作 [甲, 乙]。"),
    };

    private static FileRefusedException Fault(string file, string code, Mark at, string what, string remedy) =>
        new(code, $"字段对应表 {file} 第 {at.Line} 行第 {at.Column} 列：{what}。", remedy, (int)at.Line);
}
