using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Huodi.Policies;

namespace Huodi.Web.Assessments;

/// <summary>A run in figures, as JSON.</summary>
internal sealed record RunSummary(
    long Number,
    DateOnly AsOf,
    string Region,
    DateTimeOffset RanAt,
    IReadOnlyDictionary<string, string> Packages,
    int Parcels,
    int GeneratedParcels,
    int Grants,
    IReadOnlyDictionary<string, int> Outcomes,
    IReadOnlyList<RunSummary.DecisionLine> Decisions,
    IReadOnlyList<RunSummary.FactLine> Missing)
{
    /// <summary>Camel case, Chinese written as Chinese.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static RunSummary Of(RunIndex index, PolicyLibrary policies)
    {
        var (run, summary) = (index.Run, index.Summary);
        var view = new RunView(index, [], policies);
        return new RunSummary(
            run.Number,
            run.AsOf,
            run.Region.Digits,
            run.RanAt,
            run.Packages.ToDictionary(),
            summary.Parcels,
            summary.Generated,
            summary.Grants,
            summary.ByOutcome.ToDictionary(),
            [.. summary.ByDecision.Select(d => new DecisionLine(d.Decision, d.Article, d.Package, d.ByOutcome.ToDictionary()))],
            [.. summary.Missing.Select(m => new FactLine(m.Name, m.Unlocks, m.AskedBy, view.OfficeOf(m.Name)))]);
    }

    internal sealed record DecisionLine(string Decision, string Article, string Package, IReadOnlyDictionary<string, int> Outcomes);

    internal sealed record FactLine(string Fact, int Unlocks, int AskedBy, string Office);
}
