using Huodi.App.Stores;
using Huodi.Store.Postgres;
using Huodi.Store.Tests.Contract;
using Huodi.Store.Tests.Postgres;
using Xunit;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace Huodi.Store.Tests.Postgres;

/// <summary>The store contract on PostgreSQL with PostGIS.</summary>
public sealed class PostgresStoreTests(PostgresServer server) : LandStoreContract
{
    private string _database = "";

    [Theory]
    [InlineData("UPDATE ledger_entry SET recorded_at = recorded_at + interval '1 microsecond' WHERE number = 2")]
    [InlineData("UPDATE ledger_entry SET happened = 'infinity' WHERE number = 2")]
    [InlineData("UPDATE ledger_entry SET recorded_at = '-infinity' WHERE number = 2")]
    [InlineData("UPDATE ledger_entry SET number = 0 WHERE number = 1")]
    [InlineData("UPDATE ledger_head SET recorded_at = recorded_at + interval '1 microsecond'")]
    [InlineData("ALTER TABLE ledger_head DISABLE TRIGGER USER; DELETE FROM ledger_head")]
    [InlineData("ALTER TABLE ledger_entry DISABLE TRIGGER USER; TRUNCATE ledger_entry CASCADE")]
    public async Task Ledger_ChangedAsOnlyAServerCan_IsFound(string sql)
    {
        await using var store = await NewStoreAsync();
        _ = await store.Ledger.AppendAsync([Land.Draft("P1", "patrol"), Land.Draft("P2", "patrol"), Land.Draft("P3", "patrol")], CancellationToken.None);
        foreach (var drop in DropGuards) await RunSqlAsync(drop);

        await RunSqlAsync("ALTER TABLE warning_event DISABLE TRIGGER USER; " + sql);

        // Either a list of problems, or no reading at all.
        var refused = await Record.ExceptionAsync(async () => Assert.NotEmpty((await store.Ledger.VerifyAsync(null, CancellationToken.None)).Problems));
        Assert.True(refused is null or StoreException { Code: "STORE_CORRUPT" }, $"{refused}");
    }

    protected override string[] ImporterArguments => ["postgres", _database];

    protected override string[] DropGuards =>
    [
        "DROP TRIGGER ledger_entry_refuse ON ledger_entry", "DROP TRIGGER ledger_head_update ON ledger_head",
        "ALTER TABLE ledger_entry DROP CONSTRAINT ledger_entry_supersedes_fkey",
    ];

    protected override string[] DropDocumentGuards =>
        ["DROP TRIGGER source_document_refuse ON source_document", "DROP TRIGGER source_document_piece_refuse ON source_document_piece"];

    protected override string Bytes(string hex) => $"decode('{hex}', 'hex')";

    protected override Task RunSqlAsync(string sql) => PostgresServer.RunAsync($"{_database};Search Path=huodi,public", sql);

    protected override async Task<ILandStore> NewStoreAsync()
    {
        _database = await server.NewDatabaseAsync();
        return await ReopenAsync();
    }

    protected override Task RemoveStoreAsync() => Task.CompletedTask; // The next one is a new database.

    protected override async Task<ILandStore> ReopenAsync() => await PostgresStore.OpenAsync(_database, TimeProvider.System, CancellationToken.None);

    protected override string WithoutTriggers(string sql) =>
        $"ALTER TABLE register_version DISABLE TRIGGER USER; ALTER TABLE register_entry DISABLE TRIGGER USER; {sql}";
}
