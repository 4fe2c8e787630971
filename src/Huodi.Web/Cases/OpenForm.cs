using System.Globalization;
using Huodi.App.Cases;
using Huodi.App.Documents;
using Huodi.App.Ledger;
using Huodi.App.Ledger.Recording;
using Huodi.Domain;
using Huodi.Domain.Ledger;
using Huodi.Policies.Procedures;
using Huodi.Web.Hosting;

namespace Huodi.Web.Cases;

/// <summary>The form that opens a case, word for word as it was filled in.</summary>
public sealed record OpenForm
{
    public string Subject { get; init; } = "";

    public string Procedure { get; init; } = "";

    public string Number { get; init; } = "";

    public string Day { get; init; } = "";

    public string Document { get; init; } = "";

    public Recorder Who { get; init; } = new("", "");

    /// <summary>The file of the document.</summary>
    public SentFile Sent { get; init; } = SentFile.None;

    /// <summary>What was sent.</summary>
    public static async Task<OpenForm> FromAsync(HttpRequest http, DocumentLimit limit, CancellationToken cancellation)
    {
        var form = await http.ReadFormAsync(cancellation);
        return new()
        {
            Subject = Text("subject"),
            Procedure = Text("procedure"),
            Number = Text("number"),
            Day = Text("day"),
            Document = Text("document"),
            Who = Recorder.From(form),
            Sent = await SentFile.FromAsync(form, "file", limit, cancellation),
        };

        string Text(string name) => form[name].ToString().Trim();
    }

    /// <summary>The empty form of a day.</summary>
    public static OpenForm Of(string? subject, DateOnly today, HttpRequest http) => new()
    {
        Subject = subject?.Trim() ?? "",
        Day = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Who = Recorder.From(http),
    };

    /// <summary>What it asks for, or everything that is wrong with how it is filled in.</summary>
    public (OpenRequest? Request, IReadOnlyList<EntryFault> Faults) Read(IDocumentStore documents)
    {
        var faults = new List<EntryFault>();
        var subject = Guard(ReadEntry.SubjectPlace, "写成 grant:电子监管号、parcel:宗地编号 或 project:项目编号。", () => LedgerSubject.Parse(Subject), default);
        var day = FieldText.Day(Day);
        if (day is null) faults.Add(new("LEDGER_DAY", ReadEntry.DayPlace, Day.Length == 0 ? "没有填立案之日。" : "立案之日不是日期。", "写成 2026-03-01。"));
        if (Procedure.Length == 0) faults.Add(new("CASE_PROCEDURE", CaseField.Procedure, "没有选程序。", "选一个程序。"));
        if (Who.Signature.Length == 0) faults.Add(new("LEDGER_TEXT", ReadEntry.ByPlace, "没有写登记人和单位。", "两项都写。"));
        var evidence = Guard(ReadEntry.DocumentPlace, "填写立案审批表等的名称和文号。", () => Sent.File?.Named(Document) ?? new SourceDocument(Document), null);
        if (Sent.Fault is { } wrong) faults.Add(wrong);
        return faults.Count > 0
            ? (null, faults)
            : (new(subject, Procedure, Number.Length == 0 ? null : Number, day!.Value, Who.Signature, evidence!) { Files = new(documents, Sent.Files) }, []); // A missing one is a fault.

        T? Guard<T>(string place, string suggestion, Func<T> make, T? harmless)
        {
            try
            {
                return make();
            }
            catch (DomainException refused)
            {
                faults.Add(new(refused.Code, place, refused.Message, suggestion));
                return harmless;
            }
        }
    }
}
