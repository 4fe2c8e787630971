using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using Huodi.App.Stores;
using Huodi.Domain.Codes;
using Huodi.Domain.Parcels;
using Huodi.Store.GeoPackage;

namespace Huodi.Cli.Tests;

public sealed class FilingCommandTests : IDisposable
{
    private const string Parcels = """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"宗地代码":"340111001001GB00001","名称":"老厂区","行政区划代码":"340111","宗地面积":10497.654321,"容积率":0.8125,
          "现状用途":"工业用地","低效用地类型":"低效工业用地","二调为建设用地":true,"权利人":"=HYPERLINK(\"x\")|<b>","片区编号":"包河-01"},
         "geometry":{"type":"Polygon","coordinates":[[[117.3,31.8],[117.301,31.8],[117.301,31.801],[117.3,31.801],[117.3,31.8]],
           [[117.3002,31.8002],[117.3002,31.8004],[117.3004,31.8004],[117.3004,31.8002],[117.3002,31.8002]]]}},
        {"type":"Feature","properties":{"宗地代码":"乙-2","名称":"两块地","行政区划代码":"340104","宗地面积":1},
         "geometry":{"type":"MultiPolygon","coordinates":[[[[117.2,31.8],[117.20123456789012,31.8],[117.201,31.801],[117.2,31.8]]],[[[117.21,31.8],[117.211,31.8],[117.211,31.801],[117.21,31.8]]]]}}]}
        """;

    private readonly Session _session = new();

    private string Package => _session.File("包");

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task Export_ThenImportIntoAnEmptyStore_LosesNothing()
    {
        await ExportAsync();
        var (exit, output, error) = await _session.RunAsync("file", "import", Package, "--store", _session.File("again.gpkg"));

        Assert.True(exit == 0, output + error);
        var (before, after) = (await ReadAsync(_session.Store), await ReadAsync(_session.File("again.gpkg")));
        Assert.Equal(2, after.Count);
        Assert.All(before.Zip(after), pair => Assert.Empty(ContentDifference.Of(pair.First, pair.Second)));
        Assert.Equal("10497.654321", after.Single(p => p.Name == "老厂区").Facts.Find("宗地面积")!.Value.ToJsonString());
    }

    [Fact]
    public async Task Export_OfAFiledVersion_IsThatVersionAndComesBackWithoutLoss()
    {
        await ImportAsync();
        var parcel = await FiledAsync();
        var before = (await ReadAsync(_session.Store)).Single(p => p.Id == "340111001001GB00001");
        _ = await _session.RunAsync(
            "parcel", "correct", parcel, "--facts", """{"宗地面积": 1}""", "--by", "王五", "--document", "更〔2026〕1号", "--reason", "登记有误", "--store", _session.Store);

        var (wrong, _, wrongError) = await _session.RunAsync("file", "export", "--register", "闲置土地", "--version", "1", "--out", Package, "--store", _session.Store);
        var (exit, output, error) = await _session.RunAsync("file", "export", "--register", "low-efficiency", "--version", "1", "--out", Package, "--store", _session.Store);
        var (imported, _, importError) = await _session.RunAsync("file", "import", Package, "--store", _session.File("again.gpkg"));

        Assert.Equal(1, wrong);
        Assert.Contains("FILING_VERSION", wrongError, StringComparison.Ordinal);
        Assert.True(exit == 0, error);
        Assert.Contains("已导出 1 块地", output, StringComparison.Ordinal); // only what stands in the version, as it stood
        Assert.True(imported == 0, importError);
        var after = Assert.Single(await ReadAsync(_session.File("again.gpkg")));
        Assert.Equal("10497.654321", after.Facts.Find("宗地面积")!.Value.ToJsonString());
        Assert.Empty(ContentDifference.Of(before, after));
    }

    [Fact]
    public async Task Export_WithCoordinates_WritesATxtThatComesBack()
    {
        await ImportAsync();

        var (exit, output, error) = await _session.RunAsync(
            "file", "export", "--out", Package, "--coordinates", "EPSG:4527", "--producer", "测绘院", "--store", _session.Store);
        var again = _session.File("txt.gpkg");
        _ = await _session.RunAsync("import", Session.Sample("boundaries/hefei.geojson"), "--as", "districts", "--store", again);
        var (imported, importOut, importError) = await _session.RunAsync("import", Path.Combine(Package, "DXYD.txt"), "--as", "parcels", "--store", again);

        Assert.True(exit == 0, output + error);
        Assert.True(imported == 0, importOut + importError);
        var manifest = await File.ReadAllTextAsync(Path.Combine(Package, "manifest.json"), TestContext.Current.CancellationToken);
        Assert.Contains("DXYD.txt", manifest, StringComparison.Ordinal);
        var (before, after) = (await ReadAsync(_session.Store), await ReadAsync(again));
        Assert.Equal(before.Select(p => (p.Id, p.Name)), after.Select(p => (p.Id, p.Name)));
        Assert.All(before.Zip(after), pair =>
        {
            Assert.Equal(pair.First.Shape.NumPoints, pair.Second.Shape.NumPoints);
            Assert.True(pair.First.Shape.EqualsExact(pair.Second.Shape, 1e-9) || pair.First.Shape.Normalized().EqualsExact(pair.Second.Shape.Normalized(), 1e-9)); // four decimals of a metre
        });
        Assert.Equal("10497.654321", after.Single(p => p.Id == "340111001001GB00001").Facts.Find("宗地面积")!.Value.ToJsonString());
    }

