using System.Collections.Frozen;
using Huodi.Domain;
using Huodi.Domain.Ledger;
using Huodi.Domain.Ledger.Kinds;
using Huodi.Policies.Facts;
using Huodi.Policies.Loading;
using Huodi.Policies.Packages;
using Huodi.Policies.Procedures;

namespace Huodi.Policies.Ledger;

/// <summary>Reads <c>ledger/kinds.yaml</c>.</summary>
internal sealed class LedgerKindReader(FactDictionary dictionary, IReadOnlySet<string> articles, IReadOnlyList<Procedure> procedures, DiagnosticBag bag)
{
    public const string FileName = "ledger/kinds.yaml";

    /// <summary>Facts of this subject exist only in an entry; the other fields of a kind set the fact of their name.</summary>
    public const string EntryOnly = "登记";

    private static readonly string[] Stages = ["招商", "供地", "监管", "处置", "退出"];

    public LedgerKinds Read(string text)
    {
        var kinds = YamlBlock.ParseList(text, FileName, bag).Select(Kind).OfType<LedgerKind>().ToList();
        foreach (var twice in kinds.SelectMany(k => new[] { (k.Name, k.Line), (Name: k.English, k.Line) }).GroupBy(n => n.Name).Where(g => g.Count() > 1))
            bag.Error(FileName, twice.Last().Line, "LEDGER_KIND_TWICE", $"种类“{twice.Key}”声明了两次。", "改名或者删去其中一个。");
        CheckManners(kinds);
        return new(kinds, Twice(kinds));
    }

    /// <summary>Which kinds tell what a step of a case tells too, fact by fact.</summary>
    private TwiceRecorded? Twice(List<LedgerKind> kinds)
    {
        var running = procedures.Select(p => p.Running).OfType<string>().Distinct(StringComparer.Ordinal).ToList(); // A state that comes and goes, no event.
        var facts = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var step in procedures.SelectMany(p => p.Steps).Where(s => s.SameAs is not null))
        {
            if (kinds.Find(k => k.Name == step.SameAs) is not { } same)
            {
                bag.Error(FileName, 1, "LEDGER_KIND_UNKNOWN", $"程序步骤“{step.Name}”的“同种类”写的“{step.SameAs}”没有声明。", Nearest.Hint(step.SameAs!, kinds.Select(k => k.Name))); // Asked for steps that have one.
                continue;
            }

            var told = step.Sets.Select(s => s.Fact).Concat(step.Fields).Concat(step.FieldsWhen.Select(f => f.Value)).Append(step.DayFact);
            foreach (var fact in told.OfType<string>().Intersect(same.Effects.Select(e => e.Fact)).Except(running))
            {
                if (!facts.TryGetValue(fact, out var by)) facts[fact] = by = [];
                _ = by.Add(same.English);
            }
        }

        return facts.Count == 0 ? null : new(
            CaseField.Done,
            facts.ToFrozenDictionary(f => f.Key, f => f.Value.ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal),
            running,
            CaseField.OpenedOn);
    }

    private LedgerKind? Kind(YamlBlock yaml)
    {
        yaml.Only("名称", "英文", "阶段", "对象", "条文", "依据", "说明", "必填", "选填", "置", "终", "途径", "程序步骤", "不更正", "标准");
        var fields = Fields(yaml, "必填", true).Concat(Fields(yaml, "选填", false)).ToList();
        foreach (var twice in fields.GroupBy(f => f.Name).Where(g => g.Count() > 1)) Error(yaml, "选填", "LEDGER_FIELD_TWICE", $"字段“{twice.Key}”写了两次。", "只写一次。");
        var stage = yaml.Required("阶段");
        if (!Stages.Contains(stage)) Error(yaml, "阶段", "LEDGER_STAGE", $"不认识的阶段“{stage}”。", $"可用：{string.Join("、", Stages)}。");
        foreach (var article in yaml.Texts("条文").Where(a => !articles.Contains(a)))
            Error(yaml, "条文", "LEDGER_ARTICLE", $"没有条文“{article}”。", Nearest.Hint(article, articles));
        var effects = new EffectReader(dictionary, fields, procedures, bag).Read(yaml);
        return new(
            yaml.Required("名称"),
            English(yaml),
            stage,
            Subjects(yaml),
            yaml.Texts("条文"),
            yaml.Required("依据"),
            yaml.Text("说明") ?? "",
            fields,
            effects,
            yaml.Line,
            yaml.Text("途径") ?? "")
        {
            IsFixed = yaml.Text("不更正") == "是",
            Standard = yaml.Text("标准") ?? "",
        };
    }

    private string English(YamlBlock yaml)
    {
        var english = yaml.Required("英文");
        if (english == EffectiveEntries.Withdrawal || english.Any(c => !char.IsAsciiLetterLower(c) && c != '-'))
            Error(yaml, "英文", "LEDGER_KIND_NAME", $"英文名“{english}”不能用。", $"只用小写字母和连字符；{EffectiveEntries.Withdrawal} 留给撤回。");
        return english;
    }

    private List<LedgerSubjectKind> Subjects(YamlBlock yaml)
    {
        var subjects = new List<LedgerSubjectKind>();
        foreach (var word in yaml.Texts("对象"))
        {
            try
            {
                subjects.Add(LedgerSubject.KindOf(word));
            }
            catch (DomainException)
            {
                Error(yaml, "对象", "LEDGER_SUBJECT", $"不认识的对象“{word}”。", "可用：宗地、供地结果、项目。");
            }
        }

        if (subjects.Count == 0) bag.Error(FileName, yaml.Line, "YAML_KEY", "缺少“对象”。", "补写一行“对象: [宗地, 供地结果]”。");
        return subjects;
    }

    private IEnumerable<LedgerField> Fields(YamlBlock yaml, string key, bool required)
    {
        foreach (var name in yaml.Texts(key))
        {
            if (dictionary.Find(name) is null) Error(yaml, key, "FACT_UNKNOWN", $"字段“{name}”不在事实词典里。", Nearest.Hint(name, dictionary.Names));
            else yield return new(name, required);
        }
    }

    /// <summary>A fact comes about in one manner: the latest decides, or figures add up, or a list is gathered.</summary>
    private void CheckManners(List<LedgerKind> kinds)
    {
        foreach (var fact in kinds.SelectMany(k => k.Effects.Select(e => (k, e))).GroupBy(p => p.e.Fact))
        {
            var manners = fact.GroupBy(p => p.e switch { AddsToFact => "累计", ListsItem or OpensInterval or ClosesInterval => "列表", _ => "置" }).ToList();
            if (manners.Count > 1)
            {
                bag.Error(FileName, fact.Last().k.Line, "LEDGER_EFFECT_MIX",
                    $"事实“{fact.Key}”有的种类用“{manners[0].Key}”，有的用“{manners[1].Key}”，无法合成一个值。", "全部种类用同一种方式。");
            }
        }
    }

    private void Error(YamlBlock yaml, string key, string code, string message, string suggestion) =>
        bag.Error(FileName, yaml.LineOf(key), code, message, suggestion, yaml.ColumnOf(key));
}
