using System.Globalization;
using Huodi.Store.GeoPackage;
using Huodi.Store.Tests.Postgres;
using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace Huodi.Cli.Tests.Stores;

/// <summary>A store is brought up to date, backed up and put back, as a city would do it.</summary>
public sealed class StoreCommandTests(PostgresServer server) : IDisposable
{
    private readonly Session _session = new();

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(7)]
    public async Task Migrate_OldStore_KeepsWhatItHoldsAndTakesMore(int version)
    {
        Old(version);

        var (exit, output, error) = await _session.RunAsync("store", "migrate", _session.Store);
        var again = await RunAsync("store", "migrate", _session.Store);

        Assert.True(exit == 0, error);
        Assert.Contains($"结构 {version} → {GeoPackageFiles.NewestVersion}", output, StringComparison.Ordinal);
        Assert.Contains("结构已是最新", again, StringComparison.Ordinal);
        var before = Assert.Single(_session.Files(), f => f.Contains(".before-", StringComparison.Ordinal));
        Assert.Equal(version, GeoPackageFiles.Version(_session.File(before)).Version);
        Assert.Contains("✓ 库完好。", await RunAsync("store", "check", _session.Store), StringComparison.Ordinal);
        Assert.Contains("第 1 批", await RunAsync("imports", "--store", _session.Store), StringComparison.Ordinal);
        await using (var land = await GeoPackageStore.OpenAsync(_session.Store, TimeProvider.System, CancellationToken.None))
        {
            var parcel = await land.FindParcelAsync("OLD-1", CancellationToken.None);
            Assert.Equal("旧宗地", parcel?.Name);
            Assert.Equal("工业", parcel?.Facts.Find("用途大类")?.Value.GetValue<string>());
        }

        _ = await RunAsync("import", Parcels(), "--as", "parcels", "--store", _session.Store);
    }

    [Fact]
    public async Task Migrate_StoreWithWarnings_KeepsThemAndTheyGoOn()
    {
        Old(
            10,
            """
            INSERT INTO warning_run VALUES (1, '2026-02-27', '2026-02-26T22:00:00.250Z', '定时', 0, 2, 0);
            INSERT INTO warning VALUES (1, 'parcel', 'OLD-1', 'DL-16/过渡期', '2026-09-01', '提前6个月', '过渡期届满', '2026-09-01', 7, '340104', '["DL-16"]', '自然资源主管部门', '过渡期届满。', 1, '2026-02-27', 'acknowledged', 1, 1, '自然资源主管部门', '李四', '2026-02-27');
            INSERT INTO warning VALUES (2, 'parcel', 'OLD-2', 'DL-16/过渡期', '2026-09-01', '提前6个月', '过渡期届满', '2026-09-01', 7, '340104', '["DL-16"]', '自然资源主管部门', '过渡期届满。', 1, '2026-02-27', 'given', 1, 0, '自然资源主管部门', '', '2026-02-27');
            INSERT INTO warning_event VALUES (1, 1, 1, 'acknowledge', '2026-02-27T00:00:00.000Z', '李四', '', '', '', NULL, NULL, NULL, NULL);
            """);

        _ = await RunAsync("store", "migrate", _session.Store);

        Assert.Contains("✓ 库完好。", await RunAsync("store", "check", _session.Store), StringComparison.Ordinal);
        Assert.Contains("已签收", await RunAsync("warnings", "show", "1", "--store", _session.Store), StringComparison.Ordinal);
        Assert.Contains("签收　李四", await RunAsync("warnings", "show", "1", "--store", _session.Store), StringComparison.Ordinal);
        _ = await RunAsync("warnings", "ack", "2", "--by", "王五", "--store", _session.Store);
        Assert.Contains("第 2 次每日预警", await RunAsync("warnings", "run", "--store", _session.Store), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restore_OverAServerWhereAnotherRestoreWasKilled_ClearsWhatItLeft()
    {
        var database = await server.NewDatabaseAsync();
        _ = await RunAsync("import", Parcels("A"), "--as", "parcels", "--store", database);
        _ = await RunAsync("store", "backup", database, _session.File("backup.gpkg"));
        _ = await RunAsync("store", "copy", _session.File("backup.gpkg"), $"{database};Search Path=huodi_restoring,public");

        _ = await RunAsync("store", "restore", _session.File("backup.gpkg"), database, "--force");

        Assert.Contains("✓ 库完好。", await RunAsync("store", "check", database), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restore_OverAServerThatHasAStore_ReplacesItAndKeepsTheOldAside()
    {
        var database = await server.NewDatabaseAsync();
        _ = await RunAsync("import", Parcels("A"), "--as", "parcels", "--store", database);
        _ = await RunAsync("store", "backup", database, _session.File("backup.gpkg"));
        _ = await RunAsync("import", Parcels("B", 117.3), "--as", "parcels", "--store", database);

        var (refused, _, error) = await _session.RunAsync("store", "restore", _session.File("backup.gpkg"), database);
        var still = await RunAsync("imports", "--store", database);
        var output = await RunAsync("store", "restore", _session.File("backup.gpkg"), database, "--force");

        Assert.Equal(1, refused);
        Assert.Contains("STORE_EXISTS", error, StringComparison.Ordinal);
        Assert.Contains("第 2 批", still, StringComparison.Ordinal);
        Assert.Contains("原库另存为模式", output, StringComparison.Ordinal);
        Assert.DoesNotContain("第 2 批", await RunAsync("imports", "--store", database), StringComparison.Ordinal);
        Assert.Contains("✓ 库完好。", await RunAsync("store", "check", database), StringComparison.Ordinal);
        var aside = output.Split("原库另存为模式 ")[1].Split('。')[0].Trim();
        Assert.Contains("第 2 批", await RunAsync("imports", "--store", $"{database};Search Path={aside},public"), StringComparison.Ordinal);
        _ = await RunAsync("import", Parcels("B", 117.3), "--as", "parcels", "--store", database);
    }

    [Fact]
    public async Task Restore_OverAFile_ReplacesItAndKeepsTheOldAside()
    {
        _ = await RunAsync("import", Parcels("A"), "--as", "parcels", "--store", _session.Store);
        _ = await RunAsync("store", "backup", _session.Store, _session.File("backup.gpkg"));
        _ = await RunAsync("import", Parcels("B", 117.3), "--as", "parcels", "--store", _session.Store);

        _ = await RunAsync("store", "restore", _session.File("backup.gpkg"), _session.Store, "--force");

        Assert.DoesNotContain("第 2 批", await RunAsync("imports", "--store", _session.Store), StringComparison.Ordinal);
        var aside = Assert.Single(_session.Files(), f => f.Contains(".before-", StringComparison.Ordinal) && f.EndsWith(".gpkg", StringComparison.Ordinal));
        Assert.Contains("第 2 批", await RunAsync("imports", "--store", _session.File(aside)), StringComparison.Ordinal);
    }

    private string Parcels(string id = "NEW-1", double west = 117.2) => _session.Write($"{id}.geojson", string.Create(CultureInfo.InvariantCulture, $$"""
        { "type": "FeatureCollection", "features": [ { "type": "Feature", "properties": { "宗地代码": "{{id}}", "行政区划代码": "340104" },
          "geometry": { "type": "Polygon", "coordinates": [[[{{west}},31.8],[{{west + 0.002}},31.8],[{{west + 0.002}},31.802],[{{west}},31.802],[{{west}},31.8]]] } } ] }
        """));

    private async Task<string> RunAsync(params string[] command)
    {
        var (exit, output, error) = await _session.RunAsync(command);
        Assert.True(exit == 0, error);
        return output;
    }

    /// <summary>A store as the program of that structure left it: its own scripts, and rows written in its own columns.</summary>
    private void Old(int version, string rows = "")
    {
        using var connection = new SqliteConnection($"Data Source={_session.Store};Pooling=False");
        connection.Open();
        connection.CreateFunction("ST_IsEmpty", (byte[] g) => GeoPackageBinary.Read(g).IsEmpty);
        connection.CreateFunction("ST_MinX", (byte[] g) => Bounds(g).MinX);
        connection.CreateFunction("ST_MaxX", (byte[] g) => Bounds(g).MaxX);
        connection.CreateFunction("ST_MinY", (byte[] g) => Bounds(g).MinY);
        connection.CreateFunction("ST_MaxY", (byte[] g) => Bounds(g).MaxY);
        var assembly = typeof(GeoPackageStore).Assembly;
        foreach (var script in assembly.GetManifestResourceNames().Where(n => n.StartsWith("Migrations/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var number = int.Parse(script.AsSpan("Migrations/".Length, 4), CultureInfo.InvariantCulture);
            if (number > version) continue;
            using var text = new StreamReader(assembly.GetManifestResourceStream(script)!); // its name is from the list
            Run(text.ReadToEnd());
            if (number >= 2) Run($"INSERT INTO huodi_migration VALUES ({number}, '{script["Migrations/".Length..]}', '2026-01-01T00:00:00.000Z')");
        }

        Run("INSERT INTO huodi_migration VALUES (1, '0001_geopackage.sql', '2026-01-01T00:00:00.000Z')");
        Run("INSERT INTO import_batch (id, file, file_hash, layer, imported_at, header, added, unchanged) VALUES (1, 'old.geojson', 'h', 'parcels', '2026-01-01T00:00:00.000Z', '[]', 1, 0)");
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO parcel (geom, id, name, division, generated, facts, batch_id) VALUES ($geom, 'OLD-1', '旧宗地', '340104', 0, $facts, 1)";
        _ = insert.Parameters.AddWithValue("$geom", GeoPackageBinary.Write(new GeometryFactory(new PrecisionModel(), 4490).CreateMultiPolygon(
            [(Polygon)new GeometryFactory().ToGeometry(new Envelope(117.25, 117.252, 31.8, 31.802))])));
        _ = insert.Parameters.AddWithValue("$facts", """[{"name":"用途大类","value":"工业","batch":1,"file":"old.geojson","row":1,"column":"用途"}]""");
        _ = insert.ExecuteNonQuery();
        Run(rows);
        Run("UPDATE gpkg_contents SET min_x = 117.25, max_x = 117.252, min_y = 31.8, max_y = 31.802 WHERE table_name = 'parcel'");

        void Run(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            _ = command.ExecuteNonQuery();
        }
    }

    private static Envelope Bounds(byte[] geometry) => GeoPackageBinary.Read(geometry).EnvelopeInternal;
}
