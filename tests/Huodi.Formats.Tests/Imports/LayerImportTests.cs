using System.Diagnostics;
using System.Text;
using Huodi.App.Imports;
using Huodi.Formats.Files;
using Huodi.Formats.Imports;
using Huodi.Formats.Sources.Gdal;

namespace Huodi.Formats.Tests.Imports;

/// <summary>Everything that is imported by a name is read from the files that districts send, not from one format.</summary>
public sealed class LayerImportTests : IDisposable
{
    private readonly ImportTrial _trial = new();

    public void Dispose() => _trial.Dispose();

    [Theory]
    [InlineData("d.shp", "-lco", "ENCODING=UTF-8", "-t_srs", "EPSG:4528")]
    [InlineData("d.gpkg", "-t_srs", "EPSG:4490")]
    [InlineData("d.kml", "-makevalid")] // the driver writes no invalid areas
    [InlineData("d.gdb", "-f", "OpenFileGDB")]
    public async Task ImportDistricts_WhatOgrWrote_AreTheSameDistricts(string name, params string[] options)
    {
        Assert.SkipUnless(GdalTools.IsThere, "needs GDAL's ogr2ogr");
        var original = Path.Combine(AppContext.BaseDirectory, "samples", "boundaries", "hefei.geojson");
        Run("ogr2ogr", [.. options, "-nlt", "PROMOTE_TO_MULTI", _trial.File(name), original, "-sql", "SELECT id AS XZQDM, name AS XZQMC FROM hefei"]);

        var report = await RunAsync("districts", _trial.File(name));

        Assert.Equal((9, 0), (report.Added, report.RefusedCount));
        var expected = ImportTrial.Districts.OrderBy(d => d.Code.Digits, StringComparer.Ordinal).ToList();
        var found = (await _trial.DistrictsAsync()).OrderBy(d => d.Code.Digits, StringComparer.Ordinal).ToList();
        Assert.Equal(expected.Select(d => (d.Code, d.Name)), found.Select(d => (d.Code, d.Name)));
        Assert.All(expected.Zip(found), p => Assert.Equal(1, p.Second.Boundary.Area / p.First.Boundary.Area, 6));
    }

    [Fact]
    public async Task ImportDistricts_OtherColumns_AreReadByAMapping()
    {
        Assert.SkipUnless(GdalTools.IsThere, "needs GDAL's ogr2ogr");
        var original = Path.Combine(AppContext.BaseDirectory, "samples", "boundaries", "hefei.geojson");
        Run("ogr2ogr", [_trial.File("d.gpkg"), original, "-sql", "SELECT id AS \"区号\", name AS \"区名\" FROM hefei"]);
        var map = _trial.Write("m.yaml", "- 图层: districts\n  编号列: 区号\n  名称列: 区名\n");

        var without = await Assert.ThrowsAsync<FileRefusedException>(() => RunAsync("districts", _trial.File("d.gpkg")));
        var report = await RunAsync("districts", _trial.Job(_trial.File("d.gpkg")) with { MappingFile = map });

        Assert.Equal("IMPORT_NOTHING", without.Diagnostic.Code);
        Assert.Equal(9, report.Added);
    }

    [Fact]
    public async Task ImportDistricts_WrongZone_StopsWithTheLikelyCorrection()
    {
        Assert.SkipUnless(GdalTools.IsThere, "needs GDAL's ogr2ogr");
        var original = Path.Combine(AppContext.BaseDirectory, "samples", "boundaries", "hefei.geojson");
        Run("ogr2ogr", ["-t_srs", "EPSG:4527", _trial.File("d.gpkg"), original]);

        var refused = await Assert.ThrowsAsync<FileRefusedException>(() => RunAsync("districts", _trial.Job(_trial.File("d.gpkg")) with { Crs = "EPSG:4490" }));

        Assert.Contains("EPSG:4527", refused.Diagnostic.Message + refused.Diagnostic.Suggestion, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ImportSupplyResults_Workbook_IsTheSameGrantsAsTheTable()
    {
        Assert.SkipUnless(GdalTools.IsThere, "needs GDAL's ogr2ogr");
        var original = Path.Combine(AppContext.BaseDirectory, "samples", "supply-results-2007.csv");
        Run("ogr2ogr", ["-f", "XLSX", _trial.File("s.xlsx"), original, "-oo", "AUTODETECT_TYPE=NO"]);
        using var table = new ImportTrial();

        var expected = await RunAsync("supply-results", table.Job(original));
        var report = await RunAsync("supply-results", _trial.File("s.xlsx"));

        Assert.Equal(225, report.Added + report.RefusedCount);
        Assert.Equal((expected.Added, expected.RefusedCount), (report.Added, report.RefusedCount));
        var (grants, original2007) = (await _trial.GrantsAsync(), await table.GrantsAsync());
        Assert.Equal(original2007.Select(g => g.Number), grants.Select(g => g.Number));
        Assert.All(original2007.Zip(grants), p => Assert.Equal(
            p.First.Facts.All.Select(f => (f.Name, f.Value.ToJsonString())), p.Second.Facts.All.Select(f => (f.Name, f.Value.ToJsonString()))));
    }

    [Fact]
    public async Task ImportSupplyResults_GbkTable_IsTheSameGrants()
    {
        var original = Path.Combine(AppContext.BaseDirectory, "samples", "supply-results-2007.csv");
        var chinese = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!; // the BCL carries this code page
        var path = _trial.File("gbk.csv");
        await File.WriteAllTextAsync(path, await File.ReadAllTextAsync(original, TestContext.Current.CancellationToken), chinese, TestContext.Current.CancellationToken);

        using var utf8 = new ImportTrial();
        var expected = await RunAsync("supply-results", utf8.Job(original));
        var report = await RunAsync("supply-results", path);

        Assert.Equal((expected.Added, expected.RefusedCount), (report.Added, report.RefusedCount));
        Assert.Equal((await utf8.GrantsAsync()).Select(g => (g.Number, g.Name)), (await _trial.GrantsAsync()).Select(g => (g.Number, g.Name)));
    }

    [Theory]
    [InlineData("--map")]
    [InlineData("--crs")]
    public async Task ImportSupplyResults_OptionsForShapes_AreRefused(string option)
    {
        var job = _trial.Job(Path.Combine(AppContext.BaseDirectory, "samples", "supply-results-2007.csv"));
        var asked = option == "--map" ? job with { MappingFile = "m.yaml" } : job with { Crs = "EPSG:4490" };

        var refused = await Assert.ThrowsAsync<FileRefusedException>(() => RunAsync("supply-results", asked));

        Assert.Equal("OPTION_UNUSED", refused.Diagnostic.Code);
        Assert.Contains(option, refused.Diagnostic.Message, StringComparison.Ordinal);
    }

    private Task<ImportReport> RunAsync(string layer, string path) => RunAsync(layer, _trial.Job(path));

    private static Task<ImportReport> RunAsync(string layer, ImportJob job) =>
        LayerImports.Find(layer)!.RunAsync(job, TestContext.Current.CancellationToken); // the names above are in the list

    private static void Run(string program, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!; // it is there
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, error);
    }
}
