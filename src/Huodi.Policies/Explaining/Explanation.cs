using System.Text.Json.Nodes;
using Huodi.Policies.Answers;
using Huodi.Policies.Evaluation;
using Huodi.Policies.Packages;

namespace Huodi.Policies.Explaining;

/// <summary>
/// An answer taken apart for a reader who signs it: the question, the facts with their sources, article by article what holds and what
/// fails with the words of the law, the calculation, what is missing and from whom, rules that disagree, and the receipt. The command
/// line, the signed page and the web all show this one model.
/// </summary>
public sealed record Explanation
{
    /// <summary>What was asked, in words.</summary>
    public required string Title { get; init; }

    /// <summary>The answer.</summary>
    public required PolicyAnswer Answer { get; init; }

    /// <summary>The document it comes from.</summary>
    public required PolicyPackage Package { get; init; }

    /// <summary>The article it comes from.</summary>
    public required Article Article { get; init; }

    /// <summary>Day of the question and of the law.</summary>
    public required Question Question { get; init; }

    /// <summary>The value as it is read.</summary>
    public required Figure Figure { get; init; }

    /// <summary>The facts given that the answer can rest on.</summary>
    public required IReadOnlyList<ExplainedFact> Facts { get; init; }

    /// <summary>How many further facts were given that have no bearing on it.</summary>
    public required int OtherFacts { get; init; }

    /// <summary>Articles with their steps, in the order of the law.</summary>
    public required IReadOnlyList<ExplainedArticle> Articles { get; init; }

    /// <summary>The outcome in words, with the status of a document that does not govern.</summary>
    public string Outcome => Answer.Outcome == Answers.Outcome.NotInForce
        ? $"{Answer.Outcome.Chinese()}（{PackageStatusNames.Chinese(Answer.Status)}）"
        : Answer.Outcome.Chinese();

    /// <summary>What is missing, each with who has or sets it.</summary>
    public IReadOnlyList<string> Missing =>
        [.. Answer.Missing.Select(m => m.IsParameter ? $"{m.Name}（条文没有给出，由{m.Office}确定）" : m.Office.Length > 0 ? $"{m.Name}（由{m.Office}提供）" : m.Name)];

    /// <summary>Findings left to somebody, each with by whom and on what.</summary>
    public IReadOnlyList<string> Determinations =>
        [.. Answer.Determinations.Select(d => $"{d.Subject}（由{d.Authority}认定{(d.Evidence.Length > 0 ? $"；依据：{d.Evidence}" : "")}）")];

    /// <summary>Takes an answer apart. The answer must have been given with its reasons.</summary>
    /// <param name="library">The library that gave it.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="facts">Facts the question was put with: name, value in the contract's form, and source for people.</param>
    /// <param name="question">Day of the question and of the law.</param>
    public static Explanation Of(PolicyLibrary library, PolicyAnswer answer, IEnumerable<(string Name, JsonNode? Value, string Source)> facts, Question question)
    {
        var package = library.Packages.First(p => p.Id == answer.Package);
        var article = package.Articles.First(a => a.Id == answer.ArticleId);
        var given = facts.ToList();
        var read = library.FactsBehind([answer.Decision, .. answer.Conflicts.Select(c => c.Other.Decision)]);
        var known = given.Where(f => read.Contains(f.Name)).ToList();
        return new()
        {
            Title = library.FindDecision(answer.Decision)?.Name ?? answer.Decision,
            Answer = answer,
            Package = package,
            Article = article,
            Question = question,
            Figure = Figures.Of(answer.Value, answer.Unit),
            Facts = [.. known.Select(f => new ExplainedFact(f.Name, Figures.OfFact(f.Name, f.Value, library.Dictionary), f.Source))],
            OtherFacts = given.Count - known.Count,
            Articles = [.. answer.Reasons.GroupBy(r => r.Article, StringComparer.Ordinal).Select(g => Explained(library, package, g))],
        };
    }

    /// <summary>Takes apart an answer to facts that come with the question and not from a store.</summary>
    public static Explanation Of(PolicyLibrary library, PolicyAnswer answer, JsonObject facts, Question question) =>
        Of(library, answer, facts.Select(f => (f.Key, f.Value, Source(library, f.Key))), question);

    private static string Source(PolicyLibrary library, string fact) =>
        library.Dictionary.Find(fact) is { Department.Length: > 0 } known ? $"提问时给出；主管：{known.Department}" : "提问时给出";

    /// <summary>An article's steps by sentence. Ids of articles are the document's own; the answer's document is looked in first.</summary>
    private static ExplainedArticle Explained(PolicyLibrary library, PolicyPackage first, IGrouping<string, Reason> reasons)
    {
        var package = library.Packages.Where(p => p.Articles.Any(a => a.Id == reasons.Key)).OrderBy(p => p.Id != first.Id).First(); // A reason comes from an article.
        var article = package.Articles.First(a => a.Id == reasons.Key);
        return new(
            article.Id,
            package.Id,
            $"《{package.Title}》{article.Number}",
            [.. reasons.GroupBy(r => r.Text, StringComparer.Ordinal).Select(g => new ExplainedPassage(g.Key, [.. g.Select(Step)]))]);
    }

    private static ExplainedStep Step(Reason reason)
    {
        var result = ReasonResult.Of(reason.Result);
        return new(reason.Rule, result.Came, result.Formula, result.Values, reason.Facts, reason.Holds);
    }
}
