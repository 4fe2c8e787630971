using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Huodi.Domain.Facts;
using Huodi.Policies;
using Huodi.Policies.Answers;

namespace Huodi.Web.Assessments;

/// <summary>A run in figures, as JSON.</summary>
internal sealed record RunSummary(
    long Number,
    DateOnly AsOf,
    string Region,
    DateTimeOffset RanAt,
    IReadOnlyDictionary<string, string> Packages,
    int Parcels,
    int Grants,
    IReadOnlyDictionary<string, int> Outcomes,
    IReadOnlyList<RunSummary.DecisionCount> Decisions,
    IReadOnlyList<RunSummary.FactCount> Missing)
{
    /// <summary>Camel case, Chinese written as Chinese.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static RunSummary Of(RunIndex index, PolicyLibrary policies)
    {
        var view = new RunView(index, [], policies);
        return new RunSummary(
            index.Run.Number,
            index.Run.AsOf,
            index.Run.Region.Digits,
            index.Run.RanAt,
            index.Run.Packages.ToDictionary(),
            view.Judged(SubjectKind.Parcel),
            view.Judged(SubjectKind.Grant),
            OutcomeNames.All.ToDictionary(o => o.Code(), view.Answers),
            [.. index.Columns.Select((c, i) => new DecisionCount(
                c.Decision, c.Article, c.Package, OutcomeNames.All.ToDictionary(o => o.Code(), o => index.Count(i, o))))],
            [.. index.Missing.Select(m => new FactCount(m.Name, m.Answers, m.Alone, m.Subjects, view.OfficeOf(m.Name)))]);
    }

    internal sealed record DecisionCount(string Decision, string Article, string Package, IReadOnlyDictionary<string, int> Outcomes);

    internal sealed record FactCount(string Fact, int Answers, int Alone, int Subjects, string Office);
}
