using System.Text.Json.Nodes;
using Huodi.App.Ledger.Readings;
using Huodi.App.Ledger.Recording;
using Huodi.Domain.Ledger;
using Huodi.Domain.Ledger.Kinds;
using Huodi.Policies;
using Huodi.Policies.Answers;
using Huodi.Policies.Evaluation;
using Huodi.Policies.Facts;

namespace Huodi.App.Ledger;

/// <summary>Whether a draft has the shape that its kind declares. Forms, imports and the interface all ask here.</summary>
public sealed class EntryCheck(LedgerKinds kinds, PolicyLibrary library)
{
    /// <summary>Everything that is wrong with the draft; empty when it can be recorded.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="today">The day on which it is recorded: nothing can have happened later.</param>
    /// <param name="through">The command that records it, for kinds that only one command records; a correction needs none.</param>
    public IReadOnlyList<EntryFault> Check(LedgerDraft draft, DateOnly today, string through = "")
    {
        var faults = new List<EntryFault>();
        if (!LedgerDates.Holds(draft.Happened)) faults.Add(FieldLimits.Day(ReadEntry.DayPlace, draft.Happened));
        else if (draft.Happened > today)
            faults.Add(new("LEDGER_DAY", ReadEntry.DayPlace, $"发生日 {draft.Happened:yyyy-MM-dd} 晚于今天 {today:yyyy-MM-dd}，还没有发生。", "核对日期；约定的将来日期写在字段里，发生日写签订之日。"));
        if (draft.Kind == EffectiveEntries.Withdrawal) return Withdrawal(draft, faults);
        if (kinds.Find(draft.Kind) is not { } kind)
        {
            faults.Add(new("LEDGER_KIND", "", $"没有“{draft.Kind}”这个登记种类。", $"可用：{string.Join("、", kinds.All.Select(k => k.Name))}。"));
            return faults;
        }

        if (kind.Through.Length > 0 && kind.Through != through && draft.Supersedes is null)
            faults.Add(new("LEDGER_THROUGH", "", $"“{kind.Name}”不能单独登记。", $"在{kind.Through}里办理，由系统登记。"));
        if (kind.IsFixed && draft.Supersedes is not null)
            faults.Add(new("LEDGER_FIXED", "", $"“{kind.Name}”不更正。", "撤回原登记，再另行办理。"));
        if (!kind.Subjects.Contains(draft.Subject.Kind))
            faults.Add(new("LEDGER_SUBJECT", ReadEntry.SubjectPlace, $"“{kind.Name}”不能登在{draft.Subject.Chinese}上。", $"可登在：{string.Join("、", kind.Subjects.Select(s => new LedgerSubject(s, "-").Chinese))}。"));
        var given = draft.Payload.Fields();
        Fields(kind, given, faults);
        if (faults.Count == 0 && kind.Standard.Length > 0) Standard(kind, given, draft.Happened, faults);
        return faults;
    }

    /// <summary>What is filled in may leave open whether the article is met, but not tell that it is not.</summary>
    private void Standard(LedgerKind kind, JsonObject given, DateOnly happened, List<EntryFault> faults)
    {
        if (library.Evaluate(kind.Standard, given, new Question(happened)) is not { Outcome: Outcome.NotMet } answer) return;
        faults.Add(new(
            "LEDGER_STANDARD",
            kind.Fields.Select(f => f.Name).FirstOrDefault(given.ContainsKey) ?? "",
            $"照所填各项，“{kind.Name}”不符合{answer.Article}（{kind.Standard}，{library.FindDecision(kind.Standard)?.Name}）。",
            $"核对{kind.Evidence}；还没有达到的，不登记“{kind.Name}”，看到的情况登为巡查或者建设进度。"));
    }

    private static List<EntryFault> Withdrawal(LedgerDraft draft, List<EntryFault> faults)
    {
        if (draft.Supersedes is null) faults.Add(new("LEDGER_WITHDRAWAL", "", "撤回没有写明撤回哪一条。", "写明登记号和理由。"));
        if (draft.Payload != LedgerPayload.Empty) faults.Add(new("LEDGER_WITHDRAWAL", "", "撤回不带其他内容。", "要改内容的，用更正。"));
        return faults;
    }

    private void Fields(LedgerKind kind, JsonObject given, List<EntryFault> faults)
    {
        foreach (var field in kind.Fields.Where(f => f.IsRequired && given[f.Name] is null))
            faults.Add(new("LEDGER_FIELD_MISSING", field.Name, $"“{kind.Name}”缺少“{field.Name}”。", $"依{kind.Evidence}填写。"));
        foreach (var (name, value) in given)
        {
            if (kind.Fields.All(f => f.Name != name))
            {
                faults.Add(new("LEDGER_FIELD_UNKNOWN", name, $"“{kind.Name}”没有“{name}”这个字段。", $"可用：{string.Join("、", kind.Fields.Select(f => f.Name))}。"));
                continue;
            }

            var fact = library.Dictionary.Find(name)!; // Fields of a loaded kind are in the dictionary.
            try
            {
                var read = FactValues.Read(value, fact);
                if (fact is { Unit: "元", Type: "number", Subject: "登记" } && (read.AsNumber() <= 0 || decimal.Round(read.AsNumber(), 2) != read.AsNumber()))
                    faults.Add(new("LEDGER_MONEY", name, $"“{name}”{value} 不是大于零、到分为止的金额。", "核对凭证；退款、退还用专门的种类登记，不写负数。"));
                else faults.AddRange(FieldLimits.Check(name, value, kind.Through.Length == 0));
            }
            catch (FactsException wrong)
            {
                faults.Add(new(wrong.Code, name, wrong.Message, wrong.Suggestion));
            }
        }

        if (given.Count == 0 && kind.Effects.All(e => e is SetsFact { Value.FieldName: not null }))
            faults.Add(new("LEDGER_EMPTY", "", $"“{kind.Name}”什么也没有填。", $"至少填一项：{string.Join("、", kind.Fields.Select(f => f.Name))}。"));
    }
}
