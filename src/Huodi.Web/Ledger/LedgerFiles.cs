using Huodi.App.Stores;
using Huodi.Formats.Ledger;
using Huodi.Policies;
using Huodi.Policies.Ledger;

namespace Huodi.Web.Ledger;

/// <summary>Entries and empty tables as files.</summary>
internal static class LedgerFiles
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string Csv = "text/csv; charset=utf-8";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/ledger/entries.csv", ([AsParameters] LedgerQuery query, ILandStore store, LoadedLedger ledger, CancellationToken cancellation) =>
            query.Read(ledger.Kinds).Filter is { } filter
                ? TypedResults.Stream(
                    to => LedgerExport.WriteCsvAsync(to, store.Ledger.NewestAsync(filter, null, cancellation), ledger.Kinds, cancellation), Csv, "ledger.csv")
                : Results.BadRequest());
        app.MapGet("/ledger/entries.xlsx", async ([AsParameters] LedgerQuery query, ILandStore store, LoadedLedger ledger, CancellationToken cancellation) =>
        {
            if (query.Read(ledger.Kinds).Filter is not { } filter) return Results.BadRequest();
            var file = new FileStream(
                Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
            await LedgerExport.WriteXlsxAsync(file, store.Ledger.NewestAsync(filter, null, cancellation), ledger.Kinds, cancellation);
            file.Position = 0;
            return Results.Stream(file, Workbook, "ledger.xlsx");
        });
        app.MapGet("/ledger/templates/{name}.csv", async (string name, LoadedLedger ledger, PolicyLibrary policies, CancellationToken cancellation) =>
        {
            if (ledger.Kinds.Find(name) is not { } kind) return Results.NotFound();
            using var content = new MemoryStream();
            await LedgerTemplate.WriteCsvAsync(content, kind, policies.Dictionary, cancellation);
            return Results.File(content.ToArray(), Csv, $"{kind.English}.csv");
        });
        app.MapGet("/ledger/templates/{name}.xlsx", (string name, LoadedLedger ledger, PolicyLibrary policies) =>
        {
            if (ledger.Kinds.Find(name) is not { } kind) return Results.NotFound();
            using var content = new MemoryStream();
            LedgerTemplate.WriteXlsx(content, kind, policies.Dictionary);
            return Results.File(content.ToArray(), Workbook, $"{kind.English}.xlsx");
        });
    }
}
