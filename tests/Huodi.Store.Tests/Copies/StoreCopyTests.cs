using System.Globalization;
using Huodi.App.Stores;
using Huodi.App.Stores.Copies;
using Huodi.Store.GeoPackage;
using Huodi.Store.GeoPackage.Copies;
using Huodi.Store.Postgres;
using Huodi.Store.Postgres.Copies;
using Huodi.Store.Tests.Postgres;
using Xunit;

namespace Huodi.Store.Tests.Copies;

/// <summary>A store with something in every table, copied between the two kinds and back, compared table by table.</summary>
public sealed class StoreCopyTests(PostgresServer server) : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly TempFolder _folder = new();

    private string First => _folder.File("first.gpkg");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Tables_OfAFullStore_AllHaveRows()
    {
        await Everything.MakeAsync(First);

        await using var source = GeoPackageSource.Open(First);
        foreach (var table in source.Tables) Assert.True((await RowsAsync(source, table, table)).Count > 0, $"{table.Name} is empty: give it a row in Everything.");
    }

    [Fact]
    public async Task RunAsync_FromFileToFile_CopiesEveryRow()
    {
        await Everything.MakeAsync(First);

        await CopyAsync(GeoPackageSource.Open(First), GeoPackageTarget.Create(_folder.File("second.gpkg"), TimeProvider.System));

        await SameAsync(GeoPackageSource.Open(First), GeoPackageSource.Open(_folder.File("second.gpkg")));
        Assert.Equal([First, _folder.File("second.gpkg")], Directory.GetFiles(_folder.Path, "*.gpkg").Order());
    }

    [Fact]
    public async Task RunAsync_FromFileToServerAndBack_LosesNothing()
    {
        await Everything.MakeAsync(First);
        var database = await server.NewDatabaseAsync();

        await CopyAsync(GeoPackageSource.Open(First), await PostgresTarget.CreateAsync(database, TimeProvider.System, None));
        await SameAsync(GeoPackageSource.Open(First), await PostgresSource.OpenAsync(database, None));

        await CopyAsync(await PostgresSource.OpenAsync(database, None), GeoPackageTarget.Create(_folder.File("back.gpkg"), TimeProvider.System));
        await SameAsync(GeoPackageSource.Open(First), GeoPackageSource.Open(_folder.File("back.gpkg")));
    }

    [Fact]
    public async Task RunAsync_ToAServer_LeavesAStoreThatTakesMore()
    {
        await Everything.MakeAsync(First);
        var database = await server.NewDatabaseAsync();
        await CopyAsync(GeoPackageSource.Open(First), await PostgresTarget.CreateAsync(database, TimeProvider.System, None));

        await using var store = await PostgresStore.OpenAsync(database, TimeProvider.System, None);
        var report = await store.SaveAsync(Land.Batch(Land.Parcel("P9"), new App.Imports.RefusedRow(1, [], [])), None);

        Assert.Equal((2, 1, 1), (report.Batch, report.Added, report.RefusedCount));
        _ = await Assert.ThrowsAsync<Npgsql.PostgresException>(() => PostgresServer.RunAsync(database, "DELETE FROM huodi.ledger_entry"));
    }

    [Fact]
    public async Task CreateAsync_OfAServerStoreWithContent_Refuses()
    {
        var database = await server.NewDatabaseAsync();
        await using (var store = await PostgresStore.OpenAsync(database, TimeProvider.System, None)) _ = await store.SaveAsync(Land.Batch(Land.Parcel("P1")), None);

        var error = await Assert.ThrowsAsync<StoreException>(() => PostgresTarget.CreateAsync(database, TimeProvider.System, None));

        Assert.Equal("STORE_NOT_EMPTY", error.Code);
    }

    [Fact]
    public async Task Create_OfAFileThatIsThere_RefusesAndLeavesIt()
    {
        await Everything.MakeAsync(First);
        var before = await File.ReadAllBytesAsync(First);

        Assert.Equal("STORE_EXISTS", Assert.Throws<StoreException>(() => GeoPackageTarget.Create(First, TimeProvider.System)).Code);
        Assert.Equal(before, await File.ReadAllBytesAsync(First));
    }

    [Fact]
    public async Task RunAsync_ThatIsCancelled_LeavesNoFile()
    {
        await Everything.MakeAsync(First);
        using var cancelled = new CancellationTokenSource();
        await using var source = GeoPackageSource.Open(First);
        await using (var target = GeoPackageTarget.Create(_folder.File("second.gpkg"), TimeProvider.System))
        {
            _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => StoreCopy.RunAsync(source, target, t => { if (t == "parcel") cancelled.Cancel(); }, cancelled.Token));
        }

        Assert.False(File.Exists(_folder.File("second.gpkg")));
        Assert.DoesNotContain(Directory.GetFiles(_folder.Path), f => f.Contains("second", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Backup_WhileAnotherWrites_IsWholeAndSound()
    {
        await using var store = await GeoPackageStore.OpenAsync(First, TimeProvider.System, None);
        _ = await store.SaveAsync(Land.Batch([.. Enumerable.Range(0, 300).Select(n => Land.Parcel($"A{n}"))]), None);
        await using (var session = await store.BeginImportAsync(new("city.gpkg", "", "parcels", Land.Morning, []), None))
        {
            await session.AddAsync([.. Enumerable.Range(0, 300).Select(n => Land.Parcel($"B{n}"))], null, None);
            GeoPackageFiles.Backup(First, _folder.File("backup.gpkg"));
            _ = await session.CommitAsync(None);
        }

        await using var backup = await GeoPackageStore.OpenAsync(_folder.File("backup.gpkg"), TimeProvider.System, None);
        Assert.Empty(await backup.CheckAsync(None));
        Assert.Equal(300, await backup.ParcelsAsync(Domain.Codes.DivisionCode.Country, None).CountAsync());
        Assert.Equal("STORE_EXISTS", Assert.Throws<StoreException>(() => GeoPackageFiles.Backup(First, _folder.File("backup.gpkg"))).Code);
    }

    [Fact]
    public async Task Replace_OfAStoreThatIsOpen_GivesItTheBackupsContent()
    {
        await using var store = await GeoPackageStore.OpenAsync(First, TimeProvider.System, None);
        _ = await store.SaveAsync(Land.Batch(Land.Parcel("A")), None);
        GeoPackageFiles.Backup(First, _folder.File("backup.gpkg"));
        _ = await store.SaveAsync(Land.Batch(Land.Parcel("B")), None);

        GeoPackageFiles.Replace(First, _folder.File("backup.gpkg"));

        Assert.Null(await store.FindParcelAsync("B", None));
        Assert.NotNull(await store.FindParcelAsync("A", None));
        Assert.Empty(await store.CheckAsync(None));
        Assert.Equal(2, (await store.SaveAsync(Land.Batch(Land.Parcel("C")), None)).Batch);
    }

    private static async Task CopyAsync(IStoreSource from, IStoreTarget to)
    {
        await using (from)
        await using (to) _ = await StoreCopy.RunAsync(from, to, _ => { }, None);
    }

    private static async Task SameAsync(IStoreSource left, IStoreSource right)
    {
        await using (left)
        await using (right)
        {
            Assert.Equal(left.Tables.Select(t => t.Name).Order(StringComparer.Ordinal), right.Tables.Select(t => t.Name).Order(StringComparer.Ordinal));
            foreach (var table in left.Tables)
            {
                var other = right.Tables.Single(t => t.Name == table.Name);
                var (mine, theirs) = (await RowsAsync(left, table, other), await RowsAsync(right, other, table));
                Assert.Equal(mine, theirs);
            }
        }
    }

    private static async Task<List<string>> RowsAsync(IStoreSource source, StoreTable table, StoreTable other)
    {
        var columns = StoreCopy.Shared(table, other).From.OrderBy(c => c.Name, StringComparer.Ordinal).ToList();
        var rows = new List<string>();
        await foreach (var row in source.RowsAsync(table.Name, columns, None)) rows.Add($"{table.Name}: " + string.Join('|', columns.Zip(row, (c, v) => $"{c.Name}={Text(v)}")));
        return [.. rows.Order(StringComparer.Ordinal)];
    }

    private static string Text(object? cell) => cell switch
    {
        null => "∅",
        byte[] bytes => Convert.ToHexString(bytes),
        string[] or long[] => (string)StoreCopy.Convert(cell, CellKind.Text)!, // A list has a text.
        bool truth => truth ? "1" : "0",
        DateTimeOffset moment => moment.ToString("O", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString()!, // A string.
    };
}
