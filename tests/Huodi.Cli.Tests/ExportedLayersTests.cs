using System.ComponentModel;
using System.Diagnostics;

namespace Huodi.Cli.Tests;

/// <summary>Every GeoPackage that a command writes beside the store and the filing packages, as QGIS and GDAL see it.</summary>
public sealed class ExportedLayersTests : IDisposable
{
    private const string Python = "/usr/bin/python3"; // QGIS comes for Debian's Python, which need not be the first on the path.

    /// <summary>Two parcels, one with a spike, that overlap; one is idle by a finding.</summary>
    private const string Land = """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"宗地代码":"L1","行政区划代码":"340104","宗地面积":500,"已认定闲置":true,"闲置原因":"企业自身原因"},"geometry":{"type":"Polygon",
         "coordinates":[[[117.2,31.84],[117.201,31.84],[117.201,31.8404],[117.205,31.8405],[117.201,31.8404005],[117.201,31.841],[117.2,31.841],[117.2,31.84]]]}},
        {"type":"Feature","properties":{"宗地代码":"L2","行政区划代码":"340104"},"geometry":{"type":"Polygon",
         "coordinates":[[[117.2009,31.84],[117.202,31.84],[117.202,31.841],[117.2009,31.841],[117.2009,31.84]]]}}]}
        """;

    private const string OpenAll = """
        import os, sys
        from osgeo import ogr
        from qgis.core import QgsApplication, QgsVectorLayer
        app = QgsApplication([], False); app.initQgis()
        for path in sys.argv[1:]:
            for name in [l.GetName() for l in ogr.Open(path)]:
                layer = QgsVectorLayer(path + '|layername=' + name, name, 'ogr')
                assert layer.isValid(), path + ' ' + name
                assert not layer.isSpatial() or layer.crs().authid() == 'EPSG:4490', name
                assert sum(1 for _ in layer.getFeatures()) == layer.featureCount(), name
                print(os.path.basename(path), name, layer.featureCount())
        sys.stdout.flush(); os._exit(0)
        """;

    private readonly Session _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task Layers_OfEveryExport_AreOpenedByQgisAndReadByGdalWithoutAWarning()
    {
        string[] files = [_session.File("quality.gpkg"), _session.File("repair.gpkg"), _session.File("register.gpkg"), Path.Combine(_session.File("out"), "assessment-1.gpkg"), _session.File("backup.gpkg")];
        _ = await HuodiAsync("import", Session.Sample("boundaries/hefei.geojson"), "--as", "districts");
        _ = await HuodiAsync("import", _session.Write("land.geojson", Land), "--as", "parcels");
        _ = await HuodiAsync("quality", "check", "--gpkg", files[0]);
        _ = await HuodiAsync("quality", "repair", "--suggest", "--gpkg", files[1]);
        _ = await HuodiAsync("register", "file", "idle", "--region", "340104", "--by", "王五", "--allow-incomplete");
        _ = await HuodiAsync("register", "export", "1", "--out", files[2]);
        _ = await HuodiAsync("assess", "--out", _session.File("out"));
        var (copied, _, why) = await _session.RunAsync("store", "backup", _session.Store, files[4]);
        Assert.True(copied == 0, why);

        foreach (var file in files)
        {
            var (read, errors) = await RunAsync("ogrinfo", "-al", "-so", file);
            Assert.Equal("", errors);
            Assert.DoesNotContain("Warning ", read, StringComparison.Ordinal);
            var (copy, copyErrors) = await RunAsync("ogr2ogr", "-f", "GPKG", Path.ChangeExtension(file, ".copy.gpkg"), file);
            Assert.Equal(("", ""), (copy, copyErrors));
            var (found, _) = await RunAsync(Python, "-m", "osgeo_utils.samples.validate_gpkg", "--extra", file);
            Assert.DoesNotContain("Req ", found, StringComparison.Ordinal);
        }

        var (opened, _) = await RunAsync(Python, [_session.Write("open.py", OpenAll), .. files]);
        Assert.Contains("quality.gpkg quality_finding", opened, StringComparison.Ordinal);
        Assert.Contains("register.gpkg", opened, StringComparison.Ordinal);
        Assert.Contains("assessment-1.gpkg", opened, StringComparison.Ordinal);
        Assert.Contains("backup.gpkg parcel 2", opened, StringComparison.Ordinal);
    }

    private async Task<string> HuodiAsync(params string[] command)
    {
        var (exit, output, error) = await _session.RunAsync([.. command, "--store", _session.Store]);
        Assert.True(exit == 0, error);
        return output;
    }

    private static async Task<(string Output, string Errors)> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["QT_QPA_PLATFORM"] = "offscreen";
        try
        {
            using var process = Process.Start(start) ?? throw new InvalidOperationException();
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            if ((await errors).Contains("No module named", StringComparison.Ordinal)) Assert.Skip("需要 QGIS 和 GDAL 的 Python：apt-get install python3-qgis python3-gdal");
            Assert.True(process.ExitCode == 0, await output + await errors);
            return (await output, await errors);
        }
        catch (Win32Exception)
        {
            Assert.Skip($"需要 {program}：apt-get install gdal-bin python3-qgis");
            throw;
        }
    }
}
