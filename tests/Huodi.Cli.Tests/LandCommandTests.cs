namespace Huodi.Cli.Tests;

public sealed class LandCommandTests : IDisposable
{
    private readonly Session _session = new();

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("supply-results")]
    [InlineData("districts")]
    [InlineData("parcels")]
    public async Task Import_EmptyOrBinaryFile_IsRefusedAndMakesNoStore(string layer)
    {
        foreach (var file in new[] { _session.Write("empty", ""), _session.Write("binary", [0, 1, 2, 255, 0, 7]) })
        {
            var (exit, output, error) = await _session.RunAsync("import", file, "--as", layer, "--store", _session.Store);

            Assert.NotEqual(0, exit);
            Assert.Equal("", output);
            Assert.Contains("建议", error, StringComparison.Ordinal);
        }

        Assert.Equal(["binary", "empty"], _session.Files());
    }

    [Fact]
    public async Task Import_GeoJsonOfPoints_AsDistricts_NamesTheFeatureAndMakesNoStore()
    {
        var points = _session.Write("points.geojson", """
            { "type": "FeatureCollection", "features": [ { "type": "Feature", "id": "340102", "properties": { "name": "瑶海区" },
              "geometry": { "type": "Point", "coordinates": [117.3, 31.8] } } ] }
            """);

        var (exit, _, error) = await _session.RunAsync("import", points, "--as", "districts", "--store", _session.Store);

        Assert.NotEqual(0, exit);
        Assert.Contains("Point", error, StringComparison.Ordinal);
        Assert.Contains("建议", error, StringComparison.Ordinal);
        Assert.Equal(["points.geojson"], _session.Files());
    }

    [Fact]
    public async Task Import_Twice_LeavesNoDoubles()
    {
        var file = Session.Sample("supply-results-2007.csv");

        var first = await _session.RunAsync("import", file, "--as", "supply-results", "--store", _session.Store);
        var second = await _session.RunAsync("import", file, "--as", "supply-results", "--store", _session.Store);

        Assert.Equal((0, 0), (first.Exit, second.Exit));
        Assert.Contains("已在库 0", first.Out, StringComparison.Ordinal);
        Assert.Contains("新增 0", second.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_RefusedRows_ComeBackCorrected()
    {
        var (header, good) = FirstGoodRow();
        var bad = good.Replace(Number(good), "", StringComparison.Ordinal);
        var file = _session.Write("grants.csv", header + "\n" + bad + "\n" + good + "\n");
        var refused = _session.File("refused.csv");

        _ = await _session.RunAsync("import", file, "--as", "supply-results", "--store", _session.Store, "--refused", refused);
        var corrected = File.ReadAllText(refused).Replace(",,", "," + Number(good)[..^5] + "99999,", StringComparison.Ordinal);
        var lines = File.ReadAllLines(refused);
        Assert.Equal(2, lines.Length);
        var again = await _session.RunAsync("import", _session.Write("corrected.csv", Corrected(lines, Number(good)[..^5] + "99999")), "--as", "supply-results", "--store", _session.Store);

        Assert.True(again.Exit == 0, again.Out + again.Error + corrected);
        Assert.Contains("新增 1", again.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_RefusedParcel_ComesBackCorrectedWithItsShapeAndFacts()
    {
        const string Bowtie = "[[117.2,31.8],[117.21,31.81],[117.21,31.8],[117.2,31.81],[117.2,31.8]]";
        const string Square = "[[117.22,31.8],[117.23,31.8],[117.23,31.81],[117.22,31.81],[117.22,31.8]]";
        var file = _session.Write("land.geojson", $$"""
            { "type": "FeatureCollection", "crs": { "type": "name", "properties": { "name": "EPSG:4490" } }, "features": [
              { "type": "Feature", "properties": { "宗地代码": "A", "行政区划代码": "340104", "权利人": "甲，乙" }, "geometry": { "type": "Polygon", "coordinates": [{{Bowtie}}] } },
              { "type": "Feature", "properties": { "宗地代码": "B", "行政区划代码": "340104", "权利人": "丙" }, "geometry": { "type": "Polygon", "coordinates": [{{Square}}] } } ] }
            """);
        var refused = _session.File("refused.csv");

        var first = await _session.RunAsync("import", file, "--as", "parcels", "--store", _session.Store, "--refused", refused);
        var text = await File.ReadAllTextAsync(refused, TestContext.Current.CancellationToken);
        var corrected = _session.Write("corrected.csv", text.Replace("117.21 31.81, 117.21 31.8, 117.2 31.81", "117.21 31.8, 117.21 31.81, 117.2 31.81", StringComparison.Ordinal));
        var again = await _session.RunAsync("import", corrected, "--as", "parcels", "--crs", "EPSG:4490", "--store", _session.Store);

        Assert.Contains("新增 1，已在库 0，拒收 1", first.Out, StringComparison.Ordinal);
        Assert.True(again.Exit == 0, text + again.Out + again.Error);
        Assert.Contains("新增 1，已在库 0，拒收 0", again.Out, StringComparison.Ordinal);
        await using var land = await Huodi.Store.GeoPackage.GeoPackageStore.OpenAsync(_session.Store, TimeProvider.System, CancellationToken.None);
        var parcel = await land.FindParcelAsync("A", CancellationToken.None);
        Assert.Equal("甲，乙", parcel?.Facts.Find("权利人")?.Value.GetValue<string>());
        Assert.Equal(0.01 * 0.01, parcel!.Shape.Area, 1e-12); // found just above
    }

    [Fact]
    public async Task Start_Once_LoadsAssessesAndSums()
    {
        var (exit, output, error) = await _session.RunAsync("start", "--once", "--store", _session.Store);
        var again = await _session.RunAsync("start", "--once", "--store", _session.Store);

        Assert.True(exit == 0, error);
        Assert.Contains("第 1 次评估", output, StringComparison.Ordinal);
        Assert.Contains("待补充材料", output, StringComparison.Ordinal);
        Assert.Contains("第 2 次评估", again.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Assess_WritesGeoPackageCsvAndPage()
    {
        _ = await _session.RunAsync("start", "--once", "--store", _session.Store);

        var (exit, output, error) = await _session.RunAsync("assess", "--as-of", "2026-03-01", "--region", "340100", "--store", _session.Store, "--out", _session.File("out"));

        Assert.True(exit == 0, output + error);
        Assert.Equal(["assessment-2.csv", "assessment-2.gpkg", "assessment-2.html"], Directory.EnumerateFiles(_session.File("out")).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Import_IntoAServer_AsksItForItsDistrictsBeforeReading()
    {
        const string Nobody = "Host=127.0.0.1;Port=1;Database=huodi;Username=huodi;Timeout=2";

        var (exit, _, error) = await _session.RunAsync("import", _session.Write("empty", ""), "--as", "supply-results", "--store", Nobody);

        Assert.Equal(1, exit);
        Assert.Contains("STORE_UNREACHABLE", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("assess")]
    [InlineData("serve")]
    [InlineData("imports")]
    public async Task Commands_WithoutAStore_SayHowToMakeOne(string command)
    {
        var (exit, _, error) = await _session.RunAsync(command, "--store", _session.Store);

        Assert.Equal(1, exit);
        Assert.Contains("STORE_MISSING", error, StringComparison.Ordinal);
        Assert.Empty(_session.Files());
    }

    [Fact]
    public async Task Demo_WithoutDistricts_SaysWhatToImport()
    {
        _ = await _session.RunAsync("import", Session.Sample("supply-results-2007.csv"), "--as", "supply-results", "--store", _session.Store);

        var (exit, _, error) = await _session.RunAsync("demo", "generate", "--parcels", "10", "--store", _session.Store);

        Assert.Equal(1, exit);
        Assert.Contains("DEMO_DISTRICTS", error, StringComparison.Ordinal);
    }

    private static (string Header, string Row) FirstGoodRow()
    {
        var lines = File.ReadAllLines(Session.Sample("supply-results-2007.csv"));
        return (lines[0].TrimStart('\uFEFF'), lines.First(l => l.Contains("4690062007B00024", StringComparison.Ordinal)));
    }

    private static string Number(string row) => row.Split(',')[1];

    /// <summary>The exported file with the blank number of its one row filled in.</summary>
    private static string Corrected(string[] lines, string number)
    {
        var columns = lines[0].TrimStart('\uFEFF').Split(',').ToList();
        var at = columns.IndexOf("电子监管号") - columns.Count;
        var cells = lines[1].Split(',');
        cells[cells.Length + at] = number;
        return lines[0] + "\n" + string.Join(',', cells) + "\n";
    }
}
