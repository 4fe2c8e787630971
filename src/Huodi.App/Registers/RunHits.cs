using Huodi.App.Assessments;
using Huodi.App.Stores;
using Huodi.Domain.Facts;
using Huodi.Domain.Grants;
using Huodi.Policies.Answers;
using Huodi.Policies.Registers;

namespace Huodi.App.Registers;

/// <summary>The answers of one assessment that count for a register, by subject. Holds those subjects only, however large the city.</summary>
internal sealed class RunHits
{
    private readonly Dictionary<(SubjectKind Kind, string Id), (List<RegisterHit> Hits, string Facts)> _hits = [];
    private readonly HashSet<string> _settled = new(StringComparer.Ordinal); // Grants that were asked and brought in by nothing.

    /// <summary>Reads a run once; nothing without a run, or where no rule asks for a decision.</summary>
    public static async Task<RunHits> ReadAsync(ILandStore store, RegisterScope scope, CancellationToken cancellation)
    {
        var found = new RunHits();
        var rules = scope.Definition.Suspected.Where(r => r.Decision is not null).ToLookup(r => r.Decision!, StringComparer.Ordinal); // As the filter says.
        if (scope.Run is null || rules.Count == 0) return found;
        await foreach (var subject in store.RunSubjectsAsync(scope.Run.Number, cancellation))
        {
            if (!scope.Region.Contains(subject.Division)) continue;
            var hits = subject.Verdicts.SelectMany(v => rules[v.Decision].Where(r => Counts(r, v, subject)).Select(r => new RegisterHit(r, v, null))).ToList();
            if (hits.Count > 0) found._hits[(subject.Kind, subject.Id)] = (hits, FactSheetJson.Write(subject.Facts));
            else if (subject.Kind == SubjectKind.Grant && subject.Verdicts.Any(v => rules.Contains(v.Decision))) _ = found._settled.Add(subject.Id);
        }

        return found;
    }

    /// <summary>What counts for a parcel, the answers about its grants included; what the land itself leaves open, a grant that was asked tells.</summary>
    public IReadOnlyList<RegisterHit> Of(string parcel, IReadOnlyList<Grant> grants)
    {
        var isTold = grants.Any(g => _settled.Contains(g.Number) || _hits.ContainsKey((SubjectKind.Grant, g.Number)));
        return
        [
            .. Own(SubjectKind.Parcel, parcel).Where(h => !isTold || !h.Rule.IsOpen),
            .. grants.SelectMany(g => Own(SubjectKind.Grant, g.Number).Select(h => h with { Grant = g.Number })),
        ];
    }

    /// <summary>What counts for a grant on no drawn parcel.</summary>
    public IReadOnlyList<RegisterHit> Of(Grant grant) => Own(SubjectKind.Grant, grant.Number);

    /// <summary>Whether the facts of a subject that counts are no longer those that were judged.</summary>
    public bool HasMovedOn(SubjectKind kind, string id, FactSheet facts) =>
        _hits.TryGetValue((kind, id), out var found) && found.Facts != FactSheetJson.Write(facts);

    private List<RegisterHit> Own(SubjectKind kind, string id) => _hits.TryGetValue((kind, id), out var found) ? found.Hits : [];

    private static bool Counts(RegisterRule rule, VerdictLine verdict, SubjectAssessment subject) =>
        rule.Outcomes.Any(o => o.Code() == verdict.Outcome) && rule.When.All(m => m.Fits(subject.Facts.Find(m.Fact)?.Value))
        && (rule.Local is null || !subject.Verdicts.Any(v => v.Decision == rule.Local && v.Outcome != Outcome.NotInForce.Code()));
}
