using System.Diagnostics;
using System.Globalization;
using Huodi.Domain.Codes;
using Huodi.Store.GeoPackage;

namespace Huodi.Bench.Land.Imports;

/// <summary>
/// Kills imports of a whole city at random moments, those after the first page was written to the file among them, and asks of the store
/// each time that it opens, passes its check and holds the whole batch or none of it.
/// </summary>
internal static class ImportKills
{
    public static async Task<int> RunAsync(string city, string store, int kills)
    {
        var whole = ImportBench.Number(city, "SELECT count(*) FROM parcel");
        var longest = TimeSpan.Zero;
        var random = new Random(kills);
        var (none, all) = (0, 0);
        for (var kill = -1; kill < kills; kill++)
        {
            ImportBench.Clean(store);
            var clock = Stopwatch.StartNew();
            using var process = ImportBench.Start(Environment.ProcessPath!, "import-once", city, store); // A running program has a path.
            var until = kill < 0 ? Timeout.InfiniteTimeSpan : random.NextDouble() * longest;
            if (!process.WaitForExit(until)) process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            if (kill < 0) longest = clock.Elapsed;

            // Killed before it had made the store, there is none to open.
            var held = File.Exists(store) ? await HeldAsync(store) : 0;
            if (held != 0 && held != whole) throw new InvalidOperationException($"Kill {kill + 1} after {until} left {held} of {whole} parcels.");
            if (kill < 0) continue;
            if (held == 0) none++;
            else all++;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kills} kills within {longest.TotalSeconds:0.0} s of {whole} parcels: none of the batch {none} times, the whole of it {all} times, every store sound"));
        return 0;
    }

    private static async Task<long> HeldAsync(string path)
    {
        await using var store = await GeoPackageStore.OpenAsync(path, TimeProvider.System, CancellationToken.None);
        var problems = await store.CheckAsync(CancellationToken.None);
        if (problems.Count > 0) throw new InvalidOperationException(string.Join(Environment.NewLine, problems));
        return await store.ParcelsAsync(DivisionCode.Country, CancellationToken.None).LongCountAsync();
    }
}
