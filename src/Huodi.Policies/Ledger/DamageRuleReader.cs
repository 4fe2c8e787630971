using Huodi.Policies.Loading;

namespace Huodi.Policies.Ledger;

/// <summary>Reads <c>ledger/damages.yaml</c>.</summary>
internal static class DamageRuleReader
{
    public const string FileName = "ledger/damages.yaml";

    public static IReadOnlyList<DamageRule> Read(string text, PolicyLibrary library, DiagnosticBag bag)
    {
        var rules = new List<DamageRule>();
        foreach (var yaml in YamlBlock.ParseList(text, FileName, bag))
        {
            yaml.Only("名称", "金额", "天数", "截止", "约定", "重新计算");
            foreach (var key in new[] { "金额", "天数", "截止" })
            {
                if (library.FindDecision(yaml.Required(key)) is null)
                    bag.Error(FileName, yaml.LineOf(key), "LEDGER_DECISION", $"没有决策“{yaml.Text(key)}”。", "核对编号。", yaml.ColumnOf(key));
            }

            var agreed = yaml.Required("约定");
            if (library.Dictionary.Find(agreed) is null)
                bag.Error(FileName, yaml.LineOf("约定"), "FACT_UNKNOWN", $"“{agreed}”不在事实词典里。", Nearest.Hint(agreed, library.Dictionary.Names), yaml.ColumnOf("约定"));
            var cause = library.Packages.SelectMany(p => p.Parameters).FirstOrDefault(p => p.Name == yaml.Text("重新计算"));
            if (cause is null) bag.Error(FileName, yaml.LineOf("重新计算"), "LEDGER_PARAMETER", $"没有参数“{yaml.Text("重新计算")}”。", "核对名称。", yaml.ColumnOf("重新计算"));
            rules.Add(new(
                yaml.Required("名称"), yaml.Required("金额"), yaml.Required("天数"), yaml.Required("截止"), agreed,
                cause is { Values: [.., var last] } ? last.Value.Trim('"') : null));
        }

        return rules;
    }
}
