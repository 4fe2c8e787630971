using Huodi.Policies.Explaining;
using Huodi.Web.Policies;

namespace Huodi.Web.Tests.Drawing;

public sealed class LawPartsTests
{
    [Fact]
    public void Of_WordsWithATable_KeepsTheOrder()
    {
        var parts = LawParts.Of("前段\n| 类别 | 工期 |\n|---|---|\n| 住宅 | 3年 |\n| | 4年 |\n|\n后段");

        Assert.Equal(["前段", null, "后段"], parts.Select(p => p.Paragraph));
        Assert.Equal([["类别", "工期"], ["住宅", "3年"], ["", "4年"]], parts[1].Rows);
    }

    [Theory]
    [InlineData("不成立（已开工 = 是）", "不成立", "", "已开工 = 是")]
    [InlineData("出让价款总额 * 0.2 = 20（出让价款总额 = 100）", "20", "出让价款总额 * 0.2", "出让价款总额 = 100")]
    [InlineData("成立（闲置满一年 = duration(\"P1Y\")）", "成立", "", "闲置满一年 = 1年")]
    [InlineData("缺已开工", "缺已开工", "", "")]
    [InlineData("", "", "", "")]
    [InlineData("（全文在括号里）", "（全文在括号里）", "", "")]
    public void ReasonResult_Of_TakesApartWhatItCan(string result, string came, string formula, string values) =>
        Assert.Equal(new ReasonResult(came, formula, values), ReasonResult.Of(result));
}
