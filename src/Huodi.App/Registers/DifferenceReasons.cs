using Huodi.App.Lineage;
using Huodi.App.Stores;
using Huodi.Domain.Lineage;
using Huodi.Domain.Registers;

namespace Huodi.App.Registers;

/// <summary>Why rows differ between two versions: changes of parcels, corrections, findings recorded between the filings, and the assessments behind them.</summary>
internal sealed class DifferenceReasons
{
    private const string Unexplained = "未查明原因：没有与之对应的变更、更正、认定或评估记录";

    private readonly RegisterVersion _before;
    private readonly RegisterVersion _after;
    private readonly ILookup<string, ParcelChange> _ended;
    private readonly ILookup<string, ParcelChange> _began;
    private readonly ILookup<string, ParcelCorrection> _corrected;
    private readonly ILookup<(RegisterSubject, string), RegisterFinding> _found;

    private DifferenceReasons(
        RegisterVersion before, RegisterVersion after, List<ParcelChange> changes, List<ParcelCorrection> corrections, List<RegisterFinding> findings)
    {
        (_before, _after) = (before, after);
        _ended = changes.SelectMany(c => c.Before.Select(p => (p.Id, Change: c))).ToLookup(p => p.Id, p => p.Change, StringComparer.Ordinal);
        _began = changes.SelectMany(c => c.After.Select(p => (p.Id, Change: c))).ToLookup(p => p.Id, p => p.Change, StringComparer.Ordinal);
        _corrected = corrections.ToLookup(c => c.Parcel, StringComparer.Ordinal);
        _found = findings.ToLookup(f => (f.Subject, f.Id));
    }

    /// <summary>Reads what was recorded between the two filings.</summary>
    public static async Task<DifferenceReasons> ReadAsync(ILandStore store, RegisterVersion before, RegisterVersion after, CancellationToken cancellation)
    {
        var (first, last) = before.FiledAt <= after.FiledAt ? (before.FiledAt, after.FiledAt) : (after.FiledAt, before.FiledAt);
        var changes = await store.Lineage.ChangesAsync(cancellation).Where(c => Between(c.RecordedAt)).ToListAsync(cancellation);
        var corrections = await store.Lineage.CorrectionsAsync(cancellation).Where(c => Between(c.RecordedAt)).ToListAsync(cancellation);
        var findings = await store.Registers.FindingsAsync(cancellation)
            .Where(f => f.Register == after.Register && Between(f.RecordedAt))
            .ToListAsync(cancellation);
        return new(before, after, changes, corrections, findings);

        bool Between(DateTimeOffset moment) => moment >= first && moment <= last;
    }

    /// <summary>Why a row is new.</summary>
    public IReadOnlyList<string> Joined(RegisterEntry row) =>
    [
        .. Parcels(row, _began).Select(c => $"由 {Ids(c.Before)} {LineageWords.Chinese(c.Kind)}而来（{Words(c)}）"),
        .. row.Origins.Select(o => o.Words),
    ];

    /// <summary>Why a row is gone.</summary>
    public IReadOnlyList<string> Left(RegisterEntry row)
    {
        var recorded = Parcels(row, _ended).Select(c => $"{LineageWords.Chinese(c.Kind)}为 {Ids(c.After)}（{Words(c)}）")
            .Concat(_found[(row.Subject, row.Id)].Select(Words))
            .Concat(Corrections(row, null))
            .ToList();
        if (recorded.Count > 0) return recorded;
        var judged = row.Origins.Where(o => o.Kind == OriginKind.Assessment).ToList();
        if (judged.Count == 0 || _before.Run == _after.Run) return [Unexplained];
        var now = _after.Run is { } run ? $"第 {run} 次评估不再得出" : "这一版没有用评估";
        return [$"{string.Join("；", judged.Select(o => o.Words))}；{now}"];
    }

    /// <summary>Why a row changed.</summary>
    public IReadOnlyList<string> Changed(RegisterEntry before, RegisterEntry after, IReadOnlyList<FieldChange> fields)
    {
        var recorded = Corrections(after, fields.Select(f => f.Field).ToHashSet(StringComparer.Ordinal)).Concat(_found[(after.Subject, after.Id)].Select(Words)).ToList();
        var fresh = after.Origins.Select(o => o.Words).Except(before.Origins.Select(o => o.Words), StringComparer.Ordinal);
        if (before.Standing != after.Standing && recorded.Count == 0) recorded.AddRange(fresh);
        return recorded.Count > 0 ? recorded : [Unexplained];
    }

    private static IEnumerable<ParcelChange> Parcels(RegisterEntry row, ILookup<string, ParcelChange> changes) =>
        row.Subject == RegisterSubject.Parcel ? changes[row.Id] : [];

    private static string Ids(IReadOnlyList<ChangedParcel> parcels) => string.Join("、", parcels.Select(p => p.Id));

    private static string Words(ParcelChange change) => $"{change.Day:yyyy-MM-dd}，{change.Document}，{change.Reason}";

    private static string Words(RegisterFinding finding) =>
        $"{finding.Day:yyyy-MM-dd} {finding.By}以“{finding.Document}”{RegisterWords.Chinese(finding.Act)}：{finding.Reason}";

    private IEnumerable<string> Corrections(RegisterEntry row, HashSet<string>? fields) =>
        row.Subject != RegisterSubject.Parcel ? [] : _corrected[row.Id].Where(c => fields?.Contains(c.Fact) ?? true)
            .Select(c => $"更正“{c.Fact}”（{c.Day:yyyy-MM-dd}，{c.Document}，{c.Reason}）");
}
