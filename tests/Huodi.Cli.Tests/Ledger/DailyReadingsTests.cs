using Huodi.App.Ledger.Clocks;
using Huodi.Domain.Ledger;
using Huodi.Policies;
using Huodi.Policies.Ledger;
using Huodi.Policies.Loading;
using Huodi.Testing;

namespace Huodi.Cli.Tests.Ledger;

/// <summary>All subjects at once, held against one after the other.</summary>
public sealed class DailyReadingsTests
{
    private static readonly string Policies = Path.Combine(AppContext.BaseDirectory, "policies");
    private static readonly Lazy<(PolicyLibrary Library, LoadedLedger Ledger)> Loaded = new(() =>
    {
        var library = PolicyFolder.Load(Policies).Library;
        return (library, LedgerFolder.Load(Policies, library));
    });

    [Theory]
    [InlineData("2021-06-30")]
    [InlineData("2025-12-31")]
    [InlineData("2026-11-22")]
    public async Task OfAsync_WorkedHistories_ReadsWhatEachSubjectReads(string day)
    {
        var (library, declared) = Loaded.Value;
        var asOf = DateOnly.Parse(day, null);
        var ledger = await HistoriesAsync(new FixedClock(new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero)));

        var all = await new DailyReadings(library, declared).OfAsync(ledger, asOf, null, default).ToListAsync();

        Assert.Equal(Directory.EnumerateFiles(HistoryTests.Folder(), "*.md").Count(), all.Count);
        foreach (var clocks in all)
        {
            var entries = await ledger.OfSubjectAsync(clocks.Subject, default).ToListAsync();
            Assert.Equivalent(new ReadClocks(library, declared).Of(entries, asOf), clocks.Readings, strict: true);
            Assert.Equal(entries[^1].Number, clocks.LastEntry);
        }
    }

    [Fact]
    public async Task OfAsync_KnownBeforeAnythingWasRecorded_KnowsNoSubject()
    {
        var (library, declared) = Loaded.Value;
        var ledger = await HistoriesAsync(new FixedClock(new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero)));

        Assert.Empty(await new DailyReadings(library, declared).OfAsync(ledger, new(2026, 3, 1), new(2026, 2, 1, 0, 0, 0, TimeSpan.Zero), default).ToListAsync());
    }

    /// <summary>The worked histories in one ledger, each about a subject of its own.</summary>
    private static async Task<InMemoryLedger> HistoriesAsync(TimeProvider clock)
    {
        var (library, declared) = Loaded.Value;
        var ledger = new InMemoryLedger(clock);
        foreach (var (n, file) in Directory.EnumerateFiles(HistoryTests.Folder(), "*.md").Order(StringComparer.Ordinal).Index())
        {
            var before = (await ledger.HeadAsync(default)).Entries;
            var drafts = History.Read(file, declared.Kinds, library.Dictionary).Entries.Select(e => e.Draft).Select(d => new LedgerDraft(
                new(d.Subject.Kind, $"{d.Subject.Id}{n:00}"), d.Kind, d.Happened, d.By, d.Document, d.Payload,
                d.Supersedes is { } old ? new(before + old.Number, old.Reason) : null));
            _ = await ledger.AppendAsync([.. drafts], default);
        }

        return ledger;
    }
}
