using Huodi.Policies.Loading;

namespace Huodi.Policies.Ledger;

/// <summary>Reads <c>ledger/states.yaml</c>.</summary>
internal static class StateRuleReader
{
    public const string FileName = "ledger/states.yaml";

    public static IReadOnlyList<StateRule> Read(string text, PolicyLibrary library, DiagnosticBag bag)
    {
        var rules = new List<StateRule>();
        foreach (var yaml in YamlBlock.ParseList(text, FileName, bag))
        {
            yaml.Only("状态", "决策", "本地", "说明");
            rules.Add(new(yaml.Required("状态"), Decisions(yaml, "决策"), Decisions(yaml, "本地"), yaml.Text("说明") ?? ""));
        }

        return rules;

        IReadOnlyList<string> Decisions(YamlBlock yaml, string key)
        {
            var decisions = yaml.Texts(key);
            foreach (var id in decisions.Where(d => library.FindDecision(d) is null))
                bag.Error(FileName, yaml.LineOf(key), "LEDGER_DECISION", $"没有决策“{id}”。", "核对编号。", yaml.ColumnOf(key));
            return decisions;
        }
    }
}
