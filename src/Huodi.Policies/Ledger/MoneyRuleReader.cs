using Huodi.Domain.Ledger.Kinds;
using Huodi.Policies.Loading;

namespace Huodi.Policies.Ledger;

/// <summary>Reads <c>ledger/money.yaml</c>: the accounts, and the decisions that none is kept for.</summary>
internal sealed class MoneyRuleReader(PolicyLibrary library, LedgerKinds kinds, IReadOnlySet<string> articles, DiagnosticBag bag)
{
    public const string FileName = "ledger/money.yaml";

    private const string Absent = "没有";

    public (IReadOnlyList<MoneyRule> Rules, IReadOnlyList<Exemption> Exempt) Read(string text)
    {
        var blocks = YamlBlock.ParseList(text, FileName, bag).ToLookup(b => b.Texts("不设").Count == 0);
        var rules = blocks[true].Select(Rule).ToList();
        foreach (var twice in rules.GroupBy(r => r.Name).Where(g => g.Count() > 1))
            bag.Error(FileName, twice.Last().Line, "MONEY_TWICE", $"账户“{twice.Key}”声明了两次。", "改名或者删去其中一个。");
        Allotted(rules);
        return (rules, [.. blocks[false].SelectMany(Exempt)]);
    }

    private IEnumerable<Exemption> Exempt(YamlBlock yaml)
    {
        yaml.Only("不设", "理由");
        var reason = yaml.Required("理由");
        foreach (var id in yaml.Texts("不设")) yield return new(Decision(yaml, "不设", id), reason);
    }

    private MoneyRule Rule(YamlBlock yaml)
    {
        yaml.Only("账户", "条文", "应付", "核定", "核对", "成立", "代管", "逐日", "积数", "分期", "收", "退", "说明");
        foreach (var article in yaml.Texts("条文").Where(a => !articles.Contains(a))) Error(yaml, "条文", $"没有条文“{article}”。", Nearest.Hint(article, articles));
        foreach (var owed in yaml.Texts("应付")) _ = owed.Contains('/', StringComparison.Ordinal) ? Decision(yaml, "应付", owed) : Fact(yaml, "应付", owed);
        foreach (var check in yaml.Texts("核对")) Decision(yaml, "核对", check);
        return new(
            yaml.Required("账户"),
            yaml.Texts("条文"),
            yaml.Texts("应付"),
            yaml.Blocks("核定") is [var assessed] ? Entry(assessed) : null,
            yaml.Texts("核对"),
            yaml.Text("成立") is { } once ? Fact(yaml, "成立", once) : null,
            yaml.Text("代管") == "是",
            yaml.Blocks("逐日") is [var daily] ? Daily(daily) : null,
            yaml.Blocks("积数") is [var interest] ? Base(interest) : null,
            yaml.Blocks("分期") is [var plan] ? Plan(plan) : null,
            [.. yaml.Blocks("收").Select(Entry)],
            [.. yaml.Blocks("退").Select(Entry)],
            yaml.Text("说明") ?? "")
        {
            Line = yaml.Line,
        };
    }

    private DailyDamages Daily(YamlBlock yaml)
    {
        yaml.Only("天数", "截止", "约定", "重新计算", "期间", "变更");
        var cause = library.Packages.SelectMany(p => p.Parameters).FirstOrDefault(p => p.Name == yaml.Text("重新计算"));
        if (cause is null) Error(yaml, "重新计算", $"没有参数“{yaml.Text("重新计算")}”。", "核对名称。");
        return new(
            Decision(yaml, "天数", yaml.Required("天数")), Decision(yaml, "截止", yaml.Required("截止")), Fact(yaml, "约定", yaml.Required("约定")),
            cause is { Values: [.., var last] } ? last.Value.Trim('"') : null)
        {
            Excluded = yaml.Text("期间") is { } excluded ? Decision(yaml, "期间", excluded) : null,
            Changes = yaml.Text("变更") is { } changes ? Decision(yaml, "变更", changes) : null,
        };
    }

