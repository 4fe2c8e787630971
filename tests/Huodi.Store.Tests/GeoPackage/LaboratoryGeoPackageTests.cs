using System.ComponentModel;
using System.Diagnostics;
using Huodi.App.Laboratory;
using Huodi.Domain.Codes;
using Huodi.Domain.Facts;
using Huodi.Policies.Answers;
using Huodi.Policies.Loading;
using Huodi.Store.GeoPackage;
using NetTopologySuite.Geometries;
using Xunit;

namespace Huodi.Store.Tests.GeoPackage;

/// <summary>What other programs make of an exported comparison.</summary>
public sealed class LaboratoryGeoPackageTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Ogrinfo_OfAComparison_ReadsChangedParcelsWithTheirColumns()
    {
        var path = await WriteAsync();

        var (summary, errors) = await Ogr.InfoAsync("-al", "-so", path);
        var (all, moreErrors) = await Ogr.InfoAsync("-al", path);

        Assert.Equal(("", ""), (errors, moreErrors));
        Assert.DoesNotContain("Warning", summary + all, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Extent: (121.600000, 38.900000) - (121.602000, 38.902000)", summary, StringComparison.Ordinal);
        Assert.Contains("甲 T-01/费 (String) = 600000.00 元", all, StringComparison.Ordinal);
        Assert.Contains("乙 T-01/费 (String) = 900000.00 元", all, StringComparison.Ordinal);
        Assert.Contains("差额 T-01/费 (Real) = 300000", all, StringComparison.Ordinal);
        Assert.Contains("difference_exact (String) = 300000.00", all, StringComparison.Ordinal);
        Assert.Contains("乙 T-02/\"否\" (String) = 待补充材料（宗地面积）", all, StringComparison.Ordinal);
        Assert.DoesNotContain("T-03", all, StringComparison.Ordinal);
        Assert.Contains("Layer name: changed_grant", summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Qgis_OfAComparison_OpensTheLayerAsValid()
    {
        var path = await WriteAsync();
        const string Script = """
            import sys
            from qgis.core import QgsApplication, QgsVectorLayer
            app = QgsApplication([], False); app.initQgis()
            layer = QgsVectorLayer(sys.argv[1] + '|layername=changed_parcel', 'x', 'ogr')
            feature = next(layer.getFeatures())
            print(layer.isValid(), layer.featureCount(), layer.crs().authid(), feature['差额 T-01/费'], layer.error().message())
            app.exitQgis()
            """;

        var (output, errors) = await PythonAsync(Script, path);

        Assert.StartsWith("True 1 EPSG:4490 300000.0", output.Trim(), StringComparison.Ordinal);
        Assert.DoesNotContain("Warning", errors, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task WriteAsync_StoppedHalfway_LeavesNothing()
    {
        var path = _folder.File("diff.gpkg");

        await Assert.ThrowsAsync<InvalidDataException>(() => LaboratoryGeoPackage.WriteAsync(path, Comparison(), new(new(2026, 3, 1)), DateTimeOffset.UnixEpoch, Broken(), CancellationToken.None));

        Assert.Empty(Directory.EnumerateFiles(Path.GetDirectoryName(path)!)); // A file lies in a folder.

        static async IAsyncEnumerable<SubjectDifference> Broken()
        {
            yield return Parcel();
            await Task.Yield();
            throw new InvalidDataException();
        }
    }

    private async Task<string> WriteAsync()
    {
        var path = _folder.File("diff.gpkg");
        var grant = Parcel() with { Kind = SubjectKind.Grant, Id = "G1", Shape = null };
        await LaboratoryGeoPackage.WriteAsync(path, Comparison(), new(new(2026, 3, 1)), DateTimeOffset.UnixEpoch, new[] { Parcel(), grant }.ToAsyncEnumerable(), CancellationToken.None);
        return path;
    }

    private static SubjectDifference Parcel()
    {
        var pairs = Comparison().Pairs;
        var (from, to) = (Answer("T-01/费", Outcome.Value) with { Value = 600000.00m, Unit = "元" }, Answer("T-01/费", Outcome.Value) with { Value = 900000.00m, Unit = "元" });
        var missing = Answer("T-02/\"否\"", Outcome.NeedsFacts) with { Missing = [new("宗地面积", false, "")] };
        return new(
            SubjectKind.Parcel, "P1", "一号地", DivisionCode.Parse("210202"),
            new Polygon(new LinearRing([new(121.6, 38.9), new(121.602, 38.9), new(121.602, 38.902), new(121.6, 38.902), new(121.6, 38.9)])),
            false,
            [new(pairs[0], from, to, MoneyChange.Of(from, to)), new(pairs[1], Answer("T-02/\"否\"", Outcome.Met), missing, [])]);
    }

    private static PolicyAnswer Answer(string decision, Outcome outcome) =>
        new() { Decision = decision, ArticleId = "T", Article = "第一条", Package = "t", Outcome = outcome, Status = "in-force" };

    /// <summary>A comparison of a small document with itself; only its labels are used.</summary>
    private static PolicyComparison Comparison()
    {
        using var folder = new TempFolder();
        var root = Path.GetDirectoryName(folder.File("x"))!; // As above.
        File.WriteAllText(Path.Combine(root, PolicyFolder.DictionaryName), "- { 名称: 宗地面积, 英文: parcelArea, 类型: number, 主体: 宗地, 由来: 记录, 部门: 局 }\n");
        File.WriteAllText(Path.Combine(root, "units.yaml"), "元: { 万元: 0.0001 }\n");
        Directory.CreateDirectory(Path.Combine(root, "t"));
        var decisions = string.Join("\n\n", new[] { "T-01/费", "T-02/\"否\"", "T-03/同" }.Select((id, i) => $"```决策\n编号: '{id}'\n名称: 决策{i}\n结果: 宗地面积\n```"));
        File.WriteAllText(Path.Combine(root, "t", "policy.md"), $"---\nid: t\ntitle: 试验\nissuer: 市\nstatus: in-force\nregion: 210200\n---\n\n## 第一条 试 {{#T-00}}\n\n> 文。\n\n{decisions}\n");
        var loaded = PolicyFolder.Load(root);
        Assert.False(loaded.HasErrors, string.Join('\n', loaded.Diagnostics));
        var side = new PolicySide("t", loaded.Library, loaded.Library.Packages);
        return PolicyComparison.Of(side, side);
    }

    private static async Task<(string Output, string Errors)> PythonAsync(string script, string argument)
    {
        const string OfTheSystem = "/usr/bin/python3"; // QGIS comes with the system's Python, which need not be the first on the path.
        var start = new ProcessStartInfo(File.Exists(OfTheSystem) ? OfTheSystem : "python3") { RedirectStandardOutput = true, RedirectStandardError = true, ArgumentList = { "-c", script, argument } };
        start.Environment["QT_QPA_PLATFORM"] = "offscreen";
        try
        {
            using var process = Process.Start(start) ?? throw new InvalidOperationException();
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();
            if ((await errors).Contains("No module named 'qgis'", StringComparison.Ordinal)) Assert.Skip("需要 QGIS 的 Python：apt-get install python3-qgis");
            return (await output, await errors);
        }
        catch (Win32Exception)
        {
            Assert.Skip("需要 Python：apt-get install python3-qgis");
            throw;
        }
    }
}
