using System.Globalization;
using Huodi.Domain.Measures;
using Xunit;

namespace Huodi.Domain.Tests.Measures;

public sealed class MoneyTests
{
    [Theory]
    [InlineData("0.005", 1)]
    [InlineData("-0.005", -1)]
    [InlineData("0.00499999", 0)]
    [InlineData("2.345", 235)]
    [InlineData("600000", 60_000_000)]
    public void RoundToCents_OfAnAmount_RoundsAHalfAwayFromZero(string yuan, long cents)
    {
        var money = new Money(decimal.Parse(yuan, CultureInfo.InvariantCulture));

        Assert.Equal(cents, money.RoundToCents().Cents);
        Assert.Equal(Money.FromCents(cents), money.RoundToCents());
    }

    [Fact]
    public void Cents_OfAnAmountNotRounded_Refuses()
    {
        Assert.Equal("MONEY_PRECISION", Assert.Throws<DomainException>(() => new Money(0.005m).Cents).Code);
    }

    [Theory]
    [InlineData("92233720368547758.08")]
    [InlineData("-79228162514264337593543950335")]
    public void Cents_OfMoreThanTheStoreHolds_Refuses(string yuan)
    {
        Assert.Equal("MONEY_OVERFLOW", Assert.Throws<DomainException>(() => new Money(decimal.Parse(yuan, CultureInfo.InvariantCulture)).Cents).Code);
    }

    [Fact]
    public void Comparison_OfTwoAmounts_IsByValue()
    {
        Assert.True(new Money(-1) < new Money(0.01m) && new Money(1.10m) <= new Money(1.1m));
    }
}
