using System.Text.Encodings.Web;
using System.Text.Json;
using Huodi.App.Ledger.Clocks;
using Huodi.App.Ledger.States;
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

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

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
    public Task OfAsync_AnyLedger_ReadsAndDerivesWhatEachSubjectDoesByItself() => CheckAsync(seeds: 8);

    [Fact]
    public async Task OfAsync_KnownBeforeAnythingWasRecorded_KnowsNoSubject()
    {
        var (library, declared) = Loaded.Value;
        var ledger = await HistoriesAsync(new FixedClock(new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero)));

        Assert.Empty(await new DailyReadings(library, declared).OfAsync(ledger, new(2026, 3, 1), new(2026, 2, 1, 0, 0, 0, TimeSpan.Zero), default).ToListAsync());
    }

    /// <summary>Together and by itself, for random ledgers, days and moments.</summary>
    private static async Task CheckAsync(int seeds)
    {
        var (library, declared) = Loaded.Value;
        var seen = new HashSet<string>();
        for (var seed = 0; seed < seeds; seed++)
        {
            var random = new RandomLedger(declared.Kinds, library.Dictionary, seed);
            var ledger = await random.WriteAsync(subjects: 40);
            foreach (var (day, known) in new (DateOnly, DateTimeOffset?)[] { (random.Day(), null), (random.Day(), random.Moment()), (RandomLedger.Last, random.Moment()) })
            {
                var clocks = await new DailyReadings(library, declared).OfAsync(ledger, day, known, default).ToListAsync();
                var states = await new AllStates(library, declared).OfAsync(ledger, day, known, default).ToListAsync();
                var alone = (await ledger.BySubjectAsync(default).ToListAsync()).FindAll(e => known is null || e[0].Recorded <= known);
                Assert.Equal(alone.Select(e => e[0].Subject), clocks.Select(c => c.Subject));
                foreach (var (entries, one, state) in alone.Zip(clocks, states))
                {
                    Assert.Equal(Json(new ReadClocks(library, declared).Of(entries, day, known)), Json(one.Readings));
                    seen.UnionWith(one.Readings.Select(r => r.Rule).Concat(one.Readings.Select(r => r.Status)).Append(state.Headline));
                    Assert.Equal(Json(new DeriveState(library, declared).Of(entries, day, known)), Json(state));
                }
            }
        }

        Assert.Superset(new HashSet<string> { "不明", "逾期", "已办", "预警", "已退出", "处置中", "CN-53-22/动工", "HF-18/过渡期", "DL-19/首次缴款" }, seen);
    }

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, Readable);

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