    private InterestBase Base(YamlBlock yaml)
    {
        yaml.Only("事实", "期间", "起算");
        if (yaml.Required("期间") is not ("分期" or "迟延")) Error(yaml, "期间", $"“{yaml.Text("期间")}”不是“分期”或者“迟延”。", "分期是到期以前，迟延是到期以后。");
        if (yaml.Text("期间") == "分期") _ = yaml.Required("起算");
        return new(Fact(yaml, "事实", yaml.Required("事实")), yaml.Text("期间") == "迟延", yaml.Text("起算") is { } start ? Fact(yaml, "起算", start) : null);
    }

    private MoneyPlan Plan(YamlBlock yaml)
    {
        yaml.Only("计划", "记录", "退回");
        return new(
            Fact(yaml, "计划", yaml.Required("计划")), Fact(yaml, "记录", yaml.Required("记录")), yaml.Text("退回") is { } back ? Fact(yaml, "退回", back) : null);
    }

    private MoneyEntry Entry(YamlBlock yaml)
    {
        yaml.Only("种类", "字段", "当");
        var (name, amount) = (yaml.Required("种类"), yaml.Required("字段"));
        var kind = kinds.Find(name);
        if (kind is null) Error(yaml, "种类", $"没有登记种类“{name}”。", "核对名称。");
        else if (kind.Fields.All(f => f.Name != amount)) Error(yaml, "字段", $"“{name}”没有字段“{amount}”。", "核对名称。");
        if (yaml.Blocks("当") is not [var when]) return new(kind?.English ?? name, amount, null, []);
        var field = when.Keys.FirstOrDefault() ?? "";
        if (kind is not null && kind.Fields.All(f => f.Name != field)) Error(when, field, $"“{name}”没有字段“{field}”。", "核对名称。");
        return new(kind?.English ?? name, amount, field, [.. when.Texts(field).Select(v => v == Absent ? null : v)]);
    }

    /// <summary>Every entry with a voucher goes to one account, whatever its field says.</summary>
    private void Allotted(List<MoneyRule> rules)
    {
        var takers = rules.SelectMany(r => r.In.Concat(r.Out).Select(e => (Entry: e, r.Line))).ToLookup(e => e.Entry.Kind);
        foreach (var kind in kinds.All.Where(k => k.Fields.Any(f => f.Name == "凭证号")))
        {
            var field = takers[kind.English].Select(t => t.Entry.Field).FirstOrDefault(f => f is not null);
            string?[] values = field is null ? [null] : [null, .. library.Dictionary.Find(field)?.Allowed ?? []];
            foreach (var value in values)
            {
                var count = takers[kind.English].Count(t => t.Entry.Field is null || (t.Entry.Field == field && t.Entry.Values.Contains(value)));
                if (count == 1) continue;
                bag.Error(
                    FileName, takers[kind.English].Select(t => t.Line).LastOrDefault(1), "MONEY_ALLOTMENT",
                    $"登记种类“{kind.Name}”{(field is null ? "" : $"（{field}：{value ?? Absent}）")}进了 {count} 个账户，应当恰好一个。", "在“收”“退”里补上或者删去。");
            }
        }
    }

    private string Decision(YamlBlock yaml, string key, string id)
    {
        if (library.FindDecision(id) is null) Error(yaml, key, $"没有决策“{id}”。", "核对编号。");
        return id;
    }

    private string Fact(YamlBlock yaml, string key, string name)
    {
        if (library.Dictionary.Find(name) is null) Error(yaml, key, $"“{name}”不在事实词典里。", Nearest.Hint(name, library.Dictionary.Names));
        return name;
    }

    private void Error(YamlBlock yaml, string key, string message, string suggestion) =>
        bag.Error(FileName, yaml.LineOf(key), "MONEY_RULE", message, suggestion, yaml.ColumnOf(key));
}
