using System.Diagnostics;
using System.Text.Json.Nodes;
using Huodi.App.Stores;
using Huodi.App.Warnings;
using Huodi.Cli.Tests.Ledger;
using Huodi.Domain.Ledger;
using Huodi.Store.GeoPackage;
using Huodi.Store.Postgres;
using Huodi.Store.Tests.Postgres;
using Huodi.Testing;

namespace Huodi.Cli.Tests.Warnings;

/// <summary>Daily runs over the carried law, as processes that are killed at random moments. By <c>./test --kills</c>.</summary>
public sealed class KilledRunTests(PostgresServer server) : IDisposable
{
    private const int Kills = 20;
    private const int Grants = 3000;
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly DateOnly First = new(2025, 9, 20);
    private readonly Session _session = new();

    public void Dispose() => _session.Dispose();

    [Theory(Explicit = true)]
    [InlineData("file")]
    [InlineData("server")]
    public async Task Run_KilledAtAnyMoment_IsKeptWholeOrNotAtAllAndTheNextIsWhole(string kind)
    {
        var place = kind == "server" ? await server.NewDatabaseAsync() : _session.Store;
        await using var control = new InMemoryLandStore();
        _ = await control.Ledger.AppendManyAsync(Drafts(), None);
        await using (var store = await OpenAsync(place)) _ = await store.Ledger.AppendManyAsync(Drafts(), None);
        var clock = Stopwatch.StartNew();
        using (var whole = Run(place, First)) _ = await whole.LineAsync("每日预警，为");
        var longest = clock.Elapsed;
        _ = await RunAsync(control, First);

        var kept = 0;
        for (var kill = 1; kill <= Kills; kill++)
        {
            var day = First.AddDays(kill);
            using (var killed = Run(place, day))
            {
                await Task.Delay(Random.Shared.NextDouble() * longest);
                await killed.KillAsync();
            }

            await using var store = await OpenAsync(place);
            Assert.Empty(await store.CheckAsync(None)); // every run has as many warnings and events as it says
            if (await store.Warnings.RunsAsync(None).FirstAsync() is var last && last.Day == day) kept++;
            await AfterAsync(place, day);
            _ = await RunAsync(control, day);
            Assert.Equal(await StandingAsync(control), await StandingAsync(store));
            Assert.Equal(kill + 1, await store.Warnings.RunsAsync(None).CountAsync());
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{kind}: {Kills} runs killed within {longest.TotalSeconds:0.0} s, {kept} of them were kept whole, {Kills - kept} left nothing; each day has one run, all warnings as without kills.");
    }

    private static Watcher Run(string place, DateOnly day) => Watcher.Start(null, "warnings", "run", "--as-of", $"{day:yyyy-MM-dd}", "--store", place);

    /// <summary>The day once more, and to its end, as soon as the dead process no longer holds the turn.</summary>
    private static async Task AfterAsync(string place, DateOnly day)
    {
        for (var tries = 0; ; tries++)
        {
            await using var store = await OpenAsync(place);
            try
            {
                _ = await RunAsync(store, day);
                return;
            }
            catch (StoreException refused) when (refused.Code == "WARNING_RUNNING" && tries < 100)
            {
                await Task.Delay(100);
            }
        }
    }

    private static Task<(WarningRun, bool)> RunAsync(ILandStore store, DateOnly day) => new RunWarnings(store, Carried.Library, Carried.Ledger).RunAsync(day, "测试", again: false, None);

    private static async Task<ILandStore> OpenAsync(string place) => place.Contains("Host=", StringComparison.Ordinal)
        ? await PostgresStore.OpenAsync(place, TimeProvider.System, None)
        : await GeoPackageStore.OpenAsync(place, TimeProvider.System, None);

    private static async Task<List<string>> StandingAsync(ILandStore store) =>
        [.. (await store.Warnings.ListAsync(new() { IsOpen = false }, 0, null, None).Select(w => $"{w.Notice.Identity} {w.GivenFor:O} {w.Status} {w.Version} {w.Office}").ToListAsync()).Order(StringComparer.Ordinal)];

    /// <summary>Each day some have a month to go, some are due, and some are overdue.</summary>
    private static async IAsyncEnumerable<LedgerDraft> Drafts()
    {
        await Task.CompletedTask;
        for (var n = 0; n < Grants; n++)
        {
            var payload = new JsonObject
            {
                ["权利类型"] = "出让",
                ["合同签订日期"] = "2025-07-01",
                ["行政区划代码"] = "210211",
                ["约定开工日期"] = $"{First.AddDays(n % 50):yyyy-MM-dd}",
            };
            yield return new(new(LedgerSubjectKind.Grant, $"2102112025B{n:00000}"), "supply", new(2025, 7, 1), "张三", new("合同"), LedgerPayload.Of(payload));
        }
    }
}
