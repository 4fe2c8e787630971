using System.Text;
using System.Text.Json.Nodes;
using Huodi.Domain.Codes;
using Huodi.Domain.Facts;
using Huodi.Domain.Parcels;
using Huodi.Domain.Quality;
using NetTopologySuite.Geometries;
using Xunit;

namespace Huodi.Domain.Tests.Quality;

public sealed class ParcelCheckTests
{
    [Fact]
    public void CodeCheck_OfGoodCodes_FindsNothing() => Assert.Empty(Check(
        ("宗地代码", "340111001001GB00001"), ("不动产单元号", "340111001001GB00001W00000000"), ("电子监管号", "3401112007B00795"), ("统一社会信用代码", "91110000802100433B")));

    [Theory]
    [InlineData("宗地代码", "340111001001GB0000", "CODE_PARCEL_FORM")]
    [InlineData("宗地代码", "340111001001GN00001", "CODE_PARCEL_LETTER")]
    [InlineData("宗地代码", "340104001001GB00001", "CODE_PARCEL_DIVISION")]
    [InlineData("不动产单元号", "340111", "CODE_UNIT_FORM")]
    [InlineData("不动产单元号", "340111001001GB00002W00000000", "CODE_UNIT_PARCEL")]
    [InlineData("电子监管号", "340111B00795", "CODE_SUPERVISION_FORM")]
    [InlineData("统一社会信用代码", "123", "CODE_CREDIT_FORM")]
    [InlineData("统一社会信用代码", "91110000802100433C", "CODE_CREDIT_CHECK")]
    [InlineData("行政区划代码", "34011", "CODE_DIVISION_FORM")]
    public void CodeCheck_OfABadCode_WarnsAndNeverRefuses(string fact, string value, string code)
    {
        (string, string)[] facts = fact == "宗地代码" ? [(fact, value)] : [("宗地代码", "340111001001GB00001"), (fact, value)];

        var found = Assert.Single(Check(facts));

        Assert.Equal((code, QualitySeverity.Warning), (found.Code, found.Severity));
        Assert.Contains(value, found.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0601", "GB/T 21010-2017", null)] // 工业用地
    [InlineData("0601", "用地用海分类 2023", null)] // 农村道路
    [InlineData("100101", "用地用海分类 2023", null)]
    [InlineData("0601", null, "CODE_LAND_USE_EDITION")]
    [InlineData("0601", "2023", "CODE_LAND_USE_EDITION")]
    [InlineData("0601", "用地用海分类 2020", "CODE_LAND_USE_UNDECIDED")] // its list is not carried
    [InlineData("220199", "用地用海分类 2023", "CODE_LAND_USE_UNDECIDED")]
    [InlineData("9901", "GB/T 21010-2017", "CODE_LAND_USE_FORM")]
    [InlineData("2501", "用地用海分类 2023", "CODE_LAND_USE_FORM")] // there is no class 25
    [InlineData("060", null, "CODE_LAND_USE_FORM")]
    [InlineData("工业", "用地用海分类 2023", "CODE_LAND_USE_FORM")]
    public void CodeCheck_OfALandUseClass_GoesByItsEditionAndNeverGuesses(string code, string? edition, string? expected)
    {
        (string, string)[] facts = [("宗地代码", "340111001001GB00001"), ("用地用海分类代码", code)];

        var found = Check(edition is null ? facts : [.. facts, ("用地用海分类版本", edition)]);

        Assert.Equal(expected, found.SingleOrDefault()?.Code);
    }

    [Fact]
    public void CodeCheck_OfALandUseClassWithoutEdition_SaysWhatItWouldBeInEach()
    {
        var message = Assert.Single(Check(("宗地代码", "340111001001GB00001"), ("用地用海分类代码", "0601"))).Message;

        Assert.Contains("GB/T 21010-2017 为“工业用地”", message, StringComparison.Ordinal);
        Assert.Contains("用地用海分类 2023 为“农村道路”", message, StringComparison.Ordinal);
    }

    [Fact]
    public void CodeCheck_WithoutAParcelCode_NotesIt() => Assert.Equal(("CODE_PARCEL_MISSING", QualitySeverity.Note), (Assert.Single(Check()).Code, Check()[0].Severity));

    [Theory]
    [InlineData(10000, 10099.99, false)] // 1 % of the registered area is allowed
    [InlineData(10000, 10100, false)]
    [InlineData(10000, 10100.01, true)]
    [InlineData(10000, 9899.99, true)]
    [InlineData(10, 10.9, false)] // less than 1 ㎡, whatever the share
    [InlineData(0, 50, true)]
    public void AreaCheck_OfTwoAreas_ReportsWhatExceedsBothTolerances(decimal registered, decimal measured, bool reported) =>
        Assert.Equal(reported, new AreaCheck(QualityProfile.Default).Check(registered, measured) is not null);

    [Fact]
    public void AreaCheck_WithoutARegisteredArea_SaysThatItCannotCompare() =>
        Assert.Equal("AREA_MISSING", new AreaCheck(QualityProfile.Default).Check(null, 5)!.Code);

    [Fact]
    public void QualityProfile_OfACity_ChangesWhatItNames()
    {
        var profile = Read("""{"note":"","settings":{"areaDifferenceShare":{"value":0.05,"unit":"比例","about":"","source":"某市规程"}}}""");

        Assert.Equal(0.05, profile.AreaDifferenceShare);
        Assert.Equal(QualityProfile.Default.SpikeAngleDegrees, profile.SpikeAngleDegrees);
        Assert.Null(new AreaCheck(profile).Check(10000, 10400));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("""{"settings":{"spikes":{"value":1}}}""")]
    [InlineData("""{"settings":{"maxVertices":{"value":-1}}}""")]
    public void QualityProfile_OfABadFile_IsRefusedWithACode(string json) => Assert.Equal("QUALITY_PROFILE", Assert.Throws<DomainException>(() => Read(json)).Code);

    [Fact]
    public void Kinds_AllTogether_HaveCodesOfTheirOwn()
    {
        string[] codes = [.. ShapeKinds.All.Concat(CodeKinds.All).Concat(NeighbourKinds.All).Select(k => k.Code)];

        Assert.Equal(codes.Length, codes.Distinct().Count());
    }

    private static QualityProfile Read(string json) => QualityProfile.Read(new MemoryStream(Encoding.UTF8.GetBytes(json)));

    private static IReadOnlyList<QualityFinding> Check(params (string Name, string Value)[] facts) => CodeCheck.Check(new Parcel(
        "P1",
        "地块",
        DivisionCode.Parse("340111"),
        new Polygon(new LinearRing([new(117.3, 31.8), new(117.301, 31.8), new(117.301, 31.801), new(117.3, 31.8)])),
        false,
        new FactSheet(facts.Select(f => new RecordedFact(f.Name, JsonValue.Create(f.Value), new FactSource(0, "t", 1, f.Name))))));
}
