using Huodi.App.Stores;
using Huodi.Domain.Ledger;
using Huodi.Store.Postgres;
using Npgsql;
using Xunit;

namespace Huodi.Store.Tests.Postgres;

/// <summary>An index that does not find an entry: the chain is read in number order and cannot see it.</summary>
public sealed class LedgerIndexesTests(PostgresServer server)
{
    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task Verify_AByteOfAnIndexFileChanged_IsFound()
    {
        await using var own = new PostgresServer();
        var database = await own.NewDatabaseAsync();
        string file;
        await using (var store = await FilledAsync(database))
        {
            Assert.Empty((await store.Ledger.VerifyAsync(null, None)).Problems);
            file = await TextAsync(database, "CHECKPOINT; SELECT pg_relation_filepath('huodi.ledger_entry_subject')");
        }

        NpgsqlConnection.ClearAllPools();
        await own.RestartAsync(data =>
        {
            var bytes = File.ReadAllBytes($"{data}/{file}");
            bytes[bytes.AsSpan().IndexOf("PARCEL-2"u8) + 7] = (byte)'9';
            using var damaged = File.OpenWrite($"{data}/{file}"); // Written over: the file stays the server's.
            damaged.Write(bytes);
        });

        await using var again = await PostgresStore.OpenAsync(database, TimeProvider.System, None);
        Assert.Empty(await again.Ledger.OfSubjectAsync(new(LedgerSubjectKind.Parcel, "PARCEL-2"), None).ToListAsync());
        var found = await again.Ledger.VerifyAsync(null, None);
        Assert.Equal(3, found.Checked);
        var problem = Assert.Single(found.Problems);
        Assert.Equal("LEDGER_FILE", problem.Code);
        Assert.Contains("REINDEX INDEX ledger_entry_subject", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_AnEntryThatAnIndexHasNot_IsFoundUntilItIsMadeAnew()
    {
        var database = await server.NewDatabaseAsync();
        await using var store = await FilledAsync(database);
        const string Switch = "UPDATE pg_index SET indisready = {0} WHERE indexrelid = 'huodi.ledger_entry_kind'::regclass";
        await PostgresServer.RunAsync(database, string.Format(null, Switch, "false"));
        _ = await store.Ledger.AppendAsync([Land.Draft("PARCEL-4", "patrol")], None);
        await PostgresServer.RunAsync(database, string.Format(null, Switch, "true"));

        Assert.Contains("ledger_entry_kind", Assert.Single((await store.Ledger.VerifyAsync(null, None)).Problems).Message, StringComparison.Ordinal);

        await PostgresServer.RunAsync(database, "REINDEX INDEX huodi.ledger_entry_kind");
        var whole = await store.Ledger.VerifyAsync(null, None);
        Assert.Empty(whole.Problems);
        Assert.Empty(whole.Unchecked);
        Assert.Equal("public", await TextAsync(database, "SELECT extnamespace::regnamespace::text FROM pg_extension WHERE extname = 'amcheck'"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("CREATE EXTENSION amcheck")]
    public async Task Verify_ByAUserWhoMayNotUseAmcheck_SaysWhatWasNotChecked(string before)
    {
        var database = await server.NewDatabaseAsync();
        await using (await FilledAsync(database)) { }
        var user = "clerk_" + Guid.CreateVersion7().ToString("N");
        await PostgresServer.RunAsync(database, $"{before}; CREATE ROLE {user} LOGIN; GRANT USAGE ON SCHEMA huodi TO {user}; GRANT SELECT ON ALL TABLES IN SCHEMA huodi TO {user}");
        await using var store = await PostgresStore.OpenAsync(new NpgsqlConnectionStringBuilder(database) { Username = user }.ConnectionString, TimeProvider.System, None);

        var found = await store.Ledger.VerifyAsync(null, None);

        Assert.Empty(found.Problems);
        Assert.Contains("索引没有核验", Assert.Single(found.Unchecked), StringComparison.Ordinal);
    }

    private static async Task<ILandStore> FilledAsync(string database)
    {
        var store = await PostgresStore.OpenAsync(database, TimeProvider.System, None);
        _ = await store.Ledger.AppendAsync([.. Enumerable.Range(1, 3).Select(n => Land.Draft($"PARCEL-{n}", "patrol"))], None);
        return store;
    }

    private static async Task<string> TextAsync(string database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(database + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        return (string)(await command.ExecuteScalarAsync(None))!; // The statement selects one text.
    }
}
