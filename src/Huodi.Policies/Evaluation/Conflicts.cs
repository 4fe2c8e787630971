using Huodi.Domain.Codes;
using Huodi.Policies.Answers;
using Huodi.Policies.Loading;
using Huodi.Rules;

namespace Huodi.Policies.Evaluation;

/// <summary>
/// Finds, for an answer, the rules that stand against it. A city's decision names the rule it parts from; for land of that city the
/// national rule's answer shows the city's just as well, so that neither can be read without the other.
/// </summary>
internal sealed class Conflicts
{
    private const string Division = "行政区划代码";

    private readonly Dictionary<string, CompiledDecision> _decisions;
    private readonly Func<string, string> _title;
    private readonly ILookup<string, (CompiledDecision Declaring, CompiledConflict Rule)> _against;

    /// <param name="decisions">All decisions by id.</param>
    /// <param name="title">Title of a package by id.</param>
    public Conflicts(Dictionary<string, CompiledDecision> decisions, Func<string, string> title)
    {
        (_decisions, _title) = (decisions, title);
        _against = decisions.Values.SelectMany(d => d.Conflicts.Select(c => (Declaring: d, Rule: c))).ToLookup(c => c.Rule.Source.Decision, StringComparer.Ordinal);
    }

    /// <summary>The rules against a decision that disagree with it about this land, or may do so.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="answer">Its answer.</param>
    /// <param name="division">Where the land lies, when the question says so; else its recorded division is taken.</param>
    /// <param name="facts">What is known of the land.</param>
    /// <param name="ask">Answers another decision on the same question, and shows what its package sees.</param>
    public IReadOnlyList<RuleConflict> Of(
        CompiledDecision decision, PolicyAnswer answer, DivisionCode? division, SubjectFacts facts, Func<CompiledDecision, (PolicyAnswer Answer, PackageFacts View)> ask)
    {
        var found = new List<RuleConflict>();
        foreach (var rule in decision.Conflicts)
        {
            if (_decisions.TryGetValue(rule.Source.Decision, out var named)) Add(rule, answer, ask(named).Answer, decision, isDeclaring: true);
        }

        foreach (var (declaring, rule) in _against[decision.Source.Id])
        {
            if (!LiesIn(declaring.Package.Source.Region, division, facts)) continue;
            Add(rule, ask(declaring).Answer, answer, declaring, isDeclaring: false);
        }

        return found;

        void Add(CompiledConflict rule, PolicyAnswer declared, PolicyAnswer other, CompiledDecision declaring, bool isDeclaring)
        {
            var differs = rule.Differs(declared, other, ask(declaring).View);
            var against = isDeclaring ? other : declared;
            if (differs != false) found.Add(new(against, _title(against.Package), rule.Source.Text, differs));
        }
    }

    /// <summary>Reports every conflict that names no decision.</summary>
    public static void Check(IReadOnlyList<CompiledPackage> packages, DiagnosticBag bag)
    {
        var known = packages.SelectMany(p => p.Decisions).Select(d => d.Source.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var package in packages)
        {
            foreach (var rule in package.Decisions.SelectMany(d => d.Conflicts).Where(c => !known.Contains(c.Source.Decision)))
                bag.Error(package.Source.File, rule.Source.Line, "CONFLICT_UNKNOWN", $"“冲突”指向的决策“{rule.Source.Decision}”不存在。", Nearest.Hint(rule.Source.Decision, known));
        }
    }

    /// <summary>Whether the land is known to lie in a region; everything lies in the country.</summary>
    private static bool LiesIn(DivisionCode region, DivisionCode? asked, SubjectFacts facts) =>
        region == DivisionCode.Country || ((asked ?? Recorded(facts)) is { } division && region.Contains(division));

    private static DivisionCode? Recorded(SubjectFacts facts) =>
        facts.Recorded(Division) is { Kind: FeelKind.String } code && DivisionCode.TryParse(code.AsString(), out var division) ? division : null;
}
