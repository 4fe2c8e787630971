using System.Text.Json.Nodes;
using Huodi.Domain.Codes;
using Huodi.Policies.Answers;
using Huodi.Policies.Cases;
using Huodi.Policies.Evaluation;
using Huodi.Policies.Facts;
using Huodi.Policies.Lineage;
using Huodi.Policies.Packages;
using Huodi.Policies.Registers;

namespace Huodi.Policies;

/// <summary>All packages of a folder, compiled, with the fact dictionary. Immutable and safe for use by many threads.</summary>
public sealed partial class PolicyLibrary
{
    /// <summary>Kinds of subject, as the dictionary names them, that a parcel or a grant brings facts about.</summary>
    private static readonly string[] SubjectsOnLand = ["宗地", "合同", "项目", "企业"];

    private readonly CompiledDictionary _dictionary;
    private readonly string _dictionaryHash;
    private readonly Lazy<HashSet<CompiledDecision>> _onLand;
    private readonly Lazy<Dictionary<string, PolicyPackage>> _articles;
    private readonly Dictionary<string, CompiledDecision> _decisions;
    private readonly Conflicts _conflicts;

    internal PolicyLibrary(CompiledDictionary dictionary, string dictionaryHash, IReadOnlyList<CompiledPackage> packages)
    {
        (_dictionary, _dictionaryHash, Compiled) = (dictionary, dictionaryHash, packages);
        Packages = [.. packages.Select(p => p.Source)];
        _decisions = packages.SelectMany(p => p.Decisions).GroupBy(d => d.Source.Id).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        _articles = new(() => Packages.SelectMany(p => p.Articles.Select(a => (a.Id, Package: p))).GroupBy(a => a.Id)
            .ToDictionary(g => g.Key, g => g.First().Package, StringComparer.Ordinal));
        _onLand = new(() => [.. packages.SelectMany(p => p.Decisions).Where(ReadsLand)]);
        _conflicts = new(_decisions, id => Packages.First(p => p.Id == id).Title);
    }

    /// <summary>The fact dictionary.</summary>
    public FactDictionary Dictionary => _dictionary.Source;

    /// <summary>SHA-256 of the dictionary's text, lower-case hex.</summary>
    public string DictionaryHash => _dictionaryHash;

    /// <summary>Packages, national law first, then in id order.</summary>
    public IReadOnlyList<PolicyPackage> Packages { get; }

    /// <summary>The registers a city keeps, in the order of their files.</summary>
    public IReadOnlyList<RegisterDefinition> Registers { get; internal init; } = [];

    /// <summary>What a split, merge or change of boundary is held to.</summary>
    public ParcelChangeProfile ParcelChanges { get; internal init; } = ParcelChangeProfile.None;

    internal IReadOnlyList<CompiledPackage> Compiled { get; }

    /// <summary>Packages whose region contains the division, national law first.</summary>
    public IEnumerable<PolicyPackage> Governing(DivisionCode division) => Packages.Where(p => p.Region.Contains(division));

    /// <summary>Whether the document with this decision is national law or governs the place; without a place, only national law does.</summary>
    public bool GovernsDecision(string id, DivisionCode? place) => _decisions.TryGetValue(id, out var decision) && Governs(decision.Package.Source, place);

    /// <summary>Whether the document with this article is national law or governs the place.</summary>
    public bool GovernsArticle(string id, DivisionCode? place) => _articles.Value.TryGetValue(id, out var package) && Governs(package, place);

    /// <summary>The decision of that id, or null.</summary>
    public Decision? FindDecision(string id) => _decisions.GetValueOrDefault(id)?.Source;

    /// <summary>Answers one decision. Facts are in the contract's form.</summary>
    /// <exception cref="FactsException">A fact name is not in the dictionary, or a value is not of its type.</exception>
    /// <exception cref="KeyNotFoundException">There is no such decision.</exception>
    public PolicyAnswer Evaluate(string decision, JsonObject facts, Question question) =>
        Runs(facts, question).Answer(Find(decision), withReasons: true);

    /// <summary>Answers every decision of every package that governs the division, in package and article order.</summary>
    /// <exception cref="FactsException">A fact name is not in the dictionary, or a value is not of its type.</exception>
    /// <param name="division">Where the subject lies.</param>
    /// <param name="facts">Facts in the contract's form.</param>
    /// <param name="question">Day of the question and of the law.</param>
    /// <param name="withReasons">False leaves the reasons out; the receipts are the same.</param>
    public IReadOnlyList<PolicyAnswer> EvaluateRegion(DivisionCode division, JsonObject facts, Question question, bool withReasons = true) =>
        Answers(division, _ => true, facts, question, withReasons);

