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
    public async Task Case_WhereTwoRulesDisagree_ShowsBothWithLinksAndReceipts()
    {
        var cases = SampleCity.Policies.Packages.Single(p => p.Id == "dalian-2025").Cases.ToList();
        var number = cases.FindIndex(c => c.Decision == "DL-19/延期最迟日期" && c.Title == "总共两年") + 1;

        var page = await web.Http.PageAsync($"/policies/dalian-2025/cases/{number}");
        var text = Html.Text(page);

        // Signed 2025-09-10: two years are 2027-09-10, the sixtieth day after it is 2025-11-09.
        Assert.Contains("2027年9月10日", text, StringComparison.Ordinal);
        Assert.Contains("与另一现行规定不一致，两者并列，没有取舍", text, StringComparison.Ordinal);
        Assert.Contains("2025年11月9日", text, StringComparison.Ordinal);
        Assert.Contains("/policies/cn-grant#CN-GRANT-14", Html.Addresses(page));
    }

    [Theory]
    [InlineData("/policies/dalian-2025/cases/0")]
    [InlineData("/policies/dalian-2025/cases/999999")]
    [InlineData("/policies/nothing/cases/1")]
    public async Task Case_Unknown_IsAChinesePage(string address)
    {
        using var response = await web.Http.GetAsync(new Uri(address, UriKind.Relative));

        Assert.Equal(System.Net.HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("回到地图", Html.Text(await response.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Policy_DateThatIsAnInference_IsMarkedWhereverItShows()
    {
        var package = SampleCity.Policies.Packages.Single(p => p.Id == "urumqi-2025-draft");
        var law = Html.Text(await web.Http.PageAsync("/policies/urumqi-2025-draft"));
        var number = package.Cases.ToList().FindIndex(c => c.Decision == "WL-C1/当年更新申请期限" && c.Hypothetical) + 1;
        var answer = Html.Text(await web.Http.PageAsync($"/policies/urumqi-2025-draft/cases/{number}"));

        Assert.Contains("来源脱字，作“每年31日前”；补为3月1日是推定，须以原件核对", law, StringComparison.Ordinal);
        Assert.Contains("补为3月1日是推定，须以原件核对", law[law.IndexOf("文本来源", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Contains("3月1日是推定，须以原件核对后再用", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Policy_Conflicts_AreNamedBesideTheDecisionThatDeclaresThem()
    {
        var page = await web.Http.PageAsync("/policies/dalian-2025");

        Assert.Contains("规定不一致：", Html.Text(page), StringComparison.Ordinal);
        Assert.Contains("/policies/cn-grant#CN-GRANT-14", Html.Addresses(page));
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
