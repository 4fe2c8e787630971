using Huodi.App.Ledger;
using Huodi.Domain.Codes;
using Huodi.Domain.Ledger;
using Huodi.Domain.Ledger.Projection;
using Huodi.Policies;
using Huodi.Policies.Answers;
using Huodi.Policies.Evaluation;
using Huodi.Policies.Ledger;
using Huodi.Policies.Procedures;

namespace Huodi.App.Cases;

/// <summary>Finds the first day on which a package of the place ends a case: for example building has begun while it ran (DL-29a).</summary>
internal sealed class CaseEnds(PolicyLibrary library, LoadedLedger declared)
{
    /// <summary>The end; null when nothing ended the case by the day asked.</summary>
    public CaseEnd? Of(LedgerEntry opened, ProcedureCase course, IReadOnlyList<LedgerEntry> entries, DateOnly asOf, DateTimeOffset? knownAsOf)
    {
        var procedure = course.Procedure.Id;
        if (!library.Packages.Any(p => p.Procedures.Any(q => q.Ends.Any(e => e.Procedure == procedure)))) return null;
        var began = course.Events is [var first, ..] && first.Day < opened.Happened ? first.Day : opened.Happened;
        var before = FactProjection.Run(declared.Kinds, entries, began.AddDays(-1), knownAsOf);
        var last = course.Next is null ? course.Events[^1].Day.AddDays(-1) : asOf; // What has been closed cannot be ended.
        var days = EffectiveEntries.Of(entries, knownAsOf).Select(e => e.Happened).Where(d => d >= began && d <= last).Distinct();
        foreach (var day in days.Order())
        {
            var now = FactProjection.Run(declared.Kinds, entries, day, knownAsOf);
            var facts = now.ToSheet().ToJson();
            var governing = SubjectPlace.Of(opened.Subject, facts) is { } place ? library.Governing(place) : library.Packages.Where(p => p.Region == DivisionCode.Country);
            foreach (var (end, answer) in ProcedureCase.Open(course.Procedure).EndedBy(library, governing, facts, new Question(day)))
            {
                if (answer.Hypothetical || end.Within.Any(f => IsSame(before.Find(f), now.Find(f)))) continue;
                return new(day, answer, Causes(answer, now, day));
            }
        }

        return null;
    }

    /// <summary>The same for a procedure that runs without a case, since the entry that made the fact true; null where it does not run.</summary>
    /// <param name="fact">The fact that says that it runs.</param>
    /// <param name="entries">The entries that hold, in number order.</param>
    /// <param name="asOf">The day.</param>
    public CaseEnd? Of(string fact, IReadOnlyList<LedgerEntry> entries, DateOnly asOf)
    {
        if (Since(fact, entries, asOf) is not { } began) return null;
        return library.Packages.SelectMany(p => p.Procedures).Where(p => p.Steps.Any(s => s.Sets.Any(f => f.Fact == fact)))
            .Select(p => Of(began, ProcedureCase.Open(p), entries, asOf, null)).FirstOrDefault(e => e is not null);
    }

    private LedgerEntry? Since(string fact, IReadOnlyList<LedgerEntry> entries, DateOnly asOf)
    {
        LedgerEntry? since = null;
        foreach (var day in entries.Select(e => e.Happened).Where(d => d <= asOf).Distinct().Order())
        {
            var known = FactProjection.Run(declared.Kinds, entries, day).Find(fact);
            since = known?.Truth() == true ? since ?? known.Entries[0] : null;
        }

        return since;
    }

    /// <summary>Whether a fact stands as it stood before the case.</summary>
    private static bool IsSame(ProjectedFact? before, ProjectedFact? now) =>
        before is null ? now is null : now is not null && System.Text.Json.Nodes.JsonNode.DeepEquals(before.Value, now.Value);

    private static IReadOnlyList<LedgerEntry> Causes(PolicyAnswer answer, SubjectProjection now, DateOnly day) =>
    [
        .. answer.Reasons.SelectMany(r => r.Facts).Select(now.Find).OfType<ProjectedFact>().SelectMany(f => f.Entries)
            .Where(e => e.Happened == day).DistinctBy(e => e.Number).OrderBy(e => e.Number),
    ];
}
