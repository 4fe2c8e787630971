namespace Huodi.Rules.Tests.Dmn;

/// <summary>The official compatibility tests, where they are at hand: <c>HUODI_TCK</c>, or <c>../shared/dmn-tck</c> beside the checkout.</summary>
public sealed class TckTests
{
    [Fact]
    public void ComplianceCases_AtLeast3370_Pass()
    {
        var directory = Find();
        Assert.SkipWhen(directory is null, "dmn-tck: neither HUODI_TCK nor ../shared/dmn-tck exists");

        var results = TckRunner.Run(directory!, TestContext.Current.CancellationToken) // skipped above where null
            .Where(r => r.File.StartsWith("compliance", StringComparison.Ordinal) || r.File.Contains("/compliance", StringComparison.Ordinal))
            .ToList();

        var cases = results.GroupBy(r => (r.File, r.Case)).ToList();
        var passed = cases.Count(c => c.All(r => r.Passed));
        TestContext.Current.SendDiagnosticMessage($"TCK: {passed} of {cases.Count} cases pass");
        if (Environment.GetEnvironmentVariable("HUODI_TCK_REPORT") is { } report)
        {
            File.WriteAllLines(report, results.Where(r => !r.Passed).Select(r => $"{r.File}\t{r.Case}\t{r.Node}\t{r.Expected}\t{r.Actual}"));
        }

        Assert.Equal(3391, cases.Count);
        Assert.True(passed >= 3370, $"{passed} of {cases.Count} cases pass");
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("HUODI_TCK") is { Length: > 0 } given && Directory.Exists(given)) return given;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared", "dmn-tck", "TestCases");
            if (Directory.Exists(candidate)) return candidate;
        }

        return null;
    }
}
