using System.Globalization;
using System.Text.Json.Nodes;
using Huodi.Domain.Codes;
using Huodi.Policies.Answers;
using Huodi.Policies.Facts;
using Huodi.Policies.Packages;
using Huodi.Policies.Registers;

namespace Huodi.Policies.Loading;

/// <summary>Reads one <c>registers/*.yaml</c>: what a register rests on, its columns, and what brings land into it.</summary>
internal sealed class RegisterReader(FactDictionary dictionary, UnitTable units, IReadOnlyList<PolicyPackage> packages, DiagnosticBag bag)
{
    public const string Folder = "registers";

    private readonly HashSet<string> _articles = [.. packages.SelectMany(p => p.Articles).Select(a => a.Id)];
    private readonly HashSet<string> _decisions = [.. packages.SelectMany(p => p.Decisions).Select(d => d.Id)];

    public RegisterDefinition? Read(string file, string text)
    {
        if (YamlBlock.Parse(text, file, 1, bag) is not { } yaml) return null;
        yaml.Only("编号", "名称", "说明", "依据", "批次余地", "已供应", "零星不超过", "栏目", "疑似", "认定", "类别", "必填");
        var categories = yaml.Blocks("类别", "名称").Select(Category).ToList();
        if (categories.Count == 0 || categories[^1] is not { Name: not null, When.Count: 0 })
            bag.Error(file, yaml.LineOf("类别"), "REGISTER_CATEGORY", "类别的最后一条须是没有条件的名称。", "末尾加一条，例如“- 类型未定”。");
        var rules = (Suspected: Rules(yaml, "疑似"), Entered: Rules(yaml, "认定"));
        foreach (var rule in rules.Entered.Where(r => r.Decision is not null))
            bag.Error(file, yaml.LineOf("认定"), "REGISTER_ENTERED", $"“{rule.Decision}”只能得出疑似。", "认定须由人作出：写记录认定的事实；决策放到“疑似”下。");
        return new()
        {
            Id = yaml.Required("编号"),
            Name = yaml.Required("名称"),
            Note = yaml.Required("说明"),
            Basis = [.. yaml.Blocks("依据").Select(Basis)],
            HoldsRemainders = yaml.Text("批次余地") == "true",
            IsOfPieces = yaml.Keys.Contains("零星不超过"),
            SuppliedFacts = [.. yaml.Texts("已供应").Select(n => Known(yaml, "已供应", n))],
            LargestPiece = Number(yaml, "零星不超过"),
            Columns = [.. yaml.Blocks("栏目", "事实").Select(Column)],
            Suspected = rules.Suspected,
            Entered = rules.Entered,
            Categories = categories,
            Required = [.. yaml.Texts("必填").Select(n => Known(yaml, "必填", n))],
            File = file,
        };
    }

    private RegisterBasis Basis(YamlBlock block)
    {
        block.Only("条", "地区", "说明");
        var article = block.Required("条");
        if (!_articles.Contains(article)) bag.Warning(block.File, block.Line, "ARTICLE_UNKNOWN", $"没有条文“{article}”。", Nearest.Hint(article, _articles));
        if (!DivisionCode.TryParse(block.Required("地区"), out var region))
            bag.Error(block.File, block.Line, "DIVISION_CODE", $"“{block.Text("地区")}”不是六位行政区划代码。", "全国写 100000。");
        return new(article, region, block.Text("说明") ?? "");
    }

    private RegisterColumn Column(YamlBlock block)
    {
        block.Only("事实", "单位");
        var fact = Known(block, "事实", block.Required("事实"));
        var own = dictionary.Find(fact)?.Unit;
        if (block.Text("单位") is not { } unit || unit == own) return new(fact, own, 1);
        if (own is not null && units.Factor(own, unit) is { } factor) return new(fact, unit, decimal.Parse(factor, CultureInfo.InvariantCulture));
        bag.Error(block.File, block.Line, "UNIT_UNKNOWN", $"“{fact}”的单位是 {own ?? "（无）"}，不能换算成“{unit}”。", $"在 {UnitTable.FileName} 中写明系数，或用词典的单位。");
        return new(fact, own, 1);
    }

