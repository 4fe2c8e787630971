using Huodi.App.Warnings;
using Huodi.Store.Postgres;
using Huodi.Store.Postgres.Warnings;
using Npgsql;
using Xunit;

namespace Huodi.Store.Tests.Postgres;

/// <summary>
/// A run puts in hundreds of thousands of rows that nobody sees yet. An ANALYZE in its midst, which the server starts by itself, counts
/// none of them, and the planner then takes a full table for an empty one.
/// </summary>
public sealed class WarningPlansTests(PostgresServer server)
{
    private static CancellationToken None => CancellationToken.None;

    [Theory]
    [InlineData(0)]
    [InlineData(1_000_000)]
    public async Task Give_WhateverThePlannerBelieves_LooksUpEachNewWarning(int believed)
    {
        var database = await server.NewDatabaseAsync();
        await using (await PostgresStore.OpenAsync(database, TimeProvider.System, None)) { }
        await PostgresServer.RunAsync(database, $"UPDATE pg_class SET reltuples = {believed}, relpages = 10000 WHERE oid = 'huodi.warning'::regclass");
        await using var connection = new NpgsqlConnection($"{database};Search Path=huodi,public");
        await connection.OpenAsync(None);
        await using var transaction = await connection.BeginTransactionAsync(None);
        await using (var stage = new NpgsqlCommand(WarningTurn.Stage, connection)) _ = await stage.ExecuteNonQueryAsync(None);

        var give = await PostgresServer.PlanAsync(connection, MergeSql.Give, 1L, new DateOnly(2026, 3, 1), 0L);
        var again = await PostgresServer.PlanAsync(connection, MergeSql.Again, 1L);
        await using (var compiles = new NpgsqlCommand("SHOW jit", connection)) Assert.Equal("off", await compiles.ExecuteScalarAsync(None));

        Assert.All([give, again], plan =>
        {
            // The conditions of the identity are on the index, so that each lookup reads one row and not all of them.
            Assert.Contains("Index Cond: ((subject_kind = g.subject_kind) AND (subject_id = g.subject_id) AND (rule = g.rule)", plan, StringComparison.Ordinal);
            Assert.DoesNotContain("Materialize", plan, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Run_WhileItGives_IsNotAnalyzed()
    {
        var database = await server.NewDatabaseAsync();
        await using var store = await PostgresStore.OpenAsync(database, TimeProvider.System, None);
        await using (var turn = await store.Warnings.TakeTurnAsync(None))
        {
            await turn.BeginAsync(new WarningRun(1, new(2026, 3, 1), default, "测试", 0, 0, 0), None);

            var refused = await Assert.ThrowsAsync<PostgresException>(() => AnalyzeAsync(database));

            Assert.Equal(PostgresErrorCodes.LockNotAvailable, refused.SqlState);
            _ = await turn.SaveAsync(None);
        }

        await AnalyzeAsync(database);
    }

    private static Task AnalyzeAsync(string database) => PostgresServer.RunAsync(database, "SET lock_timeout = '200ms'; ANALYZE huodi.warning");
}
