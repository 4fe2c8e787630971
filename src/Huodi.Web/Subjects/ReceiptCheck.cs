using Huodi.App.Assessments;
using Huodi.Policies;
using Huodi.Policies.Answers;

namespace Huodi.Web.Subjects;

/// <summary>What came of working the answers out again.</summary>
/// <param name="Equal">How many receipts are the same as in the frozen run.</param>
/// <param name="Differing">Frozen lines whose receipt is another now, with the answer now; null when there is no answer any more.</param>
/// <param name="Added">Decisions the frozen run does not have.</param>
/// <param name="ChangedPackages">Packages whose text is not the one the run was made with.</param>
public sealed record ReceiptCheck(
    int Equal,
    IReadOnlyList<(VerdictLine Frozen, PolicyAnswer? Now)> Differing,
    IReadOnlyList<string> Added,
    IReadOnlyList<string> ChangedPackages)
{
    /// <summary>Whether every answer was reproduced.</summary>
    public bool Reproduced => Differing.Count == 0 && Added.Count == 0;

    /// <summary>Compares the answers now with the frozen lines.</summary>
    public static ReceiptCheck Compare(
        AssessmentRun run, IReadOnlyList<VerdictLine> frozen, IReadOnlyList<PolicyAnswer> now, PolicyLibrary policies)
    {
        var answers = now.ToDictionary(a => a.Decision, StringComparer.Ordinal);
        var known = frozen.Select(f => f.Decision).ToHashSet(StringComparer.Ordinal);
        var texts = policies.Packages.ToDictionary(p => p.Id, p => p.Hash, StringComparer.Ordinal);
        List<(VerdictLine, PolicyAnswer?)> differing =
        [
            .. frozen.Select(f => (f, answers.GetValueOrDefault(f.Decision))).Where(pair => pair.Item2?.Receipt != pair.f.Receipt),
        ];
        return new ReceiptCheck(
            frozen.Count - differing.Count,
            differing,
            [.. answers.Keys.Where(d => !known.Contains(d))],
            [.. run.Packages.Where(p => texts.GetValueOrDefault(p.Key) != p.Value).Select(p => p.Key)]);
    }
}
