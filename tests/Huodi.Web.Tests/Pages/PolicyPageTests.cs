using Huodi.Web.Tests.Fixture;

namespace Huodi.Web.Tests.Pages;

public sealed class PolicyPageTests(RunningWeb web)
{
    [Fact]
    public async Task Policies_ListsEveryPackageWithItsStatus()
    {
        var page = await web.Http.PageAsync("/policies");

        Assert.All(SampleCity.Policies.Packages, p => Assert.Contains($"/policies/{p.Id}", Html.Addresses(page)));
        Assert.Contains("现行有效", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Policy_EveryArticle_HasItsAnchorAndItsWords()
    {
        foreach (var package in SampleCity.Policies.Packages)
        {
            var page = await web.Http.PageAsync($"/policies/{package.Id}");
            var text = Html.Text(page);

            foreach (var article in package.Articles)
            {
                Assert.Contains($"id=\"{article.Id}\"", page, StringComparison.Ordinal);
                foreach (var line in article.Words.Split('\n').Where(l => l.Length > 0 && l[0] != '|'))
                    Assert.Contains(string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), text, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Policy_TableDecision_IsARealTable()
    {
        var page = await web.Http.PageAsync("/policies/dalian-2025");

        Assert.Contains("<th scope=\"col\">建筑面积(万平方米)</th>", page, StringComparison.Ordinal);
        Assert.Contains("<td>[8..15]</td>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Policy_Cases_AreRunAndShown()
    {
        var package = SampleCity.Policies.Packages.Single(p => p.Id == "dalian-2025");
        var text = Html.Text(await web.Http.PageAsync("/policies/dalian-2025"));

        Assert.NotEmpty(package.Cases);
        Assert.Contains($"算例 {package.Cases.Count} 个，全部与法条应有的答案一致", text, StringComparison.Ordinal);
        Assert.All(package.Cases, c => Assert.Contains(c.Source, text, StringComparison.Ordinal));
    }
}
