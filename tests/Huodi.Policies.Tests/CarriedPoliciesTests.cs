using Huodi.Policies.Checking;

namespace Huodi.Policies.Tests;

public sealed class CarriedPoliciesTests
{
    public static TheoryData<string> Packages => [.. CarriedPolicies.Library.Packages.Select(p => p.Id)];

    [Fact]
    public void Check_CarriedPolicies_FindsNoError()
    {
        var errors = CarriedPolicies.Loaded.Diagnostics.Concat(PolicyCheck.Run(CarriedPolicies.Library)).Where(d => d.IsError);

        NothingIn(errors);
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void RunCases_OfEachPackage_GiveWhatTheLawGives(string id)
    {
        var package = CarriedPolicies.Library.Packages.Single(p => p.Id == id);

        var failed = CarriedPolicies.Library.RunCases(package).Where(r => !r.Passed)
            .Select(r => $"{r.Case.Source} {r.Case.Title}: 应得 {r.Case.Expected}，实得 {r.Actual}");

        NothingIn(failed);
        Assert.NotEmpty(package.Cases);
    }

    [Fact]
    public void Cases_OfEachDecision_AreAtLeastThree()
    {
        var cases = CarriedPolicies.Library.Packages.SelectMany(p => p.Cases).CountBy(c => c.Decision).ToDictionary();

        var few = CarriedPolicies.Library.Packages.SelectMany(p => p.Decisions)
            .Where(d => d.Id.Split('/')[^1] is not ("未动工满一年" or "中止开发满一年" or "可置换土地" or "工期用途类别" or "开工截止日" or "竣工截止日"))
            .Where(d => cases.GetValueOrDefault(d.Id) < 3)
            .Select(d => d.Id);

        NothingIn(few);
    }

    private static void NothingIn<T>(IEnumerable<T> problems)
    {
        var text = string.Join('\n', problems);
        Assert.True(text.Length == 0, text);
    }
}
