using System.Globalization;

namespace Huodi.Cli.Tests;

public sealed class QualityCommandTests : IDisposable
{
    private const string Overlapping = """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"宗地代码":"340111001001GB00001","行政区划代码":"340111","宗地面积":12345},
         "geometry":{"type":"Polygon","coordinates":[[[117.3,31.8],[117.301,31.8],[117.301,31.801],[117.3,31.801],[117.3,31.8]]]}},
        {"type":"Feature","properties":{"宗地代码":"=1+1","行政区划代码":"340111"},
         "geometry":{"type":"Polygon","coordinates":[[[117.3009,31.8],[117.302,31.8],[117.302,31.801],[117.3009,31.801],[117.3009,31.8]]]}}]}
        """;

    private readonly Session _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task Check_OfAStore_CountsAndWritesTableAndLayer()
    {
        await ImportAsync(Overlapping);

        var (exit, output, error) = await _session.RunAsync("quality", "check", "--store", _session.Store, "--csv", _session.File("q.csv"), "--gpkg", _session.File("q.gpkg"));

        Assert.True(exit == 0, output + error);
        Assert.Contains("检查 2 宗", output, StringComparison.Ordinal);
        Assert.Contains("NEIGHBOUR_OVERLAP", output, StringComparison.Ordinal);
        Assert.Contains("AREA_DIFFERENCE", output, StringComparison.Ordinal);
        var lines = await File.ReadAllLinesAsync(_session.File("q.csv"), TestContext.Current.CancellationToken);
        Assert.Contains("宗地,相关宗地,代码", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines, l => l.StartsWith("'=1+1,", StringComparison.Ordinal));
        Assert.True(File.Exists(_session.File("q.gpkg")));
    }

    [Fact]
    public async Task Check_WithACitysThresholds_UsesThem()
    {
        await ImportAsync(Overlapping);
        var profile = _session.Write("mine.json", """{"settings":{"overlapSquareMetres":{"value":1000000,"unit":"平方米","about":"","source":""}}}""");

        var (_, output, _) = await _session.RunAsync("quality", "check", "--store", _session.Store, "--quality-profile", profile);
        var (exit, _, error) = await _session.RunAsync("quality", "check", "--store", _session.Store, "--quality-profile", _session.File("none.json"));

        Assert.DoesNotContain("NEIGHBOUR_OVERLAP", output, StringComparison.Ordinal);
        Assert.Equal(1, exit);
        Assert.Contains("QUALITY_PROFILE", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_OfAFile_FindsTheSameAsOfTheStoreAndStoresNothing()
    {
        await ImportAsync(Overlapping);
        _ = await _session.RunAsync("file", "export", "--store", _session.Store, "--out", _session.File("包"));

        var (exit, output, error) = await _session.RunAsync("quality", "check", "--file", Path.Combine(_session.File("包"), "DXYD.gpkg"), "--store", _session.File("none.gpkg"));
        var (bad, _, badError) = await _session.RunAsync("quality", "check", "--file", _session.Write("bad.gpkg", "not a file"));

        Assert.True(exit == 0, output + error);
        Assert.Contains("检查 2 宗", output, StringComparison.Ordinal);
        Assert.Contains("NEIGHBOUR_OVERLAP", output, StringComparison.Ordinal);
        Assert.False(File.Exists(_session.File("none.gpkg")));
        Assert.Equal(1, bad);
        Assert.Contains("错误 GPKG_NOT_DATABASE", badError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Repair_SuggestsAppliesWithAReasonAndRestores()
    {
        await ImportAsync("""
            {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"宗地代码":"P1","行政区划代码":"340111"},"geometry":{"type":"Polygon",
             "coordinates":[[[117.3,31.8],[117.301,31.8],[117.301,31.8004],[117.305,31.8005],[117.301,31.8004005],[117.301,31.801],[117.3,31.801],[117.3,31.8]]]}}]}
            """);
        string[] repair = ["quality", "repair", "--store", _session.Store];

        var (_, suggested, _) = await _session.RunAsync([.. repair, "--suggest", "--gpkg", _session.File("r.gpkg")]);
        var (noReason, _, noReasonError) = await _session.RunAsync([.. repair, "--apply", "P1"]);
        var (applied, appliedOut, appliedError) = await _session.RunAsync([.. repair, "--apply", "P1", "--reason", "尖刺", "--by", "张三"]);
        var (_, nothingLeft, _) = await _session.RunAsync([.. repair, "--suggest"]);
        var (restored, _, restoredError) = await _session.RunAsync([.. repair, "--restore", "1", "--reason", "维持原界址", "--by", "李四"]);
        var (_, history, _) = await _session.RunAsync([.. repair, "--history"]);

        Assert.Contains("删去 117.305000000, 31.800500000", suggested, StringComparison.Ordinal);
        Assert.True(File.Exists(_session.File("r.gpkg")));
        Assert.Equal(1, noReason);
        Assert.Contains("REPAIR_REASON", noReasonError, StringComparison.Ordinal);
        Assert.True(applied == 0, appliedOut + appliedError);
        Assert.Contains("没有可以自动修复的图形", nothingLeft, StringComparison.Ordinal);
        Assert.True(restored == 0, restoredError);
        Assert.Contains("张三：尖刺", history, StringComparison.Ordinal);
        Assert.Contains("李四：维持原界址", history, StringComparison.Ordinal);
    }

    private async Task ImportAsync(string json)
    {
        var (exit, output, error) = await _session.RunAsync("import", _session.Write("parcels.geojson", json), "--as", "parcels", "--store", _session.Store);
        Assert.True(exit == 0, string.Create(CultureInfo.InvariantCulture, $"{output}{error}"));
    }
}
