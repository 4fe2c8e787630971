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
            yaml.Only("状态", "决策", "说明");
            foreach (var id in yaml.Texts("决策").Where(d => library.FindDecision(d) is null))
                bag.Error(FileName, yaml.LineOf("决策"), "LEDGER_DECISION", $"没有决策“{id}”。", "核对编号。", yaml.ColumnOf("决策"));
            rules.Add(new(yaml.Required("状态"), yaml.Texts("决策"), yaml.Text("说明") ?? ""));
        }

        return rules;
    }
}
