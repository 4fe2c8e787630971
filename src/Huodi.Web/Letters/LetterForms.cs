using Huodi.App.Cases;
using Huodi.App.Ledger.Readings;
using Huodi.App.Letters;
using Huodi.App.Stores;
using Huodi.Domain;
using Huodi.Domain.Ledger;
using Huodi.Policies;
using Huodi.Policies.Ledger;
using Huodi.Policies.Letters;
using Huodi.Web.Cases;
using Huodi.Web.Evaluation;
using Huodi.Web.Hosting;

namespace Huodi.Web.Letters;

/// <summary>Shows the form of a letter about a case or about land, previews the letter, and records it.</summary>
internal sealed class LetterForms(ILandStore store, PolicyLibrary policies, LoadedLedger ledger, LegalCalendar calendar)
{
    private KeepLetters Keep => new(policies, ledger, store.Ledger, calendar.Today);

    /// <summary>An empty form.</summary>
    public async Task<IResult> NewAsync(string? template, string? subject, string? @case, HttpRequest http, CancellationToken cancellation)
    {
        if (Find(template) is not { } found) return TypedResults.NotFound();
        var form = new LetterForm(found.Id, subject ?? "", @case ?? "", "", new Dictionary<string, string>(), Recorder.From(http));
        return await SubjectAsync(form, cancellation) is { } about ? Page.Of<LetterFormPage>(new LetterFormView(found, about, form, [], null)) : TypedResults.NotFound();
    }

    /// <summary>What was sent from it.</summary>
    public async Task<IResult> PostAsync(HttpContext http, CancellationToken cancellation)
    {
        var sent = await http.Request.ReadFormAsync(cancellation);
        if (Find(sent["template"]) is not { } template) return TypedResults.NotFound();
        var form = LetterForm.From(sent, template);
        if (await SubjectAsync(form, cancellation) is not { } subject) return TypedResults.NotFound();
        var (number, preview, faults) = await MakeAsync(template, subject, form, sent["do"] == "record", cancellation);
        if (number is { } recorded)
        {
            form.Who.Keep(http.Response);
            return SeeOther.To(CaseLinks.Letter(recorded));
        }

        return Page.Of<LetterFormPage>(
            new LetterFormView(template, subject, form, faults, preview), faults.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private async Task<(long? Number, LetterView? Preview, IReadOnlyList<string> Faults)> MakeAsync(
        LetterTemplate template, LedgerSubject subject, LetterForm form, bool records, CancellationToken cancellation)
    {
        if (form.Day(calendar.Today) is not { } day || !LedgerDates.Holds(day)) return (null, null, ["事实截至：写成 2026-03-01。"]);
        if (records && form.Who.Signature.Length == 0) return (null, null, ["没有写登记人和单位。"]);
        var land = subject.Kind switch
        {
            LedgerSubjectKind.Grant => (await store.FindGrantAsync(subject.Id, cancellation))?.Facts,
            LedgerSubjectKind.Parcel => (await store.FindParcelAsync(subject.Id, cancellation))?.Facts,
            _ => null,
        };
        var request = new LetterRequest(template, subject, land?.ToJson() ?? [], [], day, form.Entries, form.Case, form.Who.Signature);
        try
        {
            if (!records)
            {
                var draft = await Keep.ComposeAsync(request, cancellation);
                return (null, draft.Letter is { } letter ? new(null, []) { Preview = letter } : null, draft.Obstacles);
            }

            var made = await Keep.RecordAsync(request, cancellation);
            return (made.Entry?.Number, null, [.. made.Draft.Obstacles, .. made.Faults.Select(f => $"{f.Message} {f.Suggestion}")]);
        }
        catch (DomainException wrong)
        {
            return (null, null, [wrong.Message]);
        }
        catch (StoreException moved) when (moved.Code == "LEDGER_MOVED")
        {
            return (null, null, [moved.Message]);
        }
    }

    private LetterTemplate? Find(string? id) => ledger.Letters.FirstOrDefault(t => t.Id == id);

    /// <summary>What the letter is about: the subject of its case, or the one named. Null when there is none.</summary>
    private async Task<LedgerSubject?> SubjectAsync(LetterForm form, CancellationToken cancellation)
    {
        if (form.Case.Length > 0) return (await new KeepCases(policies, ledger, store.Ledger, calendar.Today).FindAsync(form.Case, calendar.Today, null, cancellation))?.File.Subject;
        try
        {
            return LedgerSubject.Parse(form.Subject);
        }
        catch (DomainException)
        {
            return null;
        }
    }
}
