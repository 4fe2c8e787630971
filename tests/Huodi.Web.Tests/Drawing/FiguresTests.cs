using System.Text.Json.Nodes;
using Huodi.Policies.Explaining;

namespace Huodi.Web.Tests.Drawing;

public sealed class FiguresTests
{
    [Theory]
    [InlineData("600000.00", "元", "600,000.00 元（60 万元）")]
    [InlineData("9999.99", "元", "9,999.99 元")]
    [InlineData("-12600000", "元", "-12,600,000 元（-1,260 万元）")]
    [InlineData("26666.67", "㎡", "26,666.67 ㎡（40 亩）")]
    [InlineData("0", "㎡", "0 ㎡")]
    [InlineData("0.0002", "每日", "0.0002 每日")]
    [InlineData("3", "年", "3 年")]
    [InlineData("true", null, "是")]
    [InlineData("\"2025-02-28\"", null, "2025年2月28日")]
    [InlineData("\"2025-02-30\"", null, "2025-02-30")]
    [InlineData("[]", null, "无")]
    [InlineData("[\"法定最高年期出让\",\"弹性年期出让\"]", null, "法定最高年期出让；弹性年期出让")]
    [InlineData("{\"原因\":\"疫情\",\"起\":\"2020-05-01\",\"止\":null}", null, "原因：疫情；起：2020年5月1日；止：尚未结束")]
    [InlineData("12345678901234567890.12", "元", "12,345,678,901,234,567,890.12 元（1,234,567,890,123,456.789 万元）")]
    public void Of_ValueAndUnit_KeepsEveryDigit(string json, string? unit, string expected) =>
        Assert.Equal(expected, Figures.Of(JsonNode.Parse(json), unit).Text);

    [Fact]
    public void Of_Nothing_IsUnknown() => Assert.Equal("未知", Figures.Of(null, "元").Text);
}
