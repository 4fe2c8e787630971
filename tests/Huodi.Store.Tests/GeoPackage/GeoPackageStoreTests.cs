using Huodi.App.Stores;
using Huodi.Store.GeoPackage;
using Huodi.Store.Tests.Contract;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Huodi.Store.Tests.GeoPackage;

/// <summary>The store contract on a GeoPackage file.</summary>
public sealed class GeoPackageStoreTests : LandStoreContract, IDisposable
{
    private readonly TempFolder _folder = new();

    protected override string[] ImporterArguments => ["geopackage", _folder.File("land.gpkg")];

    protected override string[] DropGuards =>
        [.. new[] { "entry_update", "entry_delete", "head_update", "head_delete" }.Select(t => $"DROP TRIGGER ledger_{t}")];

    protected override string[] DropDocumentGuards =>
        [.. new[] { "update", "delete", "piece_update", "piece_delete" }.Select(t => $"DROP TRIGGER source_document_{t}")];

    protected override string Bytes(string hex) => $"X'{hex}'";

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Killing_TheProcessWhileItMakesTheStore_LeavesAStoreOrNothing()
    {
        for (var kill = 0; kill < 12; kill++)
        {
            var path = _folder.File($"new-{kill}.gpkg");
            var delay = TimeSpan.FromMilliseconds(Random.Shared.Next(20, 350));
            var reported = await KilledImporter.RunAsync(["geopackage", path], lines: 0, delay);

            await using var store = await GeoPackageStore.OpenAsync(path, TimeProvider.System, CancellationToken.None);
            Assert.Empty(await store.CheckAsync(CancellationToken.None));
            Assert.InRange(await store.ImportsAsync(CancellationToken.None).CountAsync() - reported.Batches.Count, 0, 1);
        }
    }

    protected override async Task RunSqlAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={_folder.File("land.gpkg")};Pooling=False;Foreign Keys=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        _ = await command.ExecuteNonQueryAsync();
    }

    protected override Task RemoveStoreAsync()
    {
        foreach (var file in Directory.GetFiles(_folder.Path, "land.gpkg*")) File.Delete(file);
        return Task.CompletedTask;
    }

    protected override Task<ILandStore> NewStoreAsync() => ReopenAsync();

    protected override async Task<ILandStore> ReopenAsync() =>
        await GeoPackageStore.OpenAsync(_folder.File("land.gpkg"), TimeProvider.System, CancellationToken.None);

    protected override string WithoutTriggers(string sql)
    {
        // The R-tree's triggers call functions that this connection does not have.
        string[] tables = ["register_version", "register_entry"];
        var drop = tables.SelectMany(t => new[] { "no_update", "no_delete" }.Select(o => $"DROP TRIGGER {t}_{o};"));
        var tree = new[] { "insert", "update1", "update2", "update3", "update4", "delete" }.Select(o => $"DROP TRIGGER rtree_register_entry_geom_{o};");
        var index = sql.StartsWith("DELETE FROM register_entry", StringComparison.Ordinal) ? "DELETE FROM rtree_register_entry_geom WHERE id = 1;" : "";
        return string.Concat(drop.Concat(tree)) + sql + ";" + index;
    }
}
