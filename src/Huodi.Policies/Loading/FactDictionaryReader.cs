using Huodi.Policies.Facts;

namespace Huodi.Policies.Loading;

/// <summary>Reads <c>facts.yaml</c>.</summary>
internal static class FactDictionaryReader
{
    public const string FileName = "facts.yaml";

    public static FactDictionary Read(string text, DiagnosticBag bag)
    {
        var definitions = new Dictionary<string, FactDefinition>(StringComparer.Ordinal);
        foreach (var entry in YamlBlock.ParseList(text, FileName, bag))
        {
            entry.Only("名称", "英文", "类型", "单位", "主体", "由来", "部门", "标准", "说明", "可取", "别名", "推知", "缺时补", "量算图层");
            var name = entry.Required("名称");
            if (definitions.ContainsKey(name)) bag.Error(FileName, entry.Line, "FACT_TWICE", $"事实“{name}”定义了两次。", "删去其中一条。");
            definitions[name] = Definition(entry, name);
        }

        CheckReferences(definitions, bag);
        return new(definitions.Values);
    }

    private static FactDefinition Definition(YamlBlock entry, string name)
    {
        var askFor = entry.Texts("缺时补");
        return new(
            name,
            entry.Required("英文"),
            entry.Required("类型"),
            entry.Text("单位"),
            entry.Required("主体"),
            entry.Required("由来"),
            entry.Required("部门"),
            entry.Text("说明") ?? "",
            entry.Texts("可取"),
            [.. entry.Blocks("推知").Select(b => new FactImplication(b.Required("已知"), b.Text("当"), b.Required("则")))],
            askFor.Count > 0 ? askFor : [name])
        {
            Aliases = entry.Texts("别名"),
            Standard = entry.Text("标准") ?? "",
            MeasuredLayer = entry.Text("量算图层"),
            Line = entry.Line,
        };
    }

    private static void CheckReferences(Dictionary<string, FactDefinition> definitions, DiagnosticBag bag)
    {
        foreach (var definition in definitions.Values)
        {
            foreach (var other in definition.Implied.Select(i => i.Known).Concat(definition.AskFor).Where(n => !definitions.ContainsKey(n)))
                bag.Error(FileName, definition.Line, "FACT_UNKNOWN", $"事实“{definition.Name}”引用了词典里没有的“{other}”。", Nearest.Hint(other, definitions.Keys));
        }
    }
}
