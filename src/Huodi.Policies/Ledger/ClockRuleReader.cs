using System.Globalization;
using Huodi.Policies.Loading;

namespace Huodi.Policies.Ledger;

/// <summary>Reads <c>ledger/clocks.yaml</c>.</summary>
internal sealed class ClockRuleReader(PolicyLibrary library, IReadOnlySet<string> articles, DiagnosticBag bag)
{
    public const string FileName = "ledger/clocks.yaml";

    public IReadOnlyList<ClockRule> Read(string text)
    {
        var rules = YamlBlock.ParseList(text, FileName, bag).Select(Rule).ToList();
        foreach (var twice in rules.GroupBy(r => r.Id).Where(g => g.Count() > 1))
            bag.Error(FileName, 1, "CLOCK_TWICE", $"时钟“{twice.Key}”声明了两次。", "改编号或者删去其中一个。");
        return rules;
    }

    private ClockRule Rule(YamlBlock yaml)
    {
        yaml.Only("编号", "名称", "条文", "起算", "到期", "完成", "缴清", "预警月", "预警日", "顺延", "责任", "说明");
        foreach (var article in yaml.Texts("条文").Where(a => !articles.Contains(a))) Error(yaml, "条文", $"没有条文“{article}”。", Nearest.Hint(article, articles));
        var due = yaml.Required("到期");
        var isDecision = due.Contains('/', StringComparison.Ordinal);
        if (isDecision && library.FindDecision(due) is null) Error(yaml, "到期", $"没有决策“{due}”。", "核对编号。");
        var start = yaml.Required("起算");
        foreach (var (key, name) in yaml.Texts("完成").Select(n => ("完成", n)).Append(("起算", start)).Concat(isDecision ? [] : [("到期", due)]))
        {
            if (library.Dictionary.Find(name) is null) Error(yaml, key, $"“{name}”不在事实词典里。", Nearest.Hint(name, library.Dictionary.Names));
        }

        return new(
            yaml.Required("编号"),
            yaml.Required("名称"),
            yaml.Texts("条文"),
            start,
            due,
            isDecision,
            yaml.Texts("完成"),
            yaml.Text("缴清") == "是",
            Numbers(yaml, "预警月"),
            Numbers(yaml, "预警日"),
            yaml.Text("顺延") == "是",
            yaml.Required("责任"),
            yaml.Text("说明") ?? "");
    }

    private int[] Numbers(YamlBlock yaml, string key)
    {
        var numbers = new List<int>();
        foreach (var text in yaml.Texts(key))
        {
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) numbers.Add(number);
            else Error(yaml, key, $"“{text}”不是整数。", "写成 [12, 6, 1]。");
        }

        return [.. numbers.OrderDescending()];
    }

    private void Error(YamlBlock yaml, string key, string message, string suggestion) =>
        bag.Error(FileName, yaml.LineOf(key), "CLOCK_RULE", message, suggestion, yaml.ColumnOf(key));
}
