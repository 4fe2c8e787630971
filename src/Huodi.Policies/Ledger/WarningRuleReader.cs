using System.Globalization;
using Huodi.Policies.Loading;

namespace Huodi.Policies.Ledger;

/// <summary>Reads <c>ledger/warnings.yaml</c>.</summary>
internal sealed class WarningRuleReader(IReadOnlyList<ClockRule> clocks, DiagnosticBag bag)
{
    public const string FileName = "ledger/warnings.yaml";

    public WarningRules Read(string text)
    {
        if (YamlBlock.Parse(text, FileName, 1, bag) is not { } yaml) return WarningRules.None;
        yaml.Only("级别", "升级", "上级", "补跑天数");
        var levels = yaml.Texts("级别");
        foreach (var twice in levels.GroupBy(l => l).Where(g => g.Count() > 1)) Error(yaml, "级别", $"级别“{twice.Key}”写了两次。", "只写一次。");
        foreach (var lacking in Given().Distinct().Except(levels)) Error(yaml, "级别", $"时钟会给出“{lacking}”，这里没有它的次序。", "按缓急补写进“级别”。");
        return new(
            levels,
            [.. yaml.Blocks("升级").Select(b => Escalation(b, levels))],
            Superiors(yaml),
            Number(yaml, "补跑天数") ?? 0);
    }

    private IEnumerable<string> Given() => clocks
        .SelectMany(c => c.WarningMonths.Select(m => $"提前{m}个月").Concat(c.WarningDays.Select(d => $"提前{d}日")))
        .Concat([WarningRules.Overdue, WarningRules.DueToday, WarningRules.FactsMissing]);

    private EscalationRule Escalation(YamlBlock yaml, IReadOnlyList<string> levels)
    {
        yaml.Only("名称", "情形", "天数", "级别", "说明");
        var condition = yaml.Required("情形");
        if (condition is not ("未签收" or "未办结")) Error(yaml, "情形", $"不认识的情形“{condition}”。", "写“未签收”或者“未办结”。");
        foreach (var level in yaml.Texts("级别").Except(levels)) Error(yaml, "级别", $"没有级别“{level}”。", Nearest.Hint(level, levels));
        var days = Number(yaml, "天数");
        if (days == 0) Error(yaml, "天数", "天数要从 1 起。", "不升级的，空着不填。");
        return new(yaml.Required("名称"), condition == "未签收" ? WarningCondition.NotAcknowledged : WarningCondition.NotClosed, days, yaml.Texts("级别"));
    }

    private Dictionary<string, string> Superiors(YamlBlock yaml)
    {
        var superiors = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var block in yaml.Blocks("上级"))
        {
            block.Only("单位", "上级单位");
            var office = block.Required("单位");
            if (block.Text("上级单位") is not { } superior) continue;
            if (!superiors.TryAdd(office, superior)) Error(block, "单位", $"“{office}”的上级写了两次。", "只写一次。");
        }

        if (superiors.Keys.FirstOrDefault(o => IsAbove(o, superiors)) is { } ring) Error(yaml, "上级", $"“{ring}”绕一圈成了自己的上级。", "改正其中一个，或者空着。");

        return superiors;
    }

    private static bool IsAbove(string office, Dictionary<string, string> superiors)
    {
        var above = superiors.GetValueOrDefault(office);
        for (var steps = 0; above is not null && above != office && steps < superiors.Count; steps++) above = superiors.GetValueOrDefault(above);
        return above == office;
    }

    private int? Number(YamlBlock yaml, string key)
    {
        if (yaml.Text(key) is not { } text) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        Error(yaml, key, $"“{text}”不是整数。", "写成 3，或者空着。");
        return null;
    }

    private void Error(YamlBlock yaml, string key, string message, string suggestion) =>
        bag.Error(FileName, yaml.LineOf(key), "WARNING_RULE", message, suggestion, yaml.ColumnOf(key));
}