    /// <summary>Answers what concerns a parcel or a grant: every decision there that can read a fact about land, a contract, a project
    /// or an enterprise. What a city has to do as a whole is not asked of each parcel.</summary>
    /// <param name="division">Where it lies.</param>
    /// <param name="facts">Facts in the contract's form.</param>
    /// <param name="question">Day of the question and of the law.</param>
    /// <param name="withReasons">False leaves the reasons out, for judging many; the receipts are the same.</param>
    /// <exception cref="FactsException">A fact name is not in the dictionary, or a value is not of its type.</exception>
    public IReadOnlyList<PolicyAnswer> EvaluateSubject(DivisionCode division, JsonObject facts, Question question, bool withReasons = true) =>
        Answers(division, ConcernsLand, facts, question, withReasons);

    /// <summary>Answers the decisions of these ids, in their order, whatever their packages govern.</summary>
    /// <exception cref="FactsException">A fact name is not in the dictionary, or a value is not of its type.</exception>
    /// <exception cref="KeyNotFoundException">There is no such decision.</exception>
    public IReadOnlyList<PolicyAnswer> EvaluateDecisions(IEnumerable<string> decisions, JsonObject facts, Question question, bool withReasons = true)
    {
        var runs = Runs(facts, question);
        return [.. decisions.Select(d => runs.Answer(_decisions[d], withReasons))];
    }

    /// <summary>Decisions about land that rest on the text of a package, with the package each stands in: its own first, then those
    /// of other packages that read them.</summary>
    public IReadOnlyList<(PolicyPackage Package, Decision Decision)> DecisionsResting(string package) =>
    [
        .. Compiled.OrderBy(p => p.Source.Id != package).SelectMany(p => p.Decisions)
            .Where(d => ConcernsLand(d) && d.ReachablePackages.Any(p => p.Id == package))
            .Select(d => (d.Package.Source, d.Source)),
    ];

    /// <summary>Names of the facts that the answers to these decisions can rest on, through other decisions and implied facts too.</summary>
    public IReadOnlySet<string> FactsBehind(IEnumerable<string> decisions) =>
        decisions.Select(_decisions.GetValueOrDefault).OfType<CompiledDecision>().SelectMany(d => d.ReachableFacts).ToHashSet(StringComparer.Ordinal);

    /// <summary>Runs the worked cases of a package.</summary>
    public IReadOnlyList<CaseResult> RunCases(PolicyPackage package) => [.. package.Cases.Select(c => CaseRunner.Run(this, c))];

    private static bool Governs(PolicyPackage package, DivisionCode? place) =>
        package.Region == DivisionCode.Country || (place is { } at && package.Region.Contains(at));

    private bool ConcernsLand(CompiledDecision decision) => _onLand.Value.Contains(decision);

    private bool ReadsLand(CompiledDecision decision) =>
        decision.ReachableFacts.Any(f => _dictionary.Source.Find(f) is { } fact && SubjectsOnLand.Contains(fact.Subject));

    private List<PolicyAnswer> Answers(DivisionCode division, Func<CompiledDecision, bool> asked, JsonObject facts, Question question, bool withReasons)
    {
        var runs = Runs(facts, question, division);
        return [.. Compiled.Where(p => p.Source.Region.Contains(division)).SelectMany(p => p.Decisions).Where(asked).Select(d => runs.Answer(d, withReasons))];
    }

    private RunsByLawDay Runs(JsonObject facts, Question question, DivisionCode? division = null) =>
        new(this, new(_dictionary, facts, question.AsOf), question, division);

    /// <summary>One run for each day of the law that the decisions about a subject need.</summary>
    private sealed class RunsByLawDay(PolicyLibrary library, SubjectFacts facts, Question question, DivisionCode? division = null)
    {
        private readonly Dictionary<DateOnly, DecisionRun> _runs = [];

        public PolicyAnswer Answer(CompiledDecision decision, bool withReasons)
        {
            var answer = AnswerWriter.Write(decision, Run(decision), question, library.Dictionary, library._dictionaryHash, withReasons);
            return withReasons ? answer with { Conflicts = library._conflicts.Of(decision, answer, division, facts, d => (Answer(d, withReasons: false), View(d))) } : answer;
        }

        private DecisionRun Run(CompiledDecision decision)
        {
            var day = question.LawDay(decision, facts);
            if (!_runs.TryGetValue(day, out var run)) _runs[day] = run = new(facts, day, question.Hypothetical);
            return run;
        }

        private PackageFacts View(CompiledDecision decision) => Run(decision).View(decision.Package);
    }
}