    private List<RegisterRule> Rules(YamlBlock yaml, string key) => [.. yaml.Blocks(key).Select(Rule)];

    private RegisterRule Rule(YamlBlock block)
    {
        block.Only("决策", "本地", "结论", "事实", "类别", "说明");
        var (decision, local, category) = (block.Text("决策"), block.Text("本地"), block.Text("类别"));

        // A city may carry the packages of its own law only; a rule about another's then never applies.
        foreach (var named in new[] { decision, local }.OfType<string>().Where(d => !_decisions.Contains(d)))
            bag.Warning(block.File, block.Line, "DECISION_UNKNOWN", $"没有决策“{named}”。", Nearest.Hint(named, _decisions));
        var outcomes = block.Texts("结论").Select(t => Outcome(block, t)).OfType<Outcome>().ToList();
        var when = Matches(block);
        if (decision is null ? when.Count == 0 || outcomes.Count > 0 || (local ?? category) is not null : outcomes.Count == 0)
            bag.Error(block.File, block.Line, "REGISTER_RULE", "一条规则须写“决策”和“结论”，或者只写“事实”；“本地”“类别”只随“决策”写。", "例如 { 决策: CN-53-02/闲置, 结论: 符合 }。");
        if (category is not null and not RegisterRule.Undecided)
            bag.Error(block.File, block.Line, "REGISTER_CATEGORY", $"规则的类别只能是“{RegisterRule.Undecided}”，实为“{category}”。", "其他类别依事实，写在“类别”下。");
        return new(decision, outcomes, when, block.Text("说明") ?? "") { Local = local, Category = category };
    }

    private RegisterCategory Category(YamlBlock block)
    {
        block.Only("取", "名称", "事实");
        var (fact, name) = (block.Text("取"), block.Text("名称"));
        if (fact is null == name is null)
            bag.Error(block.File, block.Line, "REGISTER_CATEGORY", "一条类别须写“取”（用某个事实的值）或“名称”，二者择一。", "例如 { 取: 低效用地类型 }。");
        return new(fact is null ? null : Known(block, "取", fact), name, Matches(block));
    }

    private List<FactMatch> Matches(YamlBlock block) => [.. block.Blocks("事实").Select(b =>
    {
        b.Only("名称", "为");
        return Match(b, Known(b, "名称", b.Required("名称")), b.Required("为"));
    })];

    private FactMatch Match(YamlBlock block, string fact, string text)
    {
        if (text is "已知" or "未知") return new(fact, text == "已知" ? FactTest.Known : FactTest.Unknown, null);
        var definition = dictionary.Find(fact);
        JsonNode? value = definition?.Type switch
        {
            "boolean" => bool.TryParse(text, out var truth) ? JsonValue.Create(truth) : null,
            "number" => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number) : null,
            "string" => definition.Allowed.Count == 0 || definition.Allowed.Contains(text) ? JsonValue.Create(text) : null,
            _ => null,
        };
        if (value is null) bag.Error(block.File, block.Line, "FACT_VALUE", $"“{fact}”不能是“{text}”。", "写词典允许的值，或已知、未知。");
        return new(fact, FactTest.Equal, value);
    }

    private Outcome? Outcome(YamlBlock block, string text)
    {
        if (OutcomeNames.All.Where(o => o.Chinese() == text).Select(o => (Outcome?)o).FirstOrDefault() is { } outcome) return outcome;
        bag.Error(block.File, block.Line, "OUTCOME_UNKNOWN", $"没有结论“{text}”。", $"可用：{string.Join("、", OutcomeNames.All.Select(o => o.Chinese()))}。");
        return null;
    }

    private decimal? Number(YamlBlock block, string key)
    {
        if (block.Text(key) is not { } text) return null;
        if (decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)) return number;
        bag.Error(block.File, block.LineOf(key), "NUMBER", $"“{key}”应为数，实为“{text}”。", "没有确定的留空。");
        return null;
    }

    private string Known(YamlBlock block, string key, string fact)
    {
        if (dictionary.Find(fact) is null)
            bag.Error(block.File, block.LineOf(key), "FACT_UNKNOWN", $"事实词典里没有“{fact}”。", Nearest.Hint(fact, dictionary.Names));
        return fact;
    }
}
