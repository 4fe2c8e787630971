using System.ComponentModel;
using System.Diagnostics;
using Huodi.Store.GeoPackage;
using Huodi.Store.Tests.Copies;
using Xunit;

namespace Huodi.Store.Tests.GeoPackage;

/// <summary>What GDAL's validator, ogr2ogr and QGIS make of a store with something in every table and an index packed by a large import.</summary>
public sealed class OtherProgramsTests : IDisposable
{
    private const string Python = "/usr/bin/python3"; // Debian's packages are for Debian's Python.

    private const string OpenInQgis = """
        import os, sys
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        from qgis.core import QgsApplication, QgsVectorLayer, QgsRectangle, QgsFeatureRequest
        app = QgsApplication([], False)
        app.initQgis()
        for name in sys.argv[2].split(","):
            layer = QgsVectorLayer(sys.argv[1] + "|layername=" + name, name, "ogr")
            assert layer.isValid(), name + " is not valid"
            count = sum(1 for _ in layer.getFeatures())
            print(name, count, layer.featureCount(), layer.crs().authid() if layer.isSpatial() else "-")
        box = QgsFeatureRequest().setFilterRect(QgsRectangle(117.0, 31.0, 117.01, 31.01))
        print("in the box", sum(1 for _ in QgsVectorLayer(sys.argv[1] + "|layername=parcel", "p", "ogr").getFeatures(box)))
        """;

    private readonly TempFolder _folder = new();

    private string Store => _folder.File("land.gpkg");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ValidateGpkg_OfAStore_FindsNothingWrong()
    {
        if ((await RunAsync(Python, "-c", "from osgeo_utils.samples import validate_gpkg")).Code != 0) Assert.Skip("需要 GDAL 的 validate_gpkg：apt-get install python3-gdal");
        await FillAsync();

        var (code, output, errors) = await RunAsync(Python, "-m", "osgeo_utils.samples.validate_gpkg", "--extra", Store);

        Assert.Equal("", errors);
        Assert.Equal(0, code);
        Assert.DoesNotContain("Req ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ogr2ogr_OfAStore_CopiesEveryLayerWithoutAWarning()
    {
        await FillAsync();

        var (code, output, errors) = await RunAsync("ogr2ogr", "-f", "GPKG", _folder.File("copy.gpkg"), Store);
        if (code == -1) Assert.Skip("需要 GDAL (ogr2ogr)：apt-get install gdal-bin");

        Assert.Equal((0, "", ""), (code, output, errors));
        var (info, _) = await Ogr.InfoAsync("-so", _folder.File("copy.gpkg"), "parcel");
        Assert.Contains("Feature Count: 3002", info, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Qgis_OfAStore_OpensItsLayersAndSearchesThem()
    {
        if ((await RunAsync(Python, "-c", "import qgis.core")).Code != 0) Assert.Skip("需要 QGIS 的 Python：apt-get install python3-qgis");
        await FillAsync();

        var (code, output, errors) = await RunAsync(Python, "-c", OpenInQgis, Store, "parcel,district,register_entry,grant_result,import_finding,ledger_entry");

        Assert.True(code == 0, errors);
        Assert.Contains("parcel 3002 3002 EPSG:4490\n", output, StringComparison.Ordinal);
        Assert.Contains("district 1 1 EPSG:4490\n", output, StringComparison.Ordinal);
        Assert.Contains("register_entry 1 1 EPSG:4490\n", output, StringComparison.Ordinal);
        Assert.Contains("ledger_entry 2 2 -\n", output, StringComparison.Ordinal);
        Assert.DoesNotContain("in the box 0", output, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Errors)> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        try
        {
            using var process = Process.Start(start) ?? throw new InvalidOperationException();
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();
            return (process.ExitCode, await output, await errors);
        }
        catch (Win32Exception)
        {
            return (-1, "", "");
        }
    }

    private async Task FillAsync()
    {
        await Everything.MakeAsync(Store);
        await using var store = await GeoPackageStore.OpenAsync(Store, TimeProvider.System, CancellationToken.None);
        await using var session = await store.BeginImportAsync(new("city.gpkg", "", "parcels", Land.Morning, []), CancellationToken.None);
        await session.AddAsync([.. Enumerable.Range(0, 3000).Select(n => Land.Parcel($"C{n}", Land.Square(117 + (n % 60 * 0.002), 31 + (n / 60 * 0.002))))], null, CancellationToken.None);
        _ = await session.CommitAsync(CancellationToken.None);
    }
}
