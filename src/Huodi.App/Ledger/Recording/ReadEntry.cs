using Huodi.Domain;
using Huodi.Domain.Ledger;
using Huodi.Domain.Ledger.Kinds;
using Huodi.Policies;

namespace Huodi.App.Ledger.Recording;

/// <summary>From what somebody wrote to a draft, or to everything that is wrong with it, each fault at its place.</summary>
public sealed class ReadEntry(LedgerKinds kinds, PolicyLibrary library)
{
    /// <summary>Place of a fault in the subject.</summary>
    public const string SubjectPlace = "对象";

    /// <summary>Place of a fault in the day.</summary>
    public const string DayPlace = "发生日";

    /// <summary>Place of a fault in who records.</summary>
    public const string ByPlace = "登记人";

    /// <summary>Place of a fault in the document.</summary>
    public const string DocumentPlace = "依据文件";

    /// <summary>Place of a fault in what is superseded and why.</summary>
    public const string ReasonPlace = "更正理由";

    private readonly EntryCheck _check = new(kinds, library);

    /// <summary>Reads it.</summary>
    /// <param name="written">What was written.</param>
    /// <param name="today">The day on which it is recorded.</param>
    /// <returns>The draft, null when there is a fault; and all faults.</returns>
    public (LedgerDraft? Draft, IReadOnlyList<EntryFault> Faults) Read(WrittenEntry written, DateOnly today)
    {
        var faults = new List<EntryFault>();
        // What is wrong is told, and stands in the draft as something harmless, so that the rest can be checked as well.
        var subject = Guard(SubjectPlace, "写成 供地结果:电子监管号、宗地:宗地编号 或 项目:项目编号。", faults, () => LedgerSubject.Parse(written.Subject.Trim()), new(LedgerSubjectKind.Parcel, "-"));
        var happened = Day(written.Happened, today, faults);
        var by = Guard(ByPlace, "填写登记人的姓名和单位。", faults, () => new LedgerDraft(subject, "-", today, written.By.Trim(), new("-"), LedgerPayload.Empty).By, "-");
        var hash = string.IsNullOrEmpty(written.DocumentHash) ? null : written.DocumentHash;
        var document = Guard(DocumentPlace, "填写依据文件的名称和文号。", faults, () => new SourceDocument(written.Document.Trim(), hash), new("-"));
        var payload = Guard("", "缩短文字，长文放进依据文件。", faults, () => LedgerPayload.Of(written.Fields), LedgerPayload.Empty);
        var supersedes = written.Supersedes is { } number
            ? Guard(ReasonPlace, "写明为什么更正或者撤回。", faults, () => new Supersession(number, written.Reason.Trim()), new(1, "-"))
            : null;
        var kind = string.IsNullOrWhiteSpace(written.Kind) ? "-" : kinds.Find(written.Kind)?.English ?? written.Kind;
        var draft = Guard("", "核对种类的名称。", faults, () => new LedgerDraft(subject, kind, happened, by, document, payload, supersedes), null!); // A fault is told, so it is not given back.
        if (draft is not null)
            faults.AddRange(_check.Check(draft, today).Where(f => !Follows(f, faults)).ToList());
        return (faults.Count == 0 ? draft : null, faults);
    }

    /// <summary>Whether a fault is only there because something harmless stands where what was written could not be read.</summary>
    private static bool Follows(EntryFault fault, List<EntryFault> known) =>
        (fault.Field == SubjectPlace && known.Exists(k => k.Field == SubjectPlace)) || (fault.Code is "LEDGER_FIELD_MISSING" or "LEDGER_EMPTY" && known.Exists(k => k.Code == "LEDGER_PAYLOAD"));

    private static DateOnly Day(string text, DateOnly today, List<EntryFault> faults)
    {
        if (FieldText.Day(text) is { } day) return day;
        faults.Add(new("LEDGER_DAY", DayPlace, text.Trim().Length == 0 ? "没有填发生日。" : $"发生日写作“{Short(text)}”，不是日期。", "写成 2026-03-01。"));
        return today;
    }

    private static string Short(string text) => text.Length <= 40 ? text : text[..39] + "…";

    private static T Guard<T>(string place, string suggestion, List<EntryFault> faults, Func<T> make, T harmless)
    {
        try
        {
            return make();
        }
        catch (DomainException wrong)
        {
            faults.Add(new(wrong.Code, place, wrong.Message, suggestion));
            return harmless;
        }
    }
}
