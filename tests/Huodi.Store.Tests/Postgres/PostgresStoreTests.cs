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
