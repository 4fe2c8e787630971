using Huodi.App.Stores;
using Huodi.Store.GeoPackage;
using Huodi.Store.Importer;
using Huodi.Store.Postgres;

var cancellation = CancellationToken.None;
await using ILandStore store = args[0] switch
{
    "geopackage" => await GeoPackageStore.OpenAsync(args[1], TimeProvider.System, cancellation),
    "postgres" => await PostgresStore.OpenAsync(args[1], TimeProvider.System, cancellation),
    _ => throw new ArgumentException($"Unknown store {args[0]}."),
};

Console.WriteLine("open");
if (args is [_, _, "workers", var most])
{
    // Until there are so many runs, whoever gets the turn.
    while (await store.Warnings.RunsAsync(cancellation).CountAsync(cancellation) < int.Parse(most, System.Globalization.CultureInfo.InvariantCulture))
    {
        try
        {
            Console.WriteLine($"run {await Load.WarnAsync(store)}");
        }
        catch (StoreException refused) when (refused.Code == "WARNING_RUNNING")
        {
            Console.WriteLine("refused");
        }
    }

    return;
}

if (args is [_, _, "register"])
{
    for (var number = await store.Registers.VersionsAsync(cancellation).CountAsync(cancellation) + 1L; ; number++)
        Console.WriteLine($"version {(await Load.FileAsync(store, number)).Number}");
}

if (args is [_, _, "documents"])
{
    for (var number = 1L + await store.Documents.ListAsync(cancellation).CountAsync(cancellation); ; number++)
    {
        var (document, _) = await store.Documents.KeepAsync(Load.File(number), "甲", Load.Content(number), cancellation);
        Console.WriteLine($"document {document.Number}");
    }
}

if (args is [_, _, "warnings"])
{
    while (true) Console.WriteLine($"run {await Load.WarnAsync(store)}");
}

if (args is [_, _, "ledger"])
{
    for (var number = (await store.Ledger.HeadAsync(cancellation)).Entries + 1; ; number += Load.Entries(number))
    {
        var appended = await store.Ledger.AppendAsync([.. Load.Drafts(number)], cancellation);
        Console.WriteLine($"entry {appended[^1].Entry.Number}:{appended[^1].Entry.Hash}");
    }
}

var batches = await store.ImportsAsync(cancellation).CountAsync(cancellation);
var runs = await store.RunsAsync(cancellation).CountAsync(cancellation);
var streams = args.ElementAtOrDefault(2) == "stream";
while (true)
{
    if (streams)
    {
        Console.WriteLine($"batch {(await Load.StreamAsync(store, ++batches)).Batch}");
        continue;
    }

    var report = await store.SaveAsync(Load.Batch(++batches), cancellation);
    Console.WriteLine($"batch {report.Batch}");
    if (batches % 3 != 0) continue;

    var run = await store.SaveRunAsync(Load.Run, Load.Subjects(++runs), cancellation);
    Console.WriteLine($"run {run.Number}");
}
