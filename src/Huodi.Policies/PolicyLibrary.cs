using System.Text.Json.Nodes;
using Huodi.Domain.Codes;
using Huodi.Policies.Answers;
using Huodi.Policies.Cases;
using Huodi.Policies.Evaluation;
using Huodi.Policies.Facts;
using Huodi.Policies.Packages;
using Huodi.Rules;

namespace Huodi.Policies;

/// <summary>All packages of a folder, compiled, with the fact dictionary. Immutable and safe for use by many threads.</summary>
public sealed class PolicyLibrary
{
    private readonly CompiledDictionary _dictionary;
    private readonly string _dictionaryHash;
    private readonly Dictionary<string, CompiledDecision> _decisions;

    internal PolicyLibrary(CompiledDictionary dictionary, string dictionaryHash, IReadOnlyList<CompiledPackage> packages)
    {
        (_dictionary, _dictionaryHash, Compiled) = (dictionary, dictionaryHash, packages);
        Packages = [.. packages.Select(p => p.Source)];
        _decisions = packages.SelectMany(p => p.Decisions).GroupBy(d => d.Source.Id).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
    }

    /// <summary>The fact dictionary.</summary>
    public FactDictionary Dictionary => _dictionary.Source;

    /// <summary>SHA-256 of the dictionary's text, lower-case hex.</summary>
    public string DictionaryHash => _dictionaryHash;

    /// <summary>Packages, national law first, then in id order.</summary>
    public IReadOnlyList<PolicyPackage> Packages { get; }

    internal IReadOnlyList<CompiledPackage> Compiled { get; }

    /// <summary>Packages whose region contains the division, national law first.</summary>
    public IEnumerable<PolicyPackage> Governing(DivisionCode division) => Packages.Where(p => p.Region.Contains(division));

    /// <summary>The decision of that id, or null.</summary>
    public Decision? FindDecision(string id) => _decisions.GetValueOrDefault(id)?.Source;

    /// <summary>Answers one decision. Facts are in the contract's form.</summary>
    /// <exception cref="FactsException">A fact name is not in the dictionary, or a value is not of its type.</exception>
    /// <exception cref="KeyNotFoundException">There is no such decision.</exception>
    public PolicyAnswer Evaluate(string decision, JsonObject facts, Question question)
    {
        var compiled = _decisions.GetValueOrDefault(decision)
            ?? throw new KeyNotFoundException($"没有决策“{decision}”。{Loading.Nearest.Hint(decision, _decisions.Keys)}");
        return Runs(facts, question).Answer(compiled);
    }

    /// <summary>Answers every decision of every package that governs the division, in package and article order.</summary>
    /// <exception cref="FactsException">A fact name is not in the dictionary, or a value is not of its type.</exception>
    public IReadOnlyList<PolicyAnswer> EvaluateRegion(DivisionCode division, JsonObject facts, Question question)
    {
        var runs = Runs(facts, question);
        return [.. Compiled.Where(p => p.Source.Region.Contains(division)).SelectMany(p => p.Decisions).Select(runs.Answer)];
    }

    /// <summary>Runs the worked cases of a package.</summary>
    public IReadOnlyList<CaseResult> RunCases(PolicyPackage package) => [.. package.Cases.Select(c => CaseRunner.Run(this, c))];

    private RunsByLawDay Runs(JsonObject facts, Question question) => new(this, new(_dictionary, facts, question.AsOf), question);

    /// <summary>One run for each day of the law that the decisions about a subject need.</summary>
    private sealed class RunsByLawDay(PolicyLibrary library, SubjectFacts facts, Question question)
    {
        private readonly Dictionary<DateOnly, DecisionRun> _runs = [];

        public PolicyAnswer Answer(CompiledDecision decision)
        {
            var day = LawDay(decision);
            if (!_runs.TryGetValue(day, out var run)) _runs[day] = run = new(facts, day);
            return AnswerWriter.Write(decision, run, question, library.Dictionary, library._dictionaryHash);
        }

        private DateOnly LawDay(CompiledDecision decision)
        {
            if (question.LawAsOf is { } given) return given;
            if (decision.Source.LegalFact is not { } name) return question.AsOf;
            return facts.Get(name).TryGetValue(out var date) && date.Kind == FeelKind.Date ? date.AsDate() : question.AsOf;
        }
    }
}
