using System.Globalization;
using Huodi.App.Cases;
using Huodi.App.Letters;
using Huodi.App.Stores;
using Huodi.Domain;
using Huodi.Domain.Ledger;
using Huodi.Formats.Letters;
using Huodi.Policies;
using Huodi.Policies.Answers;
using Huodi.Policies.Ledger;
using Huodi.Policies.Letters;
using Huodi.Web.Cases;
using Huodi.Web.Evaluation;
using Huodi.Web.Hosting;

namespace Huodi.Web.Letters;

/// <summary><c>/letters/new</c>, <c>/letters/{number}</c> and its .docx.</summary>
internal static class LetterRoutes
{
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void MapLetters(this IEndpointRouteBuilder app)
    {
        app.MapGet("/letters/new", NewAsync);
        app.MapPost("/letters/new", PostAsync);
        app.MapGet("/letters/{number:long}", ShowAsync);
        app.MapGet("/letters/{number:long}.docx", DownloadAsync);
    }

    private static async Task<IResult> ShowAsync(
        long number, ILandStore store, PolicyLibrary policies, LoadedLedger ledger, LegalCalendar calendar, CancellationToken cancellation)
    {
        if (await FindAsync(number, store, policies, ledger, calendar, cancellation) is not { } letter) return TypedResults.NotFound();
        var entries = await EntriesAsync(store, letter.Subject, cancellation);
        return Page.Of<LetterPage>(new LetterView(letter, LetterChanges.Of(letter, ledger.Kinds, entries)));
    }

    private static async Task<IResult> DownloadAsync(
        long number, ILandStore store, PolicyLibrary policies, LoadedLedger ledger, LegalCalendar calendar, CancellationToken cancellation)
    {
        if (await FindAsync(number, store, policies, ledger, calendar, cancellation) is not { IsWhole: true } letter) return TypedResults.NotFound();
        using var docx = new MemoryStream();
        LetterDocx.Write(letter.Letter, docx);
        return TypedResults.File(docx.ToArray(), Docx, $"{letter.Letter.Title}（{letter.Letter.Number}）.docx");
    }

    private static async Task<IResult> NewAsync(
        string? template, string? @case, ILandStore store, PolicyLibrary policies, LoadedLedger ledger, LegalCalendar calendar, HttpRequest http, CancellationToken cancellation)
    {
        if (ledger.Letters.FirstOrDefault(t => t.Id == template) is not { } form) return TypedResults.NotFound();
        if (await CaseAsync(@case ?? "", store, policies, ledger, calendar, cancellation) is not { } file) return TypedResults.NotFound();
        return Page.Of<LetterFormPage>(new LetterFormView(form, file, new Dictionary<string, string>(), Recorder.From(http), [], null));
    }

    private static async Task<IResult> PostAsync(
        ILandStore store, PolicyLibrary policies, LoadedLedger ledger, LegalCalendar calendar, HttpContext http, CancellationToken cancellation)
    {
        var sent = await http.Request.ReadFormAsync(cancellation);
        if (ledger.Letters.FirstOrDefault(t => t.Id == sent["template"].ToString()) is not { } form) return TypedResults.NotFound();
        if (await CaseAsync(sent["case"].ToString(), store, policies, ledger, calendar, cancellation) is not { } file) return TypedResults.NotFound();
        var who = Recorder.From(sent);
        var entries = form.Entries.Select(e => (e.Name, Value: sent[$"entry-{e.Name}"].ToString().Trim())).Where(e => e.Value.Length > 0).ToDictionary(e => e.Name, e => e.Value, StringComparer.Ordinal);
        var day = DateOnly.TryParseExact(entries.GetValueOrDefault("成文日期"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dated) ? dated : calendar.Today;
        var land = file.Subject.Kind == LedgerSubjectKind.Grant ? (await store.FindGrantAsync(file.Subject.Id, cancellation))?.Facts
            : file.Subject.Kind == LedgerSubjectKind.Parcel ? (await store.FindParcelAsync(file.Subject.Id, cancellation))?.Facts : null;
        var request = new LetterRequest(form, file.Subject, land?.ToJson() ?? [], [], day, entries, file.Number, who.Signature);
        var keep = new KeepLetters(policies, ledger, store.Ledger, calendar.Today);
        LetterView? preview = null;
        List<string> faults = [];
        try
        {
            if (sent["do"] == "record" && who.Signature.Length == 0) faults.Add("没有写登记人和单位。");
            if (sent["do"] == "record" && faults.Count == 0)
            {
                var made = await keep.RecordAsync(request, cancellation);
                if (made.Entry is { } entry)
                {
                    who.Keep(http.Response);
                    return SeeOther.To(CaseLinks.Letter(entry.Number));
                }

                faults.AddRange(Obstacles(made.Draft).Concat(made.Faults.Select(f => $"{f.Message} {f.Suggestion}")));
            }
            else
            {
                var draft = await keep.ComposeAsync(request, cancellation);
                faults.AddRange(Obstacles(draft));
                if (draft.Letter is { } letter) preview = new(null, []) { Preview = letter };
            }
        }
        catch (DomainException wrong)
        {
            faults.Add(wrong.Message);
        }

        return Page.Of<LetterFormPage>(new LetterFormView(form, file, entries, who, faults, preview), faults.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static IEnumerable<string> Obstacles(LetterDraft draft) =>
    [
        .. draft.MissingEntries.Select(e => $"未填写：{e.Name}{(e.Note.Length > 0 ? $"（{e.Note}）" : "")}"),
        .. draft.WrongEntries,
        .. draft.MissingFacts.Select(m => $"缺：{m.Name}（由{m.Office}{(m.IsParameter ? "确定" : "提供")}）"),
        .. draft.Grounds.Select(a => $"前提不成立：{a.Decision}的结论是{a.Outcome.Chinese()}"),
    ];

    private static Task<KeptLetter?> FindAsync(
        long number, ILandStore store, PolicyLibrary policies, LoadedLedger ledger, LegalCalendar calendar, CancellationToken cancellation) =>
        new KeepLetters(policies, ledger, store.Ledger, calendar.Today).FindAsync(number.ToString(CultureInfo.InvariantCulture), cancellation);

    private static async Task<CaseFile?> CaseAsync(
        string number, ILandStore store, PolicyLibrary policies, LoadedLedger ledger, LegalCalendar calendar, CancellationToken cancellation) =>
        (await new KeepCases(policies, ledger, store.Ledger, calendar.Today).FindAsync(number, calendar.Today, null, cancellation))?.File;

    private static async Task<List<LedgerEntry>> EntriesAsync(ILandStore store, LedgerSubject subject, CancellationToken cancellation)
    {
        var entries = new List<LedgerEntry>();
        await foreach (var entry in store.Ledger.OfSubjectAsync(subject, cancellation)) entries.Add(entry);
        return entries;
    }
}
