using Huodi.Domain.Measures;
using Xunit;

namespace Huodi.Domain.Tests.Measures;

public sealed class AreaTests
{
    [Fact]
    public void Units_OfAnArea_AreExact()
    {
        var area = new Area(12_345.67m);

        Assert.Equal(18.518505m, area.Mu);
        Assert.Equal(1.234567m, area.Hectares);
        Assert.Equal(1_234_567, area.Hundredths);
        Assert.Equal(area, Area.FromHundredths(1_234_567));
    }

    [Fact]
    public void FromHectares_OfASourceFigure_IsExact()
    {
        Assert.Equal(714.0000m, Area.FromHectares(0.071400m).SquareMetres);
    }

    [Fact]
    public void Construction_OfLessThanZero_Refuses()
    {
        Assert.Equal("AREA_NEGATIVE", Assert.Throws<DomainException>(() => new Area(-0.01m)).Code);
    }

    [Fact]
    public void Hundredths_OfAFinerArea_Refuses()
    {
        Assert.Equal("AREA_PRECISION", Assert.Throws<DomainException>(() => new Area(1.005m).Hundredths).Code);
    }

    [Theory]
    [InlineData("92233720368547758.08")]
    [InlineData("79228162514264337593543950335")]
    public void Hundredths_OfMoreThanTheStoreHolds_Refuses(string squareMetres)
    {
        var area = new Area(decimal.Parse(squareMetres, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal("AREA_OVERFLOW", Assert.Throws<DomainException>(() => area.Hundredths).Code);
    }

    [Fact]
    public void Hundredths_OfTheLargestArea_Fits()
    {
        Assert.Equal(long.MaxValue, new Area(92_233_720_368_547_758.07m).Hundredths);
    }

    [Fact]
    public void Comparison_OfTwoAreas_IsByExtent()
    {
        Assert.True(new Area(1) < new Area(2) && new Area(2) >= new Area(2.00m));
    }
}
