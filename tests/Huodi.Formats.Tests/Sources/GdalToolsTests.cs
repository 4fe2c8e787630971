using Huodi.Formats.Files;
using Huodi.Formats.Sources;
using Huodi.Formats.Sources.Gdal;

namespace Huodi.Formats.Tests.Sources;

/// <summary>What is said when GDAL is not there, too old, too slow, or loses rows. Programs of our own stand in front of the real ones.</summary>
public sealed class GdalToolsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("huodi-gdal-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Fit_WithoutGdal_SaysWhatToInstall()
    {
        var refused = Assert.Throws<FileRefusedException>(() => GdalTools.Fit(GdalTools.Find(_folder)));

        Assert.Equal("GDAL_MISSING", refused.Diagnostic.Code);
        Assert.Contains("gdal-bin", refused.Diagnostic.Suggestion, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_OfAnOldGdal_SaysWhichIsNeeded()
    {
        Script("ogr2ogr", "echo 'GDAL 3.0.4, released 2020/01/28'");

        var refused = Assert.Throws<FileRefusedException>(() => GdalTools.Fit(GdalTools.Find(_folder)));

        Assert.Equal("GDAL_OLD", refused.Diagnostic.Code);
        Assert.Contains("3.0", refused.Diagnostic.Message, StringComparison.Ordinal);
        Assert.Contains("3.4", refused.Diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_ProgramThatIsNoGdal_IsPassedOver()
    {
        Script("ogr2ogr", "echo hello");

        Assert.Null(GdalTools.Find(_folder));
    }

    [Fact]
    public async Task Open_WhenGdalHangs_StopsItInTime()
    {
        Script("ogr2ogr", "echo 'GDAL 3.6.2, released 2023/01/02'");
        Script("ogrinfo", $"echo $$ > '{_folder}/pid'; exec sleep 600");
        var options = SourceOptions.Default with { Limits = ImportLimits.Default with { Conversion = TimeSpan.FromSeconds(2) } };

        var refused = Assert.Throws<FileRefusedException>(() => GdalSource.Open(Tools, Kml(3), "a.kml", [], [], options, CancellationToken.None));

        Assert.Equal("GDAL_TIMEOUT", refused.Diagnostic.Code);
        var pid = (await File.ReadAllTextAsync(Path.Combine(_folder, "pid"), TestContext.Current.CancellationToken)).Trim();
        Assert.False(File.Exists($"/proc/{pid}/exe"), "the program is still running");
    }

    [Fact]
    public void Open_WhenGdalLosesRows_SaysHowMany()
    {
        Real("ogrinfo", "\"$@\"");
        Real("ogr2ogr", "\"$@\" -limit 3");

        using var source = GdalSource.Open(Tools, Kml(5), "a.kml", [], [], SourceOptions.Default, CancellationToken.None);

        var lost = Assert.Single(source.Warnings, w => w.Code == "GDAL_ROWS_LOST");
        Assert.Contains("5 个要素", lost.Message, StringComparison.Ordinal);
        Assert.Contains("2 个没有转换成功", lost.Message, StringComparison.Ordinal);
        Assert.Equal(3, source.Read(CancellationToken.None).Count());
    }

    private GdalTools Tools() => GdalTools.Fit(GdalTools.Find(_folder));

    private void Real(string program, string arguments)
    {
        Assert.SkipUnless(GdalTools.IsThere, "needs GDAL's ogr2ogr");
        // "--version" must be asked without more; everything else goes through with the arguments.
        Script(program, $"case \"$1\" in --version) exec {Programs.Find(program)} --version;; *) exec {Programs.Find(program)} {arguments};; esac");
    }

    private void Script(string name, string text)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a shell");
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, $"#!/bin/sh\n{text}\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private string Kml(int places)
    {
        var path = Path.Combine(_folder, "a.kml");
        var marks = Enumerable.Range(0, places).Select(i => FormattableString.Invariant(
            $"<Placemark><name>p{i}</name><Polygon><outerBoundaryIs><LinearRing><coordinates>117.{i}1,31.8 117.{i}2,31.8 117.{i}2,31.81 117.{i}1,31.8</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>"));
        File.WriteAllText(path, $"<?xml version=\"1.0\" encoding=\"UTF-8\"?><kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><Folder><name>a</name>{string.Concat(marks)}</Folder></Document></kml>");
        return path;
    }
}
