using Huodi.App.Stores;
using Huodi.Store.Postgres;
using Npgsql;
using Xunit;

namespace Huodi.Store.Tests.Postgres;

/// <summary>What a server may be that is no store of ours. Each is refused in words, and stays as it is.</summary>
public sealed class ConnectingTests(PostgresServer server)
{
    [Fact]
    public async Task OpenAsync_OfAnEmptyDatabase_MakesEverythingThere()
    {
        var database = await server.NewEmptyDatabaseAsync();

        await using (var store = await OpenAsync(database))
        {
            _ = await store.SaveAsync(Land.Batch(Land.Parcel("P1")), CancellationToken.None);
        }

        await using var again = await OpenAsync(database);
        Assert.NotNull(await again.FindParcelAsync("P1", CancellationToken.None));
    }

    [Fact]
    public async Task OpenAsync_ByManyAtOnce_MakesOneStore()
    {
        var database = await server.NewEmptyDatabaseAsync();

        var stores = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => OpenAsync(database)));

        Assert.All(await Task.WhenAll(stores.Select(s => s.CheckAsync(CancellationToken.None))), Assert.Empty);
        foreach (var store in stores) await store.DisposeAsync();
    }

    [Fact]
    public async Task OpenAsync_OfTwoSchemas_KeepsTwoCitiesApart()
    {
        var database = await server.NewDatabaseAsync();
        await using var hefei = await OpenAsync(database + ";Search Path=hefei,public");
        await using var dalian = await OpenAsync(database + ";Search Path=dalian,public");

        _ = await hefei.SaveAsync(Land.Batch(Land.Parcel("P1")), CancellationToken.None);

        Assert.Null(await dalian.FindParcelAsync("P1", CancellationToken.None));
        Assert.NotNull(await hefei.FindParcelAsync("P1", CancellationToken.None));
    }

    [Fact]
    public async Task OpenAsync_OfANewerStore_Refuses()
    {
        var database = await server.NewDatabaseAsync();
        await (await OpenAsync(database)).DisposeAsync();
        await PostgresServer.RunAsync(database, "INSERT INTO huodi.huodi_migration VALUES (999, '0999_later.sql', now())");

        await RefusesAsync("STORE_NEWER", database);
    }

    [Fact]
    public async Task OpenAsync_OfASchemaWithOthersTables_Refuses()
    {
        var database = await server.NewDatabaseAsync();
        await PostgresServer.RunAsync(database, "CREATE SCHEMA huodi CREATE TABLE parcel (x int)");

        await RefusesAsync("STORE_FOREIGN", database);
    }

    [Fact]
    public async Task OpenAsync_WithoutTheRightToMakePostgis_SaysSo()
    {
        var database = await server.NewEmptyDatabaseAsync();
        await PostgresServer.RunAsync(database, "DROP ROLE IF EXISTS clerk; CREATE ROLE clerk LOGIN");

        await RefusesAsync("STORE_NO_POSTGIS", database.Replace("Username=huodi", "Username=clerk", StringComparison.Ordinal));
    }

    [Fact]
    public async Task OpenAsync_OfADatabaseThatIsMissing_SaysSo() => await RefusesAsync("STORE_UNREACHABLE", await server.NewDatabaseAsync() + "_missing");

    [Fact]
    public Task OpenAsync_OfAServerThatIsNotThere_SaysSo() => RefusesAsync("STORE_UNREACHABLE", "Host=127.0.0.1;Port=1;Database=land;Username=x;Password=geheim");

    [Theory]
    [InlineData("land.gpkg")]
    [InlineData("Database=land")]
    [InlineData("Host=127.0.0.1;Username=x")]
    [InlineData("Host=127.0.0.1;Database=land;Port=many")]
    [InlineData("postgres://127.0.0.1")]
    [InlineData("postgres://127.0.0.1:many/land")]
    [InlineData("postgres://127.0.0.1/land?colour=red")]
    public Task OpenAsync_OfATextThatIsNoConnection_SaysSo(string text) => RefusesAsync("STORE_CONNECTION_TEXT", text);

    [Fact]
    public async Task OpenAsync_OfAnAddress_OpensTheSameStore()
    {
        var database = new NpgsqlConnectionStringBuilder(await server.NewDatabaseAsync());
        var address = $"postgres://huodi@localhost/{database.Database}?host={Uri.EscapeDataString(database.Host!)}&search_path=hefei,public";

        await using (var store = await OpenAsync(address))
        {
            _ = await store.SaveAsync(Land.Batch(Land.Parcel("P1")), CancellationToken.None);
        }

        await using var again = await OpenAsync(database.ConnectionString + ";Search Path=hefei,public");
        Assert.NotNull(await again.FindParcelAsync("P1", CancellationToken.None));
    }

    [Fact]
    public Task OpenAsync_OfTheAddressOfAServerThatIsNotThere_SaysSo() =>
        RefusesAsync("STORE_UNREACHABLE", "postgresql://x:geheim@127.0.0.1:1/land?sslmode=disable");

    [Fact]
    public async Task OpenAsync_OfASearchPathThatLeadsElsewhere_SaysSo() =>
        await RefusesAsync("STORE_CONNECTION_TEXT", await server.NewDatabaseAsync() + ";Search Path=$user,public");

    [Fact]
    public async Task OpenAsync_OfASchemaInCapitals_MakesTheOneTheServerReads()
    {
        var database = await server.NewDatabaseAsync();

        await (await OpenAsync(database + ";Search Path=HeFei,public")).DisposeAsync();
        await using var again = await OpenAsync(database + ";Search Path=hefei,public");

        Assert.Empty(await again.CheckAsync(CancellationToken.None));
        await PostgresServer.RunAsync(database, "SELECT * FROM hefei.parcel");
    }

    [Fact]
    public async Task SaveAsync_OnAReadOnlyServer_SaysSo()
    {
        var database = await server.NewDatabaseAsync();
        await (await OpenAsync(database)).DisposeAsync();
        await using var store = await OpenAsync(database);
        var name = new NpgsqlConnectionStringBuilder(database).Database;
        await PostgresServer.RunAsync(database, $"ALTER DATABASE {name} SET default_transaction_read_only = on");
        await PostgresServer.RunAsync(database, $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}' AND pid != pg_backend_pid()");

        _ = await Assert.ThrowsAsync<StoreException>(() => store.SaveAsync(Land.Batch(Land.Parcel("P1")), CancellationToken.None));
        var error = await Assert.ThrowsAsync<StoreException>(() => store.SaveAsync(Land.Batch(Land.Parcel("P1")), CancellationToken.None));

        Assert.Equal("STORE_READ_ONLY", error.Code);
    }

    [Fact]
    public async Task SaveAsync_OfAParcel_IsAValidAreaForPostgis()
    {
        var database = await server.NewDatabaseAsync();
        await using var store = await OpenAsync(database);
        _ = await store.SaveAsync(Land.Batch(Land.Parcel("P1")), CancellationToken.None);

        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand("SELECT GeometryType(geom) || ST_SRID(geom) || ST_IsValid(geom) || area_hundredths FROM huodi.parcel");

        Assert.Equal("MULTIPOLYGON4490true123456", await command.ExecuteScalarAsync());
    }

    private static Task<PostgresStore> OpenAsync(string database) => PostgresStore.OpenAsync(database, TimeProvider.System, CancellationToken.None);

    private static async Task RefusesAsync(string code, string connectionString)
    {
        var error = await Assert.ThrowsAsync<StoreException>(() => OpenAsync(connectionString));

        Assert.Equal(code, error.Code);
        Assert.DoesNotContain("geheim", error.Message, StringComparison.Ordinal);
    }
}
