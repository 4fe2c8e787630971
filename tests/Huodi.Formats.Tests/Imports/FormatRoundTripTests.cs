using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Huodi.Domain.Parcels;
using Huodi.Formats.Sources.Gdal;

namespace Huodi.Formats.Tests.Imports;

/// <summary>The same parcels come out of every format that ogr2ogr has written from them.</summary>
public sealed class FormatRoundTripTests : IDisposable
{
    private const int Count = 40;
    private readonly ImportTrial _trial = new();

    public void Dispose() => _trial.Dispose();

    [Theory]
    [InlineData("a.gpkg", 0)]
    [InlineData("a.gpkg", 0, "-t_srs", "EPSG:4527")]
    [InlineData("a.gpkg", 0, "-t_srs", "EPSG:4548")]
    [InlineData("a.gpkg", 0, "-t_srs", "EPSG:3857")]
    [InlineData("a.shp", 0, "-lco", "ENCODING=GB18030")]
    [InlineData("a.shp", 0, "-lco", "ENCODING=UTF-8")]
    [InlineData("a.shp", 0, "-t_srs", "EPSG:4527", "-lco", "ENCODING=UTF-8")]
    [InlineData("a.gdb", 1e-9, "-f", "OpenFileGDB")]
    [InlineData("a.kml", 0)]
    [InlineData("a.tab", 1e-6, "-f", "MapInfo File", "-lco", "ENCODING=UTF-8")]
    [InlineData("a.mif", 1e-6, "-f", "MapInfo File", "-dsco", "FORMAT=MIF", "-lco", "ENCODING=UTF-8")]
    [InlineData("a.fgb", 0)]
    [InlineData("a.csv", 0, "-lco", "GEOMETRY=AS_WKT")]
    [InlineData("a.geojson", 0, "-lco", "COORDINATE_PRECISION=15")]
    public async Task Import_WhatOgrWrote_IsTheSameParcels(string name, double tolerance, params string[] options)
    {
        Assert.SkipUnless(GdalTools.IsThere, "needs GDAL's ogr2ogr");
        var (original, expected) = await OriginalAsync();
        Ogr([.. options, _trial.File(name), original]);
        if (name == "a.shp" && options.Contains("ENCODING=GB18030")) File.Delete(_trial.File("a.cpg")); // as Chinese programs leave it
        using var other = new ImportTrial();

        var report = await other.RunAsync(other.Job(_trial.File(name)) with { Crs = name == "a.csv" ? "EPSG:4490" : null });

        Assert.Equal((Count, 0), (report.Added, report.RefusedCount));
        Same(expected, await other.ParcelsAsync(), tolerance == 0 ? 1e-10 : tolerance);
    }

    [Fact]
    public async Task Import_ShapefileInAZipWithGbkNames_IsTheSameParcels()
    {
        Assert.SkipUnless(GdalTools.IsThere, "needs GDAL's ogr2ogr");
        var (original, expected) = await OriginalAsync();
        Ogr(["-lco", "ENCODING=UTF-8", _trial.File("a.shp"), original]);
        var chinese = CodePagesEncodingProvider.Instance.GetEncoding(936)!; // the BCL carries this code page
        using (var zip = new ZipArchive(File.Create(_trial.File("报送.zip")), ZipArchiveMode.Create, leaveOpen: false, chinese))
        {
            foreach (var part in new[] { ".shp", ".shx", ".dbf", ".prj", ".cpg" }) _ = zip.CreateEntryFromFile(_trial.File("a" + part), "合肥市/宗地" + part);
            _ = zip.CreateEntry("说明.txt");
        }

        using var other = new ImportTrial();
        _ = await other.RunAsync(_trial.File("报送.zip"));

        Same(expected, await other.ParcelsAsync(), 1e-10);
        Assert.Equal("报送.zip", (await other.ParcelsAsync())[0].Facts.All[0].Source.File);
    }

    [Theory]
    [InlineData("YES")] // filled areas
    [InlineData("NO")] // closed lines, as surveyors draw them
    public async Task Import_Drawing_HasTheShapesAndNamesThemByHandle(string hatch)
    {
        Assert.SkipUnless(GdalTools.IsThere, "needs GDAL's ogr2ogr");
        var (original, expected) = await OriginalAsync();
        Ogr(["--config", "DXF_WRITE_HATCH", hatch, "-select", "", "-f", "DXF", _trial.File("a.dxf"), original]);
        using var other = new ImportTrial();
        var map = other.Write("m.yaml", "- 图层: parcels\n  编号列: EntityHandle\n");

        var report = await other.RunAsync(other.Job(_trial.File("a.dxf")) with { MappingFile = map });

        Assert.Equal(Count, report.Added);
        Assert.Equal(expected.Select(p => p.Shape.EnvelopeInternal.MinX).Order(), (await other.ParcelsAsync()).Select(p => p.Shape.EnvelopeInternal.MinX).Order(), (a, b) => Math.Abs(a - b) < 1e-9);
    }

    private async Task<(string Path, List<Parcel> Parcels)> OriginalAsync()
    {
        var features = Enumerable.Range(1, Count).Select(i =>
        {
            var (x, y) = (117.2 + (i % 8 * 0.003), 31.7 + (i / 8 * 0.003));
            var ring = FormattableString.Invariant($"[[[{x},{y}],[{x + 0.0021},{y}],[{x + 0.002},{y + 0.0019}],[{x},{y}]]]");
            return ParcelImportTests.Feature($"\"ZDDM\":\"340123001001GB{i:00000}\",\"ZDMC\":\"第{i}号宗地\",\"XZQDM\":\"340123\",\"ZDMJ\":{i * 1.25}", ring);
        });
        const string Crs = "{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::4490\"}}";
        var text = $$"""{"type":"FeatureCollection","crs":{{Crs}},"features":[{{string.Join(',', features)}}]}""";
        var path = _trial.Write("original.geojson", text);
        _ = await _trial.RunAsync(path);
        return (path, await _trial.ParcelsAsync());
    }

    private static void Same(List<Parcel> expected, List<Parcel> actual, double tolerance)
    {
        Assert.Equal(expected.Select(p => (p.Id, p.Name, p.Division)), actual.Select(p => (p.Id, p.Name, p.Division)));
        for (var i = 0; i < expected.Count; i++)
        {
            Assert.Equal(expected[i].Facts.Find("宗地面积")?.Value.GetValue<decimal>(), actual[i].Facts.Find("宗地面积")?.Value.GetValue<decimal>());
            Assert.Equal(4490, actual[i].Shape.SRID);
            Assert.True(expected[i].Shape.Normalized().EqualsExact(actual[i].Shape.Normalized(), tolerance), $"{expected[i].Shape} {actual[i].Shape}");
        }
    }

    private static void Ogr(string[] arguments)
    {
        var start = new ProcessStartInfo("ogr2ogr") { RedirectStandardError = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!; // throws when it cannot start
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors);
    }
}
