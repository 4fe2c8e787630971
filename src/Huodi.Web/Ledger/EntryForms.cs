using Huodi.App.Documents;
using Huodi.App.Ledger;
using Huodi.App.Ledger.Recording;
using Huodi.App.Stores;
using Huodi.Domain;
using Huodi.Domain.Ledger;
using Huodi.Domain.Ledger.Kinds;
using Huodi.Policies;
using Huodi.Policies.Ledger;
using Huodi.Web.Evaluation;
using Huodi.Web.Hosting;

namespace Huodi.Web.Ledger;

/// <summary>Shows the form of an entry, checks what was filled in, previews it, and records it once.</summary>
internal sealed class EntryForms(ILandStore store, PolicyLibrary policies, LoadedLedger ledger, LegalCalendar calendar, TimeProvider time, DocumentLimit limit)
{
    private readonly ReadEntry _read = new(ledger.Kinds, policies);
    private readonly PreviewEntry _preview = new(policies, ledger);

    /// <summary>An empty form.</summary>
    public IResult New(string name, string? subject, HttpRequest http) => ledger.Kinds.Find(name) is { } kind
        ? Page.Of<EntryFormPage>(View(kind, null, new EntryForm { Subject = Named(subject ?? ""), Who = Recorder.From(http) }, []))
        : TypedResults.NotFound();

    /// <summary>What was sent from it.</summary>
    public async Task<IResult> PostNewAsync(string name, HttpContext http, CancellationToken cancellation) => ledger.Kinds.Find(name) is { } kind
        ? await PostAsync(kind, null, http, cancellation)
        : TypedResults.NotFound();

    /// <summary>The form that corrects or withdraws an entry.</summary>
    public async Task<IResult> SupersedeAsync(long number, bool withdraws, HttpRequest http, CancellationToken cancellation)
    {
        if (await FindAsync(number, cancellation) is not var (old, kind) || (kind is null && !withdraws)) return TypedResults.NotFound();
        var form = EntryForm.Of(old, policies.Dictionary) with { Who = Recorder.From(http) };
        if (withdraws) form = form with { Document = "", FileHash = "" }; // What evidences the withdrawal is another document.
        return Page.Of<EntryFormPage>(View(withdraws ? null : kind, old, form, []));
    }

    /// <summary>What was sent from it.</summary>
    public async Task<IResult> PostSupersedeAsync(long number, bool withdraws, HttpContext http, CancellationToken cancellation) =>
        await FindAsync(number, cancellation) is var (old, kind) && (kind is not null || withdraws)
            ? await PostAsync(withdraws ? null : kind, old, http, cancellation)
            : TypedResults.NotFound();

    private async Task<(LedgerEntry Old, LedgerKind? Kind)?> FindAsync(long number, CancellationToken cancellation) =>
        await store.Ledger.FindAsync(number, cancellation) is { } old && old.Kind != EffectiveEntries.Withdrawal ? (old, ledger.Kinds.Find(old.Kind)) : null;

    private async Task<IResult> PostAsync(LedgerKind? kind, LedgerEntry? old, HttpContext http, CancellationToken cancellation)
    {
        var form = await EntryForm.FromAsync(http.Request, kind, limit, cancellation);
        if (old is not null) form = form with { Subject = old.Subject.ToString() };
        var act = http.Request.Form["do"].ToString();
        if (act == "edit") return Page.Of<EntryFormPage>(View(kind, old, form, []));
        var (draft, faults) = _read.Read(form.ToEntry(kind?.English ?? EffectiveEntries.Withdrawal, policies.Dictionary, old?.Number), calendar.Today);
        faults = form.Sent.With(faults);
        if (draft is null || faults.Count > 0) return Page.Of<EntryFormPage>(View(kind, old, form, faults), StatusCodes.Status422UnprocessableEntity);
        if (form.Sent.File is { } file)
        {
            // Between the preview and the recording the browser would lose it.
            _ = await new KeepFiles(store.Documents, file).RunAsync(draft.By, cancellation);
            form = form with { FileHash = file.File.Hash, Sent = SentFile.None };
        }

        var preview = await _preview.OfAsync(store.Ledger, draft, calendar.Today, time.GetUtcNow(), cancellation);
        form.Who.Keep(http.Response);
        if (act != "record") return Page.Of<EntryPreviewPage>(new EntryPreviewView(View(kind, old, form, []), preview, HasMoved: false));
        try
        {
            var appended = await new RecordEntry(store.Ledger).OfAsync(draft, form.Seen, cancellation);
            return SeeOther.To($"{LedgerLinks.Entry(appended.Entry.Number)}?recorded={(appended.IsNew ? "new" : "same")}");
        }
        catch (StoreException moved) when (moved.Code == "LEDGER_MOVED")
        {
            // What came between must be looked at first.
            preview = await _preview.OfAsync(store.Ledger, draft, calendar.Today, time.GetUtcNow(), cancellation);
            return Page.Of<EntryPreviewPage>(new EntryPreviewView(View(kind, old, form, []), preview, HasMoved: true), StatusCodes.Status409Conflict);
        }
    }

    /// <summary>The subject in Chinese, as an official writes it; a text that is none stays as it is.</summary>
    private static string Named(string subject)
    {
        try
        {
            return LedgerSubject.Parse(subject.Trim()).Named;
        }
        catch (DomainException)
        {
            return subject;
        }
    }

    private EntryFormView View(LedgerKind? kind, LedgerEntry? old, EntryForm form, IReadOnlyList<EntryFault> faults) => new(
        kind, form, faults, old, old is null ? "" : LedgerWords.Kind(old.Kind, ledger.Kinds), old is null ? null : ledger.Kinds.Find(old.Kind), kind is null ? [] : policies.ArticlesOf(kind), policies.Dictionary);
}
