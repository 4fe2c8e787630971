using Huodi.App.Stores;
using Huodi.Policies;
using Huodi.Policies.Ledger;
using Huodi.Web.Hosting;

namespace Huodi.Web.Ledger;

/// <summary>登记: the life-cycle ledger.</summary>
internal static class LedgerRoutes
{
    public static void MapLedger(this IEndpointRouteBuilder app)
    {
        app.MapEntries();
        app.MapGet("/ledger/entries/{number:long}", EntryAsync);
    }

    private static async Task<IResult> EntryAsync(
        long number, string? recorded, ILandStore store, PolicyLibrary policies, LoadedLedger ledger, CancellationToken cancellation)
    {
        if (await store.Ledger.FindAsync(number, cancellation) is not { } entry) return TypedResults.NotFound();
        var successor = await store.Ledger.OfSubjectAsync(entry.Subject, cancellation)
            .LastOrDefaultAsync(e => e.Draft.Supersedes?.Number == number, cancellation);
        return Page.Of<EntryPage>(new EntryView(entry, LedgerWords.Kind(entry.Kind, ledger.Kinds), ledger.Kinds.Find(entry.Kind) is not null, successor, recorded ?? "", policies.Dictionary));
    }
}
