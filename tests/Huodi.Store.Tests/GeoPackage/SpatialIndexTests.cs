using Huodi.App.Imports;
using Huodi.Domain.Parcels;
using Huodi.Store.GeoPackage;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Huodi.Store.Tests.GeoPackage;

/// <summary>The R-tree that a large import packs, against SQLite's own check and a search without it.</summary>
public sealed class SpatialIndexTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(51)]
    [InlineData(999)]
    [InlineData(1000)]
    [InlineData(2601)]
    [InlineData(2602)]
    [InlineData(20_000)]
    public async Task CommitAsync_OfManyParcels_LeavesAnIndexThatFindsExactlyThem(int count)
    {
        await SaveAsync(Scattered("P", count, seed: count));

        Compare(count);
    }

    [Fact]
    public async Task CommitAsync_OfMoreToWhatIsThere_KeepsBothInTheIndex()
    {
        await SaveAsync(Scattered("A", 3000, seed: 1));
        await SaveAsync(Scattered("B", 2000, seed: 2));
        await SaveAsync(Scattered("C", 20, seed: 3));

        Compare(5020);
    }

    [Fact]
    public async Task Triggers_AfterAnImport_AreThereForOtherPrograms()
    {
        await SaveAsync(Scattered("A", 1500, seed: 1));

        using var connection = Open();
        Assert.Equal(6L, Scalar(connection, "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'parcel' AND name LIKE 'rtree%'"));
    }

    private static List<Parcel> Scattered(string prefix, int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(n =>
            Land.Parcel($"{prefix}{n}", Land.Square(116.5 + random.NextDouble(), 31.5 + random.NextDouble(), 0.0001 + (random.NextDouble() * 0.002))))];
    }

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private async Task SaveAsync(List<Parcel> parcels)
    {
        await using var store = await GeoPackageStore.OpenAsync(_folder.File("land.gpkg"), TimeProvider.System, None);
        await using var session = await store.BeginImportAsync(new ImportHeader("city.gpkg", "", "parcels", Land.Morning, []), None);
        await session.AddAsync(parcels, null, None);
        _ = await session.CommitAsync(None);
        Assert.Empty(await store.CheckAsync(None));
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={_folder.File("land.gpkg")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        return connection;
    }

    private void Compare(int count)
    {
        using var connection = Open();
        Assert.Equal("ok", Scalar(connection, "SELECT rtreecheck('rtree_parcel_geom')"));
        Assert.Equal((long)count, Scalar(connection, "SELECT count(*) FROM rtree_parcel_geom"));
        foreach (var (x, y) in new[] { (116.6, 31.6), (117.0, 32.0), (117.49, 31.51) })
        {
            var box = FormattableString.Invariant($"minx <= {x + 0.05} AND maxx >= {x} AND miny <= {y + 0.05} AND maxy >= {y}");
            var searched = Scalar(connection, $"SELECT group_concat(id) FROM (SELECT id FROM rtree_parcel_geom WHERE {box} ORDER BY id)");
            var scanned = Scalar(connection, $"SELECT group_concat(id) FROM (SELECT id FROM rtree_parcel_geom WHERE +{box.Replace("AND ", "AND +", StringComparison.Ordinal)} ORDER BY id)");
            Assert.Equal(scanned, searched);
        }
    }
}
