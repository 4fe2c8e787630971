using Huodi.App.Documents;
using Huodi.App.Stores;
using Huodi.Domain.Documents;
using Huodi.Domain.Ledger;
using Huodi.Policies;
using Huodi.Policies.Ledger;
using Huodi.Web.Hosting;
using Huodi.Web.Layout;
using Huodi.Web.Ledger.Api;

namespace Huodi.Web.Ledger;

/// <summary>登记: the life-cycle ledger.</summary>
internal static class LedgerRoutes
{
    private const int PageSize = 50;

    public static void MapLedger(this IEndpointRouteBuilder app)
    {
        app.MapGet(LedgerLinks.List, ListAsync);
        app.MapEntries();
        LedgerApi.Map(app);
        LedgerFiles.Map(app);
        TableImports.Map(app);
        Verifications.Map(app);
        app.MapGet("/ledger/entries/{number:long}", EntryAsync);
        app.MapGet("/ledger/{kind:regex(^(parcel|grant|project)$)}/{**id}", SubjectLedgers.ShowAsync);
    }

    private static async Task<IResult> ListAsync(
        string? find, [AsParameters] LedgerQuery query, ILandStore store, LoadedLedger ledger, CancellationToken cancellation)
    {
        // What is looked for by its number alone is shown, or asked about where a new life begins.
        if (find?.Trim() is { Length: > 0 } typed)
            return SeeOther.To((await TypedSubject.ReadAsync(typed, store, cancellation)).Subject is { } found ? LedgerLinks.Subject(found) : Links.With(LedgerLinks.Choose, ("subject", typed)));
        var (filter, fault) = query.Read(ledger.Kinds);
        var entries = new List<LedgerEntry>();
        if (filter is not null)
        {
            await foreach (var entry in store.Ledger.NewestAsync(filter, PageSize + 1, cancellation)) entries.Add(entry);
        }

        var next = entries.Count > PageSize ? entries[PageSize - 1].Number : (long?)null;
        return Page.Of<LedgerListPage>(
            new LedgerListView(query, fault, [.. entries.Take(PageSize)], next, await store.Ledger.HeadAsync(cancellation), ledger.Kinds),
            filter is null ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);
    }

    private static async Task<IResult> EntryAsync(
        long number, string? recorded, ILandStore store, PolicyLibrary policies, LoadedLedger ledger, CancellationToken cancellation)
    {
        if (await store.Ledger.FindAsync(number, cancellation) is not { } entry) return TypedResults.NotFound();
        var successor = await store.Ledger.OfSubjectAsync(entry.Subject, cancellation)
            .LastOrDefaultAsync(e => e.Draft.Supersedes?.Number == number, cancellation);
        var files = new List<(SourceDocument, KeptDocument?)>();
        foreach (var document in NamedHashes.Of(entry)) files.Add((document, await store.Documents.FindAsync(document.Hash!, cancellation))); // Only those with a hash are named.
        return Page.Of<EntryPage>(new EntryView(
            entry, LedgerWords.Kind(entry.Kind, ledger.Kinds), ledger.Kinds.Find(entry.Kind), successor, recorded ?? "", files, policies.Dictionary));
    }
}
