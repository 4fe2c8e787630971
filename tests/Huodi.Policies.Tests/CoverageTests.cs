using Huodi.Policies.Checking;

namespace Huodi.Policies.Tests;

public sealed class CoverageTests
{
    [Fact]
    public void Coverage_OfTheCatalogue_LeavesNoRowSilent()
    {
        var rows = PolicyCoverage.Read(CarriedPolicies.Library, CarriedPolicies.Folder);

        Assert.Equal(159, rows.Count);
        Assert.Equal([], rows.Where(r => r.Handling.Length == 0).Select(r => r.Row));
        Assert.True(rows.Count(r => r.Handling == "计算") >= 75);
    }

    [Fact]
    public void Cases_EveryComputedDecision_HasAtLeastThree()
    {
        var cases = CarriedPolicies.Library.Packages.SelectMany(p => p.Cases).CountBy(c => c.Decision).ToDictionary();

        var few = CarriedPolicies.Library.Packages.SelectMany(p => p.Decisions).Select(d => (d.Id, Count: cases.GetValueOrDefault(d.Id))).Where(d => d.Count < 3);

        Assert.Equal([], few);
    }

    [Fact]
    public void StatusPage_IsWhatTheCommandPrints()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Huodi.slnx"))) folder = folder.Parent;

        var made = PolicyCoverage.ToMarkdown(PolicyCoverage.Read(CarriedPolicies.Library, CarriedPolicies.Folder));

        Assert.Equal(made, File.ReadAllText(Path.Combine(folder.FullName, "docs", "policies-status.md")));
    }
}