    [Theory]
    [InlineData("EPSG:4490")]
    [InlineData("EPSG:4549")]
    public async Task Export_WithCoordinatesThatTheFormatCannotState_Refuses(string crs)
    {
        await ImportAsync();

        var (exit, _, error) = await _session.RunAsync("file", "export", "--out", Package, "--coordinates", crs, "--store", _session.Store);

        Assert.Equal(1, exit);
        Assert.Contains("TXT_CRS", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Package));
    }

    [Fact]
    public async Task Export_WritesEveryFileAndNamesItInReportAndManifest()
    {
        await ExportAsync();

        string[] files = [.. Directory.EnumerateFiles(Package).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];
        Assert.Equal(
            new[] { "DXYD.cpg", "DXYD.dbf", "DXYD.gpkg", "DXYD.prj", "DXYD.shp", "DXYD.shx", "DXYD.xlsx", "exchange.geojsonl", "manifest.json", "检查报告.md", "检查结果.csv" }.Order(StringComparer.Ordinal), files);
        var report = await File.ReadAllTextAsync(Path.Combine(Package, "检查报告.md"), TestContext.Current.CancellationToken);
        Assert.Contains("FILING_REQUIRED", report, StringComparison.Ordinal); // no district names in the store
        Assert.DoesNotContain("<b>", report, StringComparison.Ordinal);
        Assert.All(files.Where(f => f.StartsWith("DXYD", StringComparison.Ordinal)), f => Assert.Contains(f, report, StringComparison.Ordinal));
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(Package)!), e => e.Contains(".part", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Export_ReadByGdal_GivesTheSameFiguresInBothFormatsWithoutAWarning()
    {
        await ExportAsync();

        foreach (var file in new[] { "DXYD.shp", "DXYD.gpkg" })
        {
            var (output, errors) = await RunAsync("ogrinfo", "-al", Path.Combine(Package, file));

            Assert.Equal("", errors);
            Assert.DoesNotContain("Warning", output, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("Feature Count: 2", output, StringComparison.Ordinal);
            Assert.Contains("包河-01", output, StringComparison.Ordinal);
            Assert.Contains("= 1.049765", output, StringComparison.Ordinal); // 10497.654321 ㎡ = 1.0497654321 公顷, six decimals
            Assert.Contains("= 15.7465", output, StringComparison.Ordinal); // × 0.0015 = 15.7464814815 亩, four decimals
            Assert.Contains("= 0.8125", output, StringComparison.Ordinal);
            Assert.Contains("117.201234567", output, StringComparison.Ordinal);
            Assert.Contains("2000", output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Export_OpenedInQgis_HasValidLayersWithEveryRow()
    {
        await ExportAsync();
        const string Script = """
            import os, sys
            from qgis.core import QgsApplication, QgsVectorLayer
            QgsApplication.setPrefixPath('/usr', True)
            app = QgsApplication([], False); app.initQgis()
            for path in sys.argv[1:]:
                layer = QgsVectorLayer(path, 'x', 'ogr')
                print(layer.isValid(), layer.featureCount(), all(f.geometry().isGeosValid() for f in layer.getFeatures()))
            sys.stdout.flush(); os._exit(0)
            """;
        var script = _session.Write("open.py", Script);

        var (output, _) = await RunAsync("/usr/bin/python3", [script, Path.Combine(Package, "DXYD.shp"), Path.Combine(Package, "DXYD.gpkg")], needs: "qgis");

        Assert.Equal(["True 2 True", "True 2 True"], output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    [Fact]
    public async Task Export_Workbook_HoldsNumbersAsNumbersAndFormulasAsText()
    {
        await ExportAsync();

        await using var zip = await ZipFile.OpenReadAsync(Path.Combine(Package, "DXYD.xlsx"), TestContext.Current.CancellationToken);
        var sheet = zip.Entries.First(e => e.FullName.Contains("sheet", StringComparison.Ordinal) && e.FullName.EndsWith(".xml", StringComparison.Ordinal) && !e.FullName.Contains("rels", StringComparison.Ordinal));
        using var reader = new StreamReader(await sheet.OpenAsync(TestContext.Current.CancellationToken));
        var xml = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Contains("1.049765", xml, StringComparison.Ordinal);
        Assert.Contains("地块面积（公顷）", xml, StringComparison.Ordinal);
        Assert.DoesNotContain("<x:f>", xml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_OverAFolderThatIsThere_RefusesAndLeavesIt()
    {
        await ImportAsync();
        _ = Directory.CreateDirectory(Package);
        await File.WriteAllTextAsync(Path.Combine(Package, "mine.txt"), "x", TestContext.Current.CancellationToken);

        var (exit, _, error) = await _session.RunAsync("file", "export", "--store", _session.Store, "--out", Package);

        Assert.Equal(1, exit);
        Assert.Contains("FILING_EXISTS", error, StringComparison.Ordinal);
        Assert.Equal(["mine.txt"], Directory.EnumerateFiles(Package).Select(f => Path.GetFileName(f)));
    }

    [Theory]
    [InlineData("--profile", "none", "FILING_PROFILE")]
    [InlineData("--version", "9", "FILING_VERSION")]
    [InlineData("--region", "110000", "FILING_NOTHING")]
    public async Task Export_OfWhatIsNotThere_SaysSoAndLeavesNothing(string option, string value, string code)
    {
        await ImportAsync();

        var (exit, _, error) = await _session.RunAsync("file", "export", "--store", _session.Store, "--out", Package, option, value);

        Assert.Equal(1, exit);
        Assert.Contains(code, error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Package));
    }

    [Fact]
    public async Task Export_OfAValueTooLongForItsField_LeavesItEmptyAndReportsIt()
    {
        await ImportAsync(Parcels.Replace("包河-01", new string('片', 16), StringComparison.Ordinal)); // 32 bytes in GBK, 30 fit

        var (_, output, _) = await _session.RunAsync("file", "export", "--store", _session.Store, "--out", Package);

        Assert.Contains("FILING_TOO_LONG", output, StringComparison.Ordinal);
        Assert.Contains(new string('片', 16), await File.ReadAllTextAsync(Path.Combine(Package, "exchange.geojsonl"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_OfAPackageSomebodyChanged_RefusesIt()
    {
        await ExportAsync();
        var file = Path.Combine(Package, "exchange.geojsonl");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Replace("10497", "10498", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var (exit, _, error) = await _session.RunAsync("file", "import", Package, "--store", _session.File("again.gpkg"));

        Assert.Equal(1, exit);
        Assert.Contains("FILING_HASH", error, StringComparison.Ordinal);
        Assert.False(File.Exists(_session.File("again.gpkg")));
    }

    /// <summary>Files the register of low-efficiency land with one parcel that a finding enters.</summary>
    private async Task<string> FiledAsync()
    {
        const string Parcel = "340111001001GB00001";
        var (entered, _, enterError) = await _session.RunAsync(
            "register", "enter", "low-efficiency", Parcel, "--by", "局", "--document", "认〔2026〕1号", "--reason", "调查认定", "--store", _session.Store);
        Assert.True(entered == 0, enterError);
        var (filed, _, error) = await _session.RunAsync("register", "file", "low-efficiency", "--by", "王五", "--allow-incomplete", "--store", _session.Store);
        Assert.True(filed == 0, error);
        return Parcel;
    }

    private async Task ExportAsync()
    {
        await ImportAsync();
        var (exit, output, error) = await _session.RunAsync("file", "export", "--store", _session.Store, "--out", Package);
        Assert.True(exit == 0, output + error);
    }

    private async Task ImportAsync(string json = Parcels)
    {
        var (exit, output, error) = await _session.RunAsync("import", _session.Write("parcels.geojson", json), "--as", "parcels", "--store", _session.Store);
        Assert.True(exit == 0, string.Create(CultureInfo.InvariantCulture, $"{output}{error}"));
    }

    private static async Task<List<Parcel>> ReadAsync(string path)
    {
        await using var store = await GeoPackageStore.OpenAsync(path, TimeProvider.System, TestContext.Current.CancellationToken);
        return await store.ParcelsAsync(DivisionCode.Country, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
    }

    private static Task<(string Output, string Errors)> RunAsync(string program, params string[] arguments) => RunAsync(program, arguments, needs: program);

    private static async Task<(string Output, string Errors)> RunAsync(string program, string[] arguments, string needs)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["QT_QPA_PLATFORM"] = "offscreen";
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        try
        {
            using var process = Process.Start(start) ?? throw new InvalidOperationException();
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            if ((await errors).Contains("No module named 'qgis'", StringComparison.Ordinal)) Assert.Skip("需要 QGIS (python3-qgis)：apt-get install python3-qgis");
            Assert.True(process.ExitCode == 0, await errors);
            return (await output, await errors);
        }
        catch (Win32Exception)
        {
            Assert.Skip($"需要 {needs}：apt-get install gdal-bin python3-qgis");
            throw;
        }
    }
}
