using System.Text.Json;
using System.Text.Json.Nodes;
using Huodi.Domain.Facts;
using Huodi.Domain.Grants;
using Huodi.Domain.Ledger;
using Huodi.Domain.Ledger.Kinds;

namespace Huodi.App.Ledger;

/// <summary>A published supply result as ledger entries: the supply itself, and the start and the completion where it tells them.</summary>
public static class GrantEntries
{
    private const string SignedOn = "合同签订日期";
    private const string StartedOn = "实际开工日期";
    private const string CompletedOn = "实际竣工日期";

    /// <summary>The entries; none when the result does not tell the day of the supply, for an entry without a day cannot be.</summary>
    /// <param name="grant">The result.</param>
    /// <param name="kinds">The declared kinds; supply, start and completion are among them.</param>
    /// <param name="by">Who records.</param>
    /// <param name="fileHash">SHA-256 of the file it was read from, or null.</param>
    public static IReadOnlyList<LedgerDraft> Of(Grant grant, LedgerKinds kinds, string by, string? fileHash)
    {
        if (Day(grant.Facts, SignedOn) is not { } signed || kinds.Find("supply") is not { } supply) return [];
        var subject = new LedgerSubject(LedgerSubjectKind.Grant, grant.Number);
        var document = new SourceDocument($"供地结果 {grant.Number}（{grant.Facts.All[0].Source.File}）", fileHash);
        var fields = new JsonObject { ["行政区划代码"] = grant.Division.IsCity || grant.Division.IsProvince ? null : grant.Division.Digits };
        foreach (var fact in grant.Facts.All.Where(f => f.Name != "行政区划代码" && supply.Fields.Any(s => s.Name == f.Name)))
            fields[fact.Name] = fact.Value.DeepClone();
        var drafts = new List<LedgerDraft> { new(subject, supply.English, signed, by, document, LedgerPayload.Of(fields)) };
        if (Day(grant.Facts, StartedOn) is { } started) drafts.Add(new(subject, "start", started, by, document, LedgerPayload.Empty));
        if (Day(grant.Facts, CompletedOn) is { } completed) drafts.Add(new(subject, "completion", completed, by, document, LedgerPayload.Empty));
        return drafts;
    }

    private static DateOnly? Day(FactSheet facts, string name) =>
        facts.Find(name)?.Value is { } value && value.GetValueKind() == JsonValueKind.String ? FieldText.Day(value.GetValue<string>()) : null;
}
