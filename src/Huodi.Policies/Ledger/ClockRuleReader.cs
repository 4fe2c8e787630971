using System.Globalization;
using Huodi.Policies.Loading;

namespace Huodi.Policies.Ledger;

/// <summary>Reads <c>ledger/clocks.yaml</c>: the clocks, and the decisions that none is kept for.</summary>
internal sealed class ClockRuleReader(PolicyLibrary library, IReadOnlySet<string> articles, DiagnosticBag bag)
{
    public const string FileName = "ledger/clocks.yaml";

    public (IReadOnlyList<ClockRule> Rules, IReadOnlyList<Exemption> Exempt) Read(string text)
    {
        var blocks = YamlBlock.ParseList(text, FileName, bag).ToLookup(b => b.Texts("不设").Count == 0);
        var rules = blocks[true].Select(Rule).ToList();
        foreach (var twice in rules.GroupBy(r => r.Id).Where(g => g.Count() > 1))
            bag.Error(FileName, twice.Last().Line, "CLOCK_TWICE", $"时钟“{twice.Key}”声明了两次。", "改编号或者删去其中一个。");
        return (rules, [.. blocks[false].SelectMany(Exempt)]);
    }

    private IEnumerable<Exemption> Exempt(YamlBlock yaml)
    {
        yaml.Only("不设", "理由");
        var reason = yaml.Required("理由");
        foreach (var id in yaml.Texts("不设"))
        {
            Decision(yaml, "不设", id);
            yield return new(id, reason);
        }
    }

    private ClockRule Rule(YamlBlock yaml)
    {
        yaml.Only("编号", "名称", "条文", "起算", "到期", "计", "约定", "分期", "完成", "未完", "缴清", "预警月", "预警日", "顺延", "责任", "说明");
        foreach (var article in yaml.Texts("条文").Where(a => !articles.Contains(a))) Error(yaml, "条文", $"没有条文“{article}”。", Nearest.Hint(article, articles));
        var due = yaml.Required("到期");
        var isDecision = due.Contains('/', StringComparison.Ordinal);
        if (isDecision) Decision(yaml, "到期", due);
        else Fact(yaml, "到期", due);
        foreach (var done in yaml.Texts("完成")) Fact(yaml, "完成", done);
        foreach (var notDone in yaml.Texts("未完")) Fact(yaml, "未完", notDone);
        if (yaml.Text("约定") is { } agreed) Fact(yaml, "约定", agreed);
        return new(
            yaml.Required("编号"),
            yaml.Required("名称"),
            yaml.Texts("条文"),
            Fact(yaml, "起算", yaml.Required("起算")),
            due,
            isDecision,
            yaml.Texts("完成"),
            yaml.Blocks("缴清") is [var paid] ? Settled(paid) : null,
            Numbers(yaml, "预警月"),
            Numbers(yaml, "预警日"),
            yaml.Text("顺延") == "是",
            yaml.Required("责任"),
            yaml.Text("说明") ?? "")
        {
            Line = yaml.Line,
            InWorkingDays = yaml.Text("计") == "工作日",
            Agreed = yaml.Text("约定"),
            NotDone = yaml.Texts("未完"),
            Stages = yaml.Blocks("分期") is [var stages] ? Stages(stages) : null,
        };
    }

    private ClockSettlement Settled(YamlBlock yaml)
    {
        yaml.Only("应", "已");
        foreach (var owed in yaml.Texts("应"))
        {
            if (owed.Contains('/', StringComparison.Ordinal)) Decision(yaml, "应", owed);
            else Fact(yaml, "应", owed);
        }

        return new(yaml.Texts("应"), Fact(yaml, "已", yaml.Required("已")));
    }

    private ClockStages Stages(YamlBlock yaml)
    {
        yaml.Only("记录", "退回", "只看首期");
        if (yaml.Text("退回") is { } returned) Fact(yaml, "退回", returned);
        return new(Fact(yaml, "记录", yaml.Required("记录")), yaml.Text("退回"), yaml.Text("只看首期") == "是");
    }

    private void Decision(YamlBlock yaml, string key, string id)
    {
        if (library.FindDecision(id) is null) Error(yaml, key, $"没有决策“{id}”。", "核对编号。");
    }

    private string Fact(YamlBlock yaml, string key, string name)
    {
        if (library.Dictionary.Find(name) is null) Error(yaml, key, $"“{name}”不在事实词典里。", Nearest.Hint(name, library.Dictionary.Names));
        return name;
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
