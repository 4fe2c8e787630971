using System.Diagnostics;
using System.Text.RegularExpressions;
using Huodi.App.Imports;
using Huodi.Formats.Files;
using Huodi.Formats.Sources.Gdal;
using Huodi.Formats.Tests.Imports;

namespace Huodi.Formats.Tests.BadFiles;

/// <summary>Every bad file gives its diagnostic, leaves nothing half imported, and takes bounded memory; <c>docs/bad-files.md</c> lists them as they are.</summary>
public sealed partial class BadFileTests
{
    private const long MostMemory = 2L << 30;

    public static TheoryData<string> Names => [.. Catalogue.All.Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Import_BadFile_GivesItsDiagnosticAndKeepsNothingHalf(string name)
    {
        var file = Catalogue.All.Single(f => f.Name == name);
        Assert.SkipWhen(file.NeedsGdal && !GdalTools.IsThere, "needs GDAL's ogr2ogr");
        using var trial = new ImportTrial();
        var path = file.Make(trial.Folder);
        var before = Directory.GetFileSystemEntries(trial.Folder).Length;

        var (found, added) = await FindAsync(trial, path);

        Assert.True(found.Any(d => d.Code == file.Code), $"{file.Code} expected, found {string.Join("; ", found.Select(d => $"{d.Code}：{d.Message}"))}");
        Assert.All(found, d => Sample.Complete(d));
        Assert.Equal(file.Kept, added);
        Assert.Equal(file.Kept, (await trial.ParcelsAsync()).Count);
        Assert.Equal(before, Directory.GetFileSystemEntries(trial.Folder).Length); // what was unpacked or converted is gone
        Assert.True(Process.GetCurrentProcess().PeakWorkingSet64 < MostMemory, $"{Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB");
        var message = found.First(d => d.Code == file.Code).Message;
        Assert.Contains($"| {file.Name} | {file.What} | `{file.Code}` | {Row(message)}", Document(file, message), StringComparison.Ordinal);
    }

    [Fact]
    public void Catalogue_NamesEveryFileOnce()
    {
        Assert.True(Catalogue.All.Count >= 40);
        Assert.Equal(Catalogue.All.Count, Catalogue.All.Select(f => f.Name).Distinct().Count());
    }

    [Fact]
    public async Task Import_UnreadableFile_IsNamed()
    {
        Assert.SkipWhen(Environment.UserName == "root", "the system's administrator may read everything");
        if (OperatingSystem.IsWindows()) return; // has no such mode
        using var trial = new ImportTrial();
        var path = trial.Write("不许读.geojson", "{}");
        File.SetUnixFileMode(path, UnixFileMode.None);

        Assert.Equal("FILE_ACCESS", (await trial.RefusalAsync(trial.Job(path))).Code);
    }

    [Theory]
    [InlineData("带 空格 和 ' \" 引号.geojson")]
    [InlineData("$(touch x); 合肥 & 大连.geojson")]
    [InlineData("-f GPKG.geojson")]
    public async Task Import_AwkwardName_IsOnlyAName(string name)
    {
        using var trial = new ImportTrial();

        var report = await trial.RunAsync(trial.Write(name, $$"""{"type":"FeatureCollection","features":[{{ParcelImportTests.Feature("\"宗地代码\":\"A\",\"行政区划代码\":\"340111\"")}}]}"""));

        Assert.Equal((1, name), (report.Added, report.File));
    }

    private static async Task<(IReadOnlyList<ImportDiagnostic> Found, int Added)> FindAsync(ImportTrial trial, string path)
    {
        // Reasons row by row of a file without a good one are told before it is refused; a dry run lists them.
        try
        {
            var report = await trial.RunAsync(path);
            return ([.. report.Refused.SelectMany(r => r.Diagnostics), .. report.Warnings], report.Added);
        }
        catch (FileRefusedException refused)
        {
            return ([refused.Diagnostic, .. trial.Told.Select(Rejection).OfType<ImportDiagnostic>()], 0);
        }
    }

    private static ImportDiagnostic? Rejection(string line) => Told().Match(line) is { Success: true } told
        ? new(1, "", told.Groups[1].Value, ImportSeverity.Error, told.Groups[2].Value, told.Groups[3].Value)
        : null;

    /// <summary>The documentation; written anew where the environment asks for it.</summary>
    private static string Document(BadFile file, string message)
    {
        var rows = Path.Combine(AppContext.BaseDirectory, "bad-files");
        if (Environment.GetEnvironmentVariable("HUODI_WRITE_BAD_FILES") is { Length: > 0 })
        {
            _ = Directory.CreateDirectory(rows);
            var at = Catalogue.All.ToList().IndexOf(file);
            File.WriteAllText(Path.Combine(rows, $"{at:000}"), $"| {file.Name} | {file.What} | `{file.Code}` | {Row(message)} |\n");
            return File.ReadAllText(Path.Combine(rows, $"{at:000}"));
        }

        return File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "bad-files.md"));
    }

    /// <summary>The message as the table has it: without what differs between machines, which stands in brackets.</summary>
    private static string Row(string message) => Bracket().Replace(message, "").Replace(Path.GetTempPath(), "…/", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal) is var text
        ? Folder().Replace(text, "…/")
        : "";

    [GeneratedRegex(@"　([A-Z_]+)：(.*)　建议：(.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Told();

    [GeneratedRegex(@"（[^（）]*(?:（[^（）]*）[^（）]*)*）", RegexOptions.CultureInvariant)]
    private static partial Regex Bracket();

    [GeneratedRegex(@"…/huodi-import-[A-Za-z0-9]+/", RegexOptions.CultureInvariant)]
    private static partial Regex Folder();
}
