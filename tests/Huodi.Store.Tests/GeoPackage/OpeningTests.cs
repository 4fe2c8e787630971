using System.Security.Cryptography;
using System.Text;
using Huodi.App.Stores;
using Huodi.Domain.Codes;
using Huodi.Store.GeoPackage;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Huodi.Store.Tests.GeoPackage;

/// <summary>What a path may hold that is no store of ours. Each is refused in words, and stays as it is to the byte.</summary>
public sealed class OpeningTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public Task OpenAsync_OfAnEmptyFile_Refuses() => RefusesAsync("STORE_EMPTY_FILE", []);

    [Fact]
    public Task OpenAsync_OfAText_Refuses() => RefusesAsync("STORE_NOT_GEOPACKAGE", Encoding.UTF8.GetBytes("所在地,电子监管号\n"));

    [Fact]
    public Task OpenAsync_OfRandomBytes_Refuses() => RefusesAsync("STORE_NOT_GEOPACKAGE", RandomNumberGenerator.GetBytes(10_000));

    [Fact]
    public Task OpenAsync_OfAnotherDatabase_Refuses() => RefusesAsync("STORE_NOT_GEOPACKAGE", Database("CREATE TABLE t (x)"));

    [Fact]
    public Task OpenAsync_OfAnothersGeoPackage_Refuses() =>
        RefusesAsync("STORE_FOREIGN", Database("PRAGMA application_id = 0x47504B47; CREATE TABLE gpkg_contents (table_name)"));

    [Fact]
    public Task OpenAsync_OfAGeoPackageInWalMode_RefusesAndLeavesNothingBesideIt() =>
        RefusesAsync("STORE_FOREIGN", Database("PRAGMA journal_mode = WAL; PRAGMA application_id = 0x47504B47; CREATE TABLE gpkg_contents (table_name)"));

    [Fact]
    public async Task OpenAsync_OfANewerStore_Refuses()
    {
        await MakeAsync();
        Change("INSERT INTO huodi_migration VALUES (999, '0999_later.sql', '2030-01-01T00:00:00.000Z')");

        await RefusesAsync("STORE_NEWER", await File.ReadAllBytesAsync(Path));
    }

    [Theory]
    [InlineData(50)]
    [InlineData(100)]
    [InlineData(4096)]
    [InlineData(20_000)]
    public async Task OpenAsync_OfATruncatedStore_Refuses(int length)
    {
        await MakeAsync();

        await RefusesAsync("STORE_CORRUPT", (await File.ReadAllBytesAsync(Path))[..length]);
    }

    [Fact]
    public async Task OpenAsync_OfAStoreWithADestroyedSchema_Refuses()
    {
        await MakeAsync();
        var bytes = await File.ReadAllBytesAsync(Path);
        Array.Fill(bytes, (byte)0xAA, 100, 3000);

        await RefusesAsync("STORE_CORRUPT", bytes);
    }

    [Fact]
    public async Task OpenAsync_OfAReadOnlyStore_Refuses()
    {
        await MakeAsync();
        File.SetAttributes(Path, FileAttributes.ReadOnly);

        await RefusesAsync("STORE_READ_ONLY", null);
    }

    [Fact]
    public async Task OpenAsync_OfAFolder_Refuses()
    {
        var error = await Assert.ThrowsAsync<StoreException>(() => OpenAsync(_folder.Path));

        Assert.Equal("STORE_IS_FOLDER", error.Code);
        Assert.Contains(_folder.Path, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenAsync_InAFolderThatIsMissing_Refuses()
    {
        var error = await Assert.ThrowsAsync<StoreException>(() => OpenAsync(_folder.File("missing/land.gpkg")));

        Assert.Equal("STORE_FOLDER_MISSING", error.Code);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task OpenAsync_OfANameWithOddCharacters_MakesThatFile()
    {
        foreach (var name in new[] { "合肥 库#1?.gpkg", "100%.gpkg", "a;b=c.gpkg" })
        {
            await using (await OpenAsync(_folder.File(name)))
            {
            }

            await using var again = await OpenAsync(_folder.File(name));
            Assert.Empty(await again.CheckAsync(CancellationToken.None));
        }

        Assert.Equal(3, Directory.GetFiles(_folder.Path, "*.gpkg").Length);
    }

    [Fact]
    public async Task OpenAsync_OfAnOlderStore_BringsItUpToDateAndKeepsItsContent()
    {
        await using (var old = new SqliteConnection($"Data Source={Path};Pooling=False"))
        {
            old.Open();
            Execute(old, Script("0001_geopackage.sql") + Script("0002_land.sql"));
            Execute(old, "INSERT INTO huodi_migration VALUES (1, '0001_geopackage.sql', '2026-01-01T00:00:00.000Z'), (2, '0002_land.sql', '2026-01-01T00:00:00.000Z')");
            Execute(old, "INSERT INTO import_batch VALUES (1, 'old.csv', 'hash', 'supply-results', '2026-01-01T00:00:00.000Z', '[]', 1, 0)");
            Execute(old, """
                INSERT INTO grant_result (number, name, division, division_name, facts, batch_id)
                VALUES ('3401112007B00001', '旧', '340111', '包河区', '[{"name":"已开工","value":true,"batch":1,"file":"old.csv","row":2,"column":"c"}]', 1)
                """);
        }

        await using var store = await OpenAsync(Path);

        Assert.Equal("旧", (await store.FindGrantAsync("3401112007B00001", CancellationToken.None))?.Name);
        Assert.Equal(1, (await store.SaveRunAsync(Land.Run(), AsyncEnumerable.Empty<App.Assessments.SubjectAssessment>(), CancellationToken.None)).Number);
        Assert.Empty(await store.CheckAsync(CancellationToken.None));
    }

    [Fact]
    public async Task OpenAsync_ByManyAtOnce_MakesOneStore()
    {
        var stores = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => OpenAsync(Path))));
        foreach (var store in stores) await store.DisposeAsync();

        Assert.Equal([Path], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task SaveAsync_WhileAnotherProgramWrites_SaysSoAndReadingGoesOn()
    {
        await using var store = await OpenAsync(Path);
        await using var other = new SqliteConnection($"Data Source={Path};Pooling=False");
        other.Open();
        await using var writing = other.BeginTransaction(deferred: false);

        await using (var reading = await OpenAsync(Path))
        {
            Assert.Empty(await reading.ParcelsAsync(DivisionCode.Country, CancellationToken.None).ToListAsync());
        }

        var error = await Assert.ThrowsAsync<StoreException>(() => store.SaveAsync(Land.Batch(Land.Parcel("P1")), CancellationToken.None));

        Assert.Equal("STORE_BUSY", error.Code);
        await writing.RollbackAsync();
        Assert.Equal(1, (await store.SaveAsync(Land.Batch(Land.Parcel("P1")), CancellationToken.None)).Added);
    }

    [Fact]
    public async Task CheckAsync_OfAStoreThatLostARow_SaysSo()
    {
        await MakeAsync();
        Change("DROP TRIGGER rtree_parcel_geom_delete; DELETE FROM parcel");

        await using var store = await OpenAsync(Path);
        var found = await store.CheckAsync(CancellationToken.None);

        Assert.Contains(found, f => f.Contains("1 个导入批次", StringComparison.Ordinal));
        Assert.Contains(found, f => f.Contains("空间索引", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ParcelsAsync_OfAStoreWithADamagedPage_SaysSo()
    {
        await using (var store = await OpenAsync(Path))
        {
            _ = await store.SaveAsync(Land.Batch([.. Enumerable.Range(0, 2000).Select(n => Land.Parcel($"P{n}"))]), CancellationToken.None);
        }

        var bytes = await File.ReadAllBytesAsync(Path);
        for (var page = bytes.Length / 4096 / 3; page < bytes.Length / 4096; page++) Array.Fill(bytes, (byte)0xEE, page * 4096, 200);
        await File.WriteAllBytesAsync(Path, bytes);

        await using var damaged = await OpenAsync(Path);
        var error = await Assert.ThrowsAsync<StoreException>(async () => await damaged.ParcelsAsync(DivisionCode.Country, CancellationToken.None).ToListAsync());
        Assert.Equal("STORE_CORRUPT", error.Code);
        Assert.NotEmpty(await damaged.CheckAsync(CancellationToken.None));
    }

    private string Path => _folder.File("land.gpkg");

    private static Task<GeoPackageStore> OpenAsync(string path) => GeoPackageStore.OpenAsync(path, TimeProvider.System, CancellationToken.None);

    private static string Script(string name)
    {
        using var reader = new StreamReader(typeof(GeoPackageStore).Assembly.GetManifestResourceStream("Migrations/" + name)!);
        return reader.ReadToEnd();
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        _ = command.ExecuteNonQuery();
    }

    private async Task MakeAsync()
    {
        await using var store = await OpenAsync(Path);
        _ = await store.SaveAsync(Land.Batch(Land.Parcel("P1"), Land.Grant("3401112007B00001")), CancellationToken.None);
    }

    private void Change(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        Execute(connection, sql);
    }

    private byte[] Database(string sql)
    {
        Change(sql);
        return File.ReadAllBytes(Path);
    }

    private async Task RefusesAsync(string code, byte[]? content)
    {
        if (content is not null) await File.WriteAllBytesAsync(Path, content);
        var before = await File.ReadAllBytesAsync(Path);

        var error = await Assert.ThrowsAsync<StoreException>(() => OpenAsync(Path));

        Assert.Equal(code, error.Code);
        Assert.Contains(Path, error.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(Path));
        Assert.Equal([Path], Directory.GetFiles(_folder.Path));
    }
}
