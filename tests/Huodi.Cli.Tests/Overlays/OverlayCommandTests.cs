namespace Huodi.Cli.Tests.Overlays;

/// <summary>
/// Control layers come in with <c>huodi import --as control</c> and parcels are measured against them. Parcels and red lines are boxes along
/// meridians and parallels, whose overlaps are the closed trapezoid of the ellipsoid: Δλ·b²/2·[sinφ/(1−e²sin²φ) + artanh(e·sinφ)/e] between
/// the parallels, worked out outside the program on CGCS2000 (the same formula gives 10,533,542,701.65 ㎡ for 31–32°N × 1°).
/// </summary>
public sealed class OverlayCommandTests : IDisposable
{
    private const string WholeParcel = "42001.13"; // 117.210–117.212 × 31.800–31.802
    private const string HalfParcel = "21000.56"; // its half in longitude
    private const string LowerHalf = "20978.58"; // 117.220–117.222 × 31.899–31.900
    private const string LowerShare = "0.50000266"; // of 31.899–31.901: the lower half is the larger

    private readonly Session _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task Overlay_BoxesAcrossInsideAndBeside_HasTheTrapezoidsAreas()
    {
        await ParcelsAsync();
        var imported = await RunAsync("import", Box("farmland.geojson", 117.201, 117.3, 31.7, 31.9), "--as", "control", "--name", "永久基本农田");

        var output = await RunAsync("overlay", "--csv", _session.File("o.csv"));
        var again = await RunAsync("import", _session.File("farmland.geojson"), "--as", "control", "--name", "永久基本农田");

        Assert.Contains("永久基本农田（第 1 版）　farmland.geojson（control）：新增 1，", imported, StringComparison.Ordinal);
        Assert.Contains("永久基本农田（第 2 版）", again, StringComparison.Ordinal);
        Assert.Contains("第 1 次叠加：4 宗地。", output, StringComparison.Ordinal);
        Assert.Contains("永久基本农田（第 1 版）：3 宗重叠，其中 1 宗全部在内", output, StringComparison.Ordinal);
        Assert.Equal(
            [
                $"ACROSS,永久基本农田,1,{HalfParcel},0.5,1",
                $"INSIDE,永久基本农田,1,{WholeParcel},1,1",
                $"NORTH,永久基本农田,1,{LowerHalf},{LowerShare},1",
            ],
            (await File.ReadAllLinesAsync(_session.File("o.csv"), TestContext.Current.CancellationToken)).Skip(1).Select(l => l[..l.LastIndexOf(',')]));
        var listed = await RunAsync("control", "list");
        Assert.Equal(2, listed.Split('\n').Count(l => l.Contains("永久基本农田", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Overlay_NamedLayers_LeavesTheOthersOut()
    {
        await ParcelsAsync();
        _ = await RunAsync("import", Box("a.geojson", 117.201, 117.3, 31.7, 31.9), "--as", "control", "--name", "永久基本农田");
        _ = await RunAsync("import", Box("b.geojson", 117.1, 117.2005, 31.7, 31.9), "--as", "control", "--name", "生态保护红线");

        var output = await RunAsync("overlay", "--layers", "生态保护红线");
        var (exit, _, error) = await _session.RunAsync("overlay", "--layers", "没有这一层", "--store", _session.Store);

        Assert.DoesNotContain("永久基本农田", output, StringComparison.Ordinal);
        Assert.Contains("生态保护红线（第 1 版）：2 宗重叠，其中 0 宗全部在内", output, StringComparison.Ordinal);
        Assert.Equal(1, exit);
        Assert.Contains("CONTROL_LAYER_UNKNOWN", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_Stations_TakeWhatIsWithinTheDistanceOfTheLaw()
    {
        await ParcelsAsync();
        var stations = _session.Write("stations.geojson", Collection("""{ "type": "Point", "coordinates": [117.201, 31.801] }"""));

        var (refused, _, error) = await _session.RunAsync("import", stations, "--as", "control", "--name", "轨道站点", "--store", _session.Store);
        var output = await RunAsync("import", stations, "--as", "control", "--name", "轨道站点", "--within", "500");
        _ = await RunAsync("overlay");
        var listed = await RunAsync("control", "list");

        Assert.Equal(1, refused);
        Assert.Contains("CONTROL_SHAPE", error, StringComparison.Ordinal);
        Assert.Contains("--within", error, StringComparison.Ordinal);
        Assert.Contains("新增 1，", output, StringComparison.Ordinal);
        Assert.Contains("周围 500 米之内", listed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_DryRunOfAControlLayer_StoresNothing()
    {
        var output = await RunAsync("import", Box("a.geojson", 117.201, 117.3, 31.7, 31.9), "--as", "control", "--name", "永久基本农田", "--dry-run");

        Assert.Contains("新增 1，", output, StringComparison.Ordinal);
        Assert.Contains("试运行：没有入库。", output, StringComparison.Ordinal);
        Assert.False(File.Exists(_session.Store));
    }

    [Fact]
    public async Task Import_BrokenControlLayer_LeavesNoStoreBehind()
    {
        var lines = _session.Write("lines.geojson", Collection("""{ "type": "LineString", "coordinates": [[117.2, 31.8], [117.3, 31.9]] }"""));

        var (exit, output, error) = await _session.RunAsync("import", lines, "--as", "control", "--name", "道路", "--store", _session.Store, "--dry-run");

        Assert.Equal((1, ""), (exit, output));
        Assert.Contains("CONTROL_SHAPE", error, StringComparison.Ordinal);
        Assert.False(File.Exists(_session.Store));
    }

    [Theory]
    [InlineData("CONTROL_NAME", "--as", "control")]
    [InlineData("OPTION_UNUSED", "--as", "parcels", "--name", "永久基本农田")]
    [InlineData("OPTION_UNUSED", "--as", "districts", "--within", "500")]
    [InlineData("OPTION_UNUSED", "--as", "control", "--name", "永久基本农田", "--map", "m.yaml")]
    [InlineData("WITHIN", "--as", "control", "--name", "站点", "--within", "没有这个参数")]
    [InlineData("WITHIN", "--as", "control", "--name", "站点", "--within", "-5")]
    public async Task Import_OptionsThatDoNotFit_AreRefused(string code, params string[] options)
    {
        var (exit, output, error) = await _session.RunAsync(["import", Box("a.geojson", 117.201, 117.3, 31.7, 31.9), .. options, "--store", _session.Store]);

        Assert.Equal((1, ""), (exit, output));
        Assert.Contains(code, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_Approvals_KeepsGoodBatchesAndTheRefusedRows()
    {
        var file = _session.Write("batches.geojson", """
            { "type": "FeatureCollection", "features": [
              { "type": "Feature", "properties": { "批准文号": "皖政地〔2019〕1号", "名称": "第一批次", "行政区划代码": "340104", "用地批准日期": "2019-05-01", "批准面积": 42001 },
                "geometry": { "type": "Polygon", "coordinates": [[[117.2,31.8],[117.202,31.8],[117.202,31.802],[117.2,31.802],[117.2,31.8]]] } },
              { "type": "Feature", "properties": { "批准文号": "皖政地〔2019〕2号", "名称": "第二批次", "行政区划代码": "340104", "用地批准日期": "2019-05-01", "批准面积": -1 },
                "geometry": { "type": "Polygon", "coordinates": [[[117.3,31.8],[117.302,31.8],[117.302,31.802],[117.3,31.802],[117.3,31.8]]] } } ] }
            """);

        var dry = await RunAsync("import", file, "--as", "approvals", "--dry-run");
        var output = await RunAsync("import", file, "--as", "approvals");
        var balance = await RunAsync("register", "approvals");
        var imports = await RunAsync("imports", "1");

        Assert.Contains("新增 1，已在库 0，拒收 1", dry, StringComparison.Ordinal);
        Assert.Contains("第 1 批　batches.geojson（approvals）：新增 1，已在库 0，拒收 1", output, StringComparison.Ordinal);
        Assert.Contains("APPROVED_AREA", output, StringComparison.Ordinal);
        Assert.Contains("皖政地〔2019〕1号　第一批次　2019-05-01", balance, StringComparison.Ordinal);
        Assert.Contains("图形 42,001.13 ㎡", balance, StringComparison.Ordinal);
        Assert.Contains("APPROVED_AREA", imports, StringComparison.Ordinal);
    }

    /// <summary>One parcel across the western edge of the red line, one inside, one that shares that edge from outside, one across the northern.</summary>
    private Task<string> ParcelsAsync() => RunAsync(
        "import",
        _session.Write("land.geojson", Collection(
            ("ACROSS", Ring(117.200, 117.202, 31.800, 31.802)),
            ("INSIDE", Ring(117.210, 117.212, 31.800, 31.802)),
            ("BESIDE", Ring(117.200, 117.201, 31.810, 31.812)),
            ("NORTH", Ring(117.220, 117.222, 31.899, 31.901)))),
        "--as",
        "parcels");

    private string Box(string name, double west, double east, double south, double north) => _session.Write(name, Collection(Ring(west, east, south, north)));

    private static string Ring(double west, double east, double south, double north) => FormattableString.Invariant(
        $$"""{ "type": "Polygon", "coordinates": [[[{{west}},{{south}}],[{{east}},{{south}}],[{{east}},{{north}}],[{{west}},{{north}}],[{{west}},{{south}}]]] }""");

    private static string Collection(params string[] geometries) => Collection([.. geometries.Select(g => ("", g))]);

    private static string Collection(params (string Id, string Geometry)[] features) =>
        $$"""
        { "type": "FeatureCollection", "crs": { "type": "name", "properties": { "name": "urn:ogc:def:crs:EPSG::4490" } },
          "features": [{{string.Join(',', features.Select(f => $$"""{ "type": "Feature", "properties": { "宗地代码": "{{f.Id}}", "行政区划代码": "340104" }, "geometry": {{f.Geometry}} }"""))}}] }
        """;

    private async Task<string> RunAsync(params string[] command)
    {
        var (exit, output, error) = await _session.RunAsync([.. command, "--store", _session.Store]);
        Assert.True(exit == 0, error);
        return output;
    }
}
