using Huodi.Domain.Codes;
using Xunit;

namespace Huodi.Domain.Tests.Codes;

public sealed class LandCodeTests
{
    /// <summary>GB/T 37346, A.2.1: 国有建设用地使用权宗地（地表）, county 340123, area 2, sub-area 4, serial 11.</summary>
    [Fact]
    public void ParcelCode_OfTheStandardsExample_GivesItsParts()
    {
        Assert.True(ParcelCode.TryParse("340123002004GB00011", out var code));

        Assert.Equal((DivisionCode.Parse("340123"), "002", "004", "GB", "00011"), (code.Division, code.CadastralArea, code.CadastralSubarea, code.Feature, code.Serial));
        Assert.Equal(("国家土地所有权", "建设用地使用权宗地（地表）"), (code.Owner, code.Right));
    }

    [Theory]
    [InlineData("340123002004GB0001", "应为 19 位，实为 18 位")]
    [InlineData("040123002004GB00011", "不是行政区划代码")]
    [InlineData("340123002A04GB00011", "地籍区")]
    [InlineData("340123002004KB00011", "所有权类型 G、J 或 Z")]
    [InlineData("340123002004G100011", "使用权类型的大写字母")]
    [InlineData("340123002004GB0001A", "数字顺序号")]
    [InlineData("", "为空")]
    [InlineData(null, "为空")]
    public void ParcelCode_OfAnythingElse_SaysWhy(string? text, string why)
    {
        Assert.False(ParcelCode.TryParse(text, out _));
        Assert.Contains(why, ParcelCode.Explain(text), StringComparison.Ordinal);
    }

    [Fact]
    public void ParcelCode_WithALetterNotInTheList_IsReadAndLeftUnexplained()
    {
        Assert.True(ParcelCode.TryParse("340123002004GN00011", out var code));
        Assert.Null(code.Right);
    }

    [Theory]
    [InlineData("340123002004GB00011W00000000", "无定着物")]
    [InlineData("340123002004GB00011F00010001", "房屋等建筑物、构筑物")]
    [InlineData("340123 002004 GB00011 F00010001", "房屋等建筑物、构筑物")]
    public void RealEstateUnitNumber_OfAGoodOne_GivesItsParcel(string text, string fixture)
    {
        Assert.True(RealEstateUnitNumber.TryParse(text, out var number));

        Assert.Equal("340123002004GB00011", number.Parcel.ToString());
        Assert.Equal(fixture, number.Fixture);
    }

    [Theory]
    [InlineData("340123002004GB00011F0001000", "应为 28 位（6+3+3+2+5+1+8），实为 27 位")]
    [InlineData("340123002004GB00011K00010001", "定着物特征码")]
    [InlineData("340123002004GB00011W00010001", "无定着物时末九位应为 W00000000")]
    [InlineData("340123002004GB00011F0001000A", "应为数字")]
    [InlineData("340123002004XB00011F00010001", "前 19 位不是宗地代码")]
    public void RealEstateUnitNumber_OfAnythingElse_SaysWhy(string text, string why)
    {
        Assert.False(RealEstateUnitNumber.TryParse(text, out _));
        Assert.Contains(why, RealEstateUnitNumber.Explain(text), StringComparison.Ordinal);
    }

    /// <summary>Codes of well-known listed companies, their check characters computed apart with Python by GB 32100.</summary>
    [Theory]
    [InlineData("91350100M000100Y43")]
    [InlineData("914403001922038216")]
    [InlineData("91110000802100433B")]
    [InlineData("91330106673959654P")]
    public void SocialCreditCode_OfAGoodOne_Checks(string text)
    {
        Assert.True(SocialCreditCode.TryParse(text, out var code));
        Assert.True(code.HasGoodCheck);
    }

    [Fact]
    public void SocialCreditCode_WithAnotherLastCharacter_IsReadAndDoubted()
    {
        Assert.True(SocialCreditCode.TryParse("91110000802100433C", out var code));
        Assert.False(code.HasGoodCheck);
        Assert.Equal('B', code.ExpectedCheck);
    }

    [Theory]
    [InlineData("9111000080210043", "应为 18 位")]
    [InlineData("9111000080210043IB", "不用 I、O、S、V、Z")]
    [InlineData("91A10000802100433B", "登记管理机关")]
    public void SocialCreditCode_OfAnythingElse_SaysWhy(string text, string why)
    {
        Assert.False(SocialCreditCode.TryParse(text, out _));
        Assert.Contains(why, SocialCreditCode.Explain(text), StringComparison.Ordinal);
    }

    /// <summary>GB/T 21010-2017: 12 classes of the first level, 73 of the second.</summary>
    [Fact]
    public void LandUseVersion_OfTheSurvey_HoldsAllItsClasses()
    {
        var version = LandUseVersion.Find("GB/T 21010-2017")!;

        Assert.True(version.IsComplete);
        Assert.Equal((12, 73, 0), (Of(2), Of(4), Of(6)));

        int Of(int length) => version.Classes.Keys.Count(k => k.Length == length);
    }

    [Fact]
    public void LandUseClass_WithItsVersion_IsRead()
    {
        Assert.True(LandUseClass.TryParse("0601", LandUseVersion.Find("GB/T 21010-2017")!, out var survey));
        Assert.True(LandUseClass.TryParse("0601", LandUseVersion.Find("用地用海分类 2023")!, out var plan));

        Assert.Equal(("工业用地", "农村道路"), (survey.Name, plan.Name));
    }

    [Theory]
    [InlineData("GB/T 21010-2017", "0608", false)]
    [InlineData("用地用海分类 2023", "250101", false)]
    [InlineData("用地用海分类 2023", "070", false)]
    [InlineData("用地用海分类 2023", "220199", true)] // the list may lack it: cannot be decided
    [InlineData("用地用海分类 2020", "0601", true)]
    public void LandUseClass_ThatTheListLacks_IsWrongOnlyWhereTheListIsComplete(string version, string code, bool read)
    {
        Assert.Equal(read, LandUseClass.TryParse(code, LandUseVersion.Find(version)!, out var found));
        if (found is not null) Assert.False(found.IsKnown);
    }
}
