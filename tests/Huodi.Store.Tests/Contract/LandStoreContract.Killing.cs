using System.Globalization;
using Huodi.App.Stores;
using Huodi.Domain.Codes;
using Huodi.Store.Importer;
using Xunit;

namespace Huodi.Store.Tests.Contract;

public abstract partial class LandStoreContract
{
    private const int Kills = 8;

    [Fact]
    public async Task Killing_TheProcessWhileItSaves_LosesNothingReportedAndLeavesNothingHalf()
    {
        await using (await NewStoreAsync())
        {
        }

        var (batches, runs) = (new List<long>(), new List<long>());
        for (var kill = 0; kill < Kills; kill++)
        {
            var delay = TimeSpan.FromMilliseconds(Random.Shared.Next(0, 120));
            var reported = await KilledImporter.RunAsync(ImporterArguments, lines: Random.Shared.Next(2, 12), delay);
            batches.AddRange(reported.Batches);
            runs.AddRange(reported.Runs);

            await using var store = await ReopenAsync();
            Assert.Empty(await store.CheckAsync(None));
            await CheckBatchesAsync(store, batches, kill);
            await CheckRunsAsync(store, runs, kill);
        }

        Assert.True(batches.Count >= Kills / 2, $"Only {batches.Count} batches were saved.");
    }

    /// <summary>25 kills on each of two stores: 50 random moments of streamed imports.</summary>
    [Fact]
    public async Task Killing_TheProcessWhileItStreams_KeepsWholeBatchesOnly()
    {
        const int Stores = 5;
        const int KillsEach = 5;
        var unfinished = 0;
        for (var made = 0; made < Stores; made++)
        {
            await using (await NewStoreAsync())
            {
            }

            var reported = new HashSet<long>();
            for (var kill = 0; kill < KillsEach; kill++)
            {
                var delay = TimeSpan.FromMilliseconds(Random.Shared.Next(0, 150));
                var killed = await KilledImporter.RunAsync([.. ImporterArguments, "stream"], lines: Random.Shared.Next(1, 4), delay);
                reported.UnionWith(killed.Batches);

                await using var store = await ReopenAsync();
                Assert.Empty(await store.CheckAsync(None));
                var stored = await store.ImportsAsync(None).Reverse().ToListAsync();
                Assert.Subset(stored.Select(s => s.Batch).ToHashSet(), reported);
                Assert.InRange(stored.Count - reported.Count, 0, kill + 1);
                Assert.All(stored, s => Assert.Equal(Load.Streamed(s.Batch), s.Added));
                Assert.All(stored, s => Assert.Equal((s.Added + 299) / 300, s.RefusedCount));
                Assert.Equal(stored.Sum(s => s.Added), await store.ParcelsAsync(DivisionCode.Country, None).CountAsync());
                if (killed.Batches.Count == 0) unfinished++;
            }

            await RemoveStoreAsync();
        }

        Assert.True(unfinished < Stores * KillsEach, "Every process was killed before it had saved a batch.");
    }

    [Fact]
    public async Task Killing_TheProcessWhileItFilesARegister_KeepsWholeVersionsOnly()
    {
        await using (await NewStoreAsync())
        {
        }

        var reported = new HashSet<long>();
        for (var kill = 0; kill < Kills; kill++)
        {
            var lines = await KilledImporter.ReportedAsync([.. ImporterArguments, "register"], Random.Shared.Next(1, 5), TimeSpan.FromMilliseconds(Random.Shared.Next(0, 120)));
            reported.UnionWith(lines.Where(l => l.StartsWith("version ", StringComparison.Ordinal)).Select(l => long.Parse(l.AsSpan("version ".Length), CultureInfo.InvariantCulture)));

            await using var store = await ReopenAsync();
            Assert.Empty(await store.CheckAsync(None)); // hashes every version again, row by row
            var versions = await store.Registers.VersionsAsync(None).Reverse().ToListAsync();
            Assert.Equal(Enumerable.Range(1, versions.Count).Select(n => (long)n), versions.Select(v => v.Number));
            Assert.Subset(versions.Select(v => v.Number).ToHashSet(), reported);
            Assert.InRange(versions.Count - reported.Count, 0, kill + 1);
            foreach (var version in versions) Assert.Equal(Load.Rows(version.Number), await store.Registers.EntriesAsync(version.Number, None).CountAsync());
        }

        Assert.True(reported.Count >= Kills / 2, $"Only {reported.Count} versions were filed.");
    }

    /// <summary>Everything reported is there whole; so is anything saved but not reported, at most one for each kill.</summary>
    private static async Task CheckBatchesAsync(ILandStore store, List<long> reported, int kill)
    {
        var stored = await store.ImportsAsync(None).Reverse().ToListAsync();
        Assert.Equal(Enumerable.Range(1, stored.Count).Select(n => (long)n), stored.Select(s => s.Batch));
        Assert.Subset(stored.Select(s => s.Batch).ToHashSet(), reported.ToHashSet());
        Assert.InRange(stored.Count - reported.Count, 0, kill + 1);

        Assert.All(stored, s => Assert.Equal((Load.Parcels(s.Batch), 1), (s.Added, s.Refused.Count)));
        var expected = stored.SelectMany(s => Enumerable.Range(0, Load.Parcels(s.Batch)).Select(n => Load.Id(s.Batch, n)));
        Assert.Equal(expected, await store.ParcelsAsync(DivisionCode.Country, None).Select(p => p.Id).ToListAsync());
    }

    private static async Task CheckRunsAsync(ILandStore store, List<long> reported, int kill)
    {
        var stored = await store.RunsAsync(None).Reverse().ToListAsync();
        Assert.Subset(stored.Select(s => s.Number).ToHashSet(), reported.ToHashSet());
        Assert.InRange(stored.Count - reported.Count, 0, kill + 1);
        foreach (var run in stored)
        {
            var subjects = await store.RunSubjectsAsync(run.Number, None).ToListAsync();
            Assert.Equal(Load.RunSubjects(run.Number), subjects.Count);
            Assert.All(subjects, s => Assert.Equal(2, s.Verdicts.Count));
        }
    }
}
