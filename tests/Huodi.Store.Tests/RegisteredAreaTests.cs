using System.Text.Json.Nodes;
using Huodi.App.Stores;
using Xunit;

namespace Huodi.Store.Tests;

public sealed class RegisteredAreaTests
{
    [Theory]
    [InlineData("1234.56", 123456L)]
    [InlineData("1234.565", 123457L)]
    [InlineData("1e3", 100000L)]
    [InlineData("0", 0L)]
    [InlineData("-1", null)]
    [InlineData("1e20", null)]
    [InlineData("1e300", null)]
    [InlineData("\"100\"", null)]
    public void Hundredths_OfARegisteredArea_IsToTheNearestOrUnknown(string json, long? hundredths)
    {
        Assert.Equal(hundredths, RegisteredArea.Hundredths(Land.Facts(1, ("宗地面积", JsonNode.Parse(json)!))));
    }

    [Fact]
    public void Hundredths_OfNoFact_IsUnknown() => Assert.Null(RegisteredArea.Hundredths(Land.Facts(1)));
}
