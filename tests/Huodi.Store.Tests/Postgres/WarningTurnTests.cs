using Huodi.App.Stores;
using Huodi.App.Warnings;
using Huodi.Store.Importer;
using Huodi.Store.Postgres;
using Xunit;

namespace Huodi.Store.Tests.Postgres;

/// <summary>Two who run past the lock of the turn, and a turn whose connection is lost.</summary>
public sealed class WarningTurnTests(PostgresServer server)
{
    private const string EndTurns = """
        SELECT pg_terminate_backend(pid, 10000) FROM pg_locks
        WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database()) AND pid != pg_backend_pid()
        """;

    private static readonly DateOnly Day = new(2026, 3, 1);

    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task Begin_WhenAnotherHasTakenTheNumber_IsRunningElsewhere()
    {
        var database = await server.NewDatabaseAsync();
        await using var store = await PostgresStore.OpenAsync(database, TimeProvider.System, None);
        await using var turn = await store.Warnings.TakeTurnAsync(None);
        Assert.Null(await turn.LastAsync(None));
        await PostgresServer.RunAsync(database, "INSERT INTO huodi.warning_run VALUES (1, '2026-03-01', now(), '另一个', 0, 0, 0)");

        Assert.Equal("WARNING_RUNNING", (await Assert.ThrowsAsync<StoreException>(() => turn.BeginAsync(Run(1), None))).Code);
    }

    [Fact]
    public async Task Begin_WhileAnotherWhoLostTheTurnStillWorks_IsRunningElsewhere()
    {
        var database = await server.NewDatabaseAsync();
        await using var store = await PostgresStore.OpenAsync(database, TimeProvider.System, None);
        await using var other = await PostgresStore.OpenAsync(database + ";Search Path=huodi", TimeProvider.System, None);

        // A pooler that gives each transaction another connection: the turn stays behind on one that nobody holds any more.
        await using var pooled = Npgsql.NpgsqlDataSource.Create(database + ";Search Path=huodi,public");
        await using var connection = await pooled.OpenConnectionAsync(None);
        await using var transaction = await connection.BeginTransactionAsync(None);
        await using (var begun = new Npgsql.NpgsqlCommand("SELECT pg_advisory_xact_lock(4736075, hashtext('huodi'))", connection)) _ = await begun.ExecuteNonQueryAsync(None);

        await using (var turn = await store.Warnings.TakeTurnAsync(None))
            Assert.Equal("WARNING_RUNNING", (await Assert.ThrowsAsync<StoreException>(() => turn.BeginAsync(Run(1), None))).Code);
        await transaction.RollbackAsync(None);
        await using var next = await other.Warnings.TakeTurnAsync(None);
        await next.BeginAsync(Run(1), None);
        Assert.Equal(1, (await next.SaveAsync(None)).Number);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Turn_WhoseConnectionIsLost_SaysWhatToDoAndLeavesTheTurnToOthers(bool hasBegun)
    {
        var database = await server.NewDatabaseAsync();
        await using var store = await PostgresStore.OpenAsync(database, TimeProvider.System, None);
        await using var other = await PostgresStore.OpenAsync(database, TimeProvider.System, None);
        await using (var turn = await store.Warnings.TakeTurnAsync(None))
        {
            if (hasBegun)
            {
                await turn.BeginAsync(Run(1), None);
                await turn.GiveAsync([Load.Notice("P1", "逾期")], None);
            }

            await PostgresServer.RunAsync(database, EndTurns);
            await using (var next = await other.Warnings.TakeTurnAsync(None))
            {
                await next.BeginAsync(Run(1), None);
                await next.GiveAsync([Load.Notice("P1", "逾期")], None);
                _ = await next.SaveAsync(None);
            }

            foreach (var go in (Func<Task>[])[hasBegun ? () => turn.SaveAsync(None) : () => turn.BeginAsync(Run(1), None), () => turn.LastAsync(None)])
            {
                var lost = await Assert.ThrowsAsync<StoreException>(go);
                Assert.Equal("STORE_UNREACHABLE", lost.Code);
                Assert.Contains("重新运行 huodi warnings run", lost.Message, StringComparison.Ordinal);
            }
        }

        Assert.Equal(1, await store.Warnings.ListAsync(new(), 0, null, None).CountAsync());
        Assert.Equal(Run(1).Number, (await store.Warnings.RunsAsync(None).SingleAsync()).Number);
    }

    private static WarningRun Run(long number) => new(number, Day, default, "测试", 0, 0, 0);
}
