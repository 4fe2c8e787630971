using Huodi.App.Stores;
using Huodi.Policies.Ledger;
using Huodi.Web.Hosting;

namespace Huodi.Web.Ledger;

/// <summary>Recording: choose a kind, fill in its form, see what it changes, record; correct or withdraw what was recorded.</summary>
internal static class EntryRoutes
{
    public static void MapEntries(this IEndpointRouteBuilder app)
    {
        app.MapGet(LedgerLinks.Choose, ChooseAsync);
        app.MapGet("/ledger/new/{kind}", (string kind, string? subject, EntryForms forms, HttpRequest http) => forms.New(kind, subject, http));
        app.MapPost("/ledger/new/{kind}", (string kind, EntryForms forms, HttpContext http, CancellationToken cancellation) =>
            forms.PostNewAsync(kind, http, cancellation)).TakesFile();
        app.MapGet("/ledger/entries/{number:long}/correct", (long number, EntryForms forms, HttpRequest http, CancellationToken cancellation) =>
            forms.SupersedeAsync(number, false, http, cancellation));
        app.MapPost("/ledger/entries/{number:long}/correct", (long number, EntryForms forms, HttpContext http, CancellationToken cancellation) =>
            forms.PostSupersedeAsync(number, false, http, cancellation)).TakesFile();
        app.MapGet("/ledger/entries/{number:long}/withdraw", (long number, EntryForms forms, HttpRequest http, CancellationToken cancellation) =>
            forms.SupersedeAsync(number, true, http, cancellation));
        app.MapPost("/ledger/entries/{number:long}/withdraw", (long number, EntryForms forms, HttpContext http, CancellationToken cancellation) =>
            forms.PostSupersedeAsync(number, true, http, cancellation)).TakesFile();
    }

    private static async Task<IResult> ChooseAsync(string? subject, string? q, ILandStore store, LoadedLedger ledger, CancellationToken cancellation)
    {
        var typed = subject?.Trim() ?? "";
        var (read, fault) = typed.Length == 0 ? (null, null) : await TypedSubject.ReadAsync(typed, store, cancellation);
        var search = q?.Trim() ?? "";
        var kinds = ledger.Kinds.Recordable.Where(k => (read is not { } s || k.Subjects.Contains(s.Kind)) && KindInitials.Matches(k.Name, search)).ToList();
        var known = read is { } found ? await SubjectNames.FindAsync(found, store, cancellation) : "";
        return Page.Of<KindChoicePage>(new KindChoiceView(typed, read, known, fault, search, kinds));
    }
}
