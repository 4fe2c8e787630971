using Huodi.Domain.Codes;
using Xunit;

namespace Huodi.Domain.Tests.Codes;

public sealed class SupervisionNumberTests
{
    [Fact]
    public void Parse_OfAPlainNumber_GivesItsParts()
    {
        var number = SupervisionNumber.Parse("4501262007B00795");

        Assert.Equal(DivisionCode.Parse("450126"), number.Division);
        Assert.Equal((2007, 'B', 795, null), (number.Year, number.Letter, number.Serial, number.Suffix));
        Assert.Equal("4501262007B00795", number.ToString());
    }

    [Fact]
    public void Parse_OfASplitNumber_GivesItsSuffix()
    {
        var number = SupervisionNumber.Parse("3304832007B00137-1");

        Assert.Equal((137, 1), (number.Serial, number.Suffix));
        Assert.NotEqual(SupervisionNumber.Parse("3304832007B00137"), number);
    }

    [Theory]
    [InlineData("4501262007A00795")]
    [InlineData("4206072007C00217")]
    [InlineData("3304832007B00137-12")]
    public void TryParse_OfAnyLetterOrSuffix_Reads(string text)
    {
        Assert.True(SupervisionNumber.TryParse(text, out var number));
        Assert.Equal(text, number.ToString());
    }

    /// <summary>Every number of the 225 published supply results of January and February 2007 that have one.</summary>
    [Fact]
    public void TryParse_OfEveryPublishedNumber_Reads()
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Codes", "supervision-numbers.txt"));

        Assert.Equal(207, lines.Length);
        Assert.All(lines, line => Assert.Equal(line, SupervisionNumber.Parse(line).ToString()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("4501262007B0079")]
    [InlineData("4501262007B007955")]
    [InlineData("4501262007D00795")]
    [InlineData("4501262007b00795")]
    [InlineData("0501262007B00795")]
    [InlineData("4501260000B00795")]
    [InlineData("4501262007B00795-")]
    [InlineData("4501262007B00795-a")]
    [InlineData(" 4501262007B00795")]
    [InlineData("4501262007B00795\n")]
    [InlineData("４501262007B00795")]
    public void TryParse_OfAnythingElse_Refuses(string? text)
    {
        Assert.False(SupervisionNumber.TryParse(text, out _));
        if (text is not null) Assert.Equal("SUPERVISION_NUMBER", Assert.Throws<DomainException>(() => SupervisionNumber.Parse(text)).Code);
    }
}
