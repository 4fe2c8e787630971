using System.Diagnostics;
using Huodi.App.Ledger;
using Huodi.Domain.Ledger;
using Huodi.Store.Postgres;
using Huodi.Store.Postgres.Ledger;
using Npgsql;
using Xunit;

namespace Huodi.Store.Tests.Postgres;

/// <summary>What an append asks of the server.</summary>
public sealed class AppendingTests(PostgresServer server)
{
    private static CancellationToken None => CancellationToken.None;

    [Theory]
    [InlineData(10)]
    [InlineData(200)]
    public async Task Append_Corrections_AsksOnceASubjectHoweverManyThereAre(int corrections)
    {
        await using var store = await PostgresStore.OpenAsync(await server.NewDatabaseAsync(), TimeProvider.System, None);
        _ = await store.Ledger.AppendAsync([.. Enumerable.Range(1, corrections).Select(n => Land.Draft("P1", "patrol", fields: new() { ["情况说明"] = $"{n}" }))], None);

        // Half of them correct what is there, the others what the same append adds.
        var drafts = Enumerable.Range(1, corrections).SelectMany(n => new[]
        {
            Land.Draft("P1", "patrol", supersedes: new(n, $"改{n}"), day: 2), Land.Draft("P1", "patrol", supersedes: new(corrections + (2 * n) - 1, $"再改{n}"), day: 3),
        });
        IReadOnlyList<AppendedEntry> appended = [];
        var statements = await StatementsAsync(async () => appended = await store.Ledger.AppendAsync([.. drafts], None));

        Assert.All(appended, a => Assert.True(a.IsNew));
        Assert.Equal(corrections, EffectiveEntries.Of(await store.Ledger.OfSubjectAsync(new(LedgerSubjectKind.Parcel, "P1"), None).ToListAsync()).Count);
        Assert.InRange(statements, 1, 12);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_000_000)]
    public async Task Append_WhateverThePlannerBelieves_FindsWhatIsHeldByItsSubject(int believed)
    {
        var database = await server.NewDatabaseAsync();
        await using (await PostgresStore.OpenAsync(database, TimeProvider.System, None)) { }
        var rows = $"INSERT INTO huodi.ledger_entry SELECT n, 'parcel', 'P' || n, 'patrol', '2026-02-01', now(), '张三', '文', NULL, '{{}}', NULL, NULL, decode(repeat('00', 32), 'hex') FROM generate_series(1, 20000) n";
        await PostgresServer.RunAsync(database, $"{rows}; UPDATE pg_class SET reltuples = {believed}, relpages = 10000 WHERE oid = 'huodi.ledger_entry'::regclass");
        await using var connection = new NpgsqlConnection($"{database};Search Path=huodi,public");
        await connection.OpenAsync(None);

        var plan = await PostgresServer.PlanAsync(connection, LedgerWriter.SelectHeld, "parcel", "P7", "patrol");

        Assert.Contains("Index Cond: ((subject_kind = 'parcel'::text) AND (subject_id = 'P7'::text))", plan, StringComparison.Ordinal);
    }

    /// <summary>How many statements the work sends, told from those of tests beside it by its trace.</summary>
    private static async Task<int> StatementsAsync(Func<Task> work)
    {
        using var trace = new Activity("append").Start();
        var (id, count) = (trace.TraceId, 0);
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref options) => ActivitySamplingResult.AllData,
            ActivityStopped = statement => count += statement.TraceId == id ? 1 : 0,
        };
        ActivitySource.AddActivityListener(listener);
        await work();
        return count;
    }
}
