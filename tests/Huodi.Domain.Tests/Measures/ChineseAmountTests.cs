using Huodi.Domain.Measures;
using Xunit;

namespace Huodi.Domain.Tests.Measures;

public sealed class ChineseAmountTests
{
    // The examples of 《正确填写票据和结算凭证的基本规定》, and figures worked out by its rules.
    [Theory]
    [InlineData("1409.50", "壹仟肆佰零玖元伍角整")]
    [InlineData("6007.14", "陆仟零柒元壹角肆分")]
    [InlineData("1680.32", "壹仟陆佰捌拾元叁角贰分")]
    [InlineData("107000.53", "壹拾万柒仟元伍角叁分")]
    [InlineData("16409.02", "壹万陆仟肆佰零玖元零贰分")]
    [InlineData("325.04", "叁佰贰拾伍元零肆分")]
    [InlineData("600000.00", "陆拾万元整")]
    [InlineData("17640000", "壹仟柒佰陆拾肆万元整")]
    [InlineData("100000000", "壹亿元整")]
    [InlineData("100000001", "壹亿零壹元整")]
    [InlineData("100040000", "壹亿零肆万元整")]
    [InlineData("2000000000000.10", "贰万亿元壹角整")]
    [InlineData("0.05", "伍分")]
    [InlineData("0", "零元整")]
    [InlineData("-1.20", "负壹元贰角整")]
    public void Of_Amount_IsWrittenInCapitals(string yuan, string expected) =>
        Assert.Equal(expected, ChineseAmount.Of(new Money(decimal.Parse(yuan, System.Globalization.CultureInfo.InvariantCulture))));

    [Fact]
    public void Of_MoreThanHasAName_IsRefused() =>
        Assert.Equal("MONEY_OVERFLOW", Assert.Throws<DomainException>(() => ChineseAmount.Of(new Money(1_0000_0000_0000_0000m))).Code);
}
