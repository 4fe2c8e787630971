using Huodi.Policies.Exporting;
using Huodi.Rules;

namespace Huodi.Policies.Tests;

public sealed class DmnExportTests
{
    public static TheoryData<string> Packages => [.. CarriedPolicies.Library.Packages.Where(p => p.Decisions.Any()).Select(p => p.Id)];

    [Theory]
    [MemberData(nameof(Packages))]
    public void Model_OfEachPackage_IsReadBackAndCompiles(string package)
    {
        var text = DmnWriter.Write(DmnExport.Model(CarriedPolicies.Library, package), DmnVersion.V13);

        var read = DmnReader.Read(new StringReader(text));

        Assert.True(read.Succeeded, string.Join('\n', read.Diagnostics.Select(d => d.Message)));
        var compiled = DmnCompiler.Compile(read.Value!, []);
        Assert.True(compiled.Succeeded, string.Join('\n', compiled.Diagnostics.Select(d => d.Message)));
    }

    [Theory]
    [InlineData("公建", 80000, 4)]
    [InlineData("住宅", 1, 3)]
    [InlineData("工业", 100000.01, 4)]
    public void Model_OfDalian_GivesTheSameConstructionPeriod(string use, double area, int years)
    {
        var text = DmnWriter.Write(DmnExport.Model(CarriedPolicies.Library, "dalian-2025"), DmnVersion.V13);
        var model = DmnCompiler.Compile(DmnReader.Read(new StringReader(text)).Value!, []).Value!;
        var facts = new Dictionary<string, FeelValue> { ["用途大类"] = FeelValue.Of(use), ["建筑面积"] = FeelValue.Of((decimal)area), ["仓储用地工期类别"] = FeelValue.Null };

        var answer = model.Evaluate("建设工期", facts);

        Assert.Equal(FeelValue.Of(years), answer.Value);
    }
}
