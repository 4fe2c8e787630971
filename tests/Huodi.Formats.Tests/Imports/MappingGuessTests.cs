using Huodi.Formats.Mappings;
using Huodi.Formats.Sources;

namespace Huodi.Formats.Tests.Imports;

public sealed class MappingGuessTests
{
    private static readonly MappingGuess Guess = new(ImportTrial.Dictionary);

    [Theory]
    [InlineData("宗地面积", "宗地面积", null)]
    [InlineData("宗地面积（亩）", "宗地面积", "亩")]
    [InlineData("宗地面积(公顷)", "宗地面积", "公顷")]
    [InlineData("ＺＤＭＪ", "宗地面积", null)]
    [InlineData("parcel_area", "宗地面积", null)]
    [InlineData("XZQDM", "行政区划代码", null)]
    [InlineData("SJKGRQ", "实际开工日期", null)]
    [InlineData("BDCDYH", "不动产单元号", null)]
    [InlineData("约定竣工日", "约定竣工日期", null)] // a Shapefile keeps ten bytes: five characters in GBK
    public void Guess_NamesOfAFact_AreKnown(string column, string fact, string? unit)
    {
        var mapped = Assert.Single(Guess.Guess("parcels", [new(column, SourceKind.Text)]).Facts);

        Assert.Equal((column, fact, unit), (mapped.Column, mapped.Fact, mapped.Unit));
        Assert.InRange(mapped.Confidence, 0.6, 1);
    }

    [Theory]
    [InlineData("BZ")]
    [InlineData("随便什么")]
    [InlineData("OBJECTID")]
    [InlineData("Shape_Area")]
    public void Guess_UnknownColumn_IsLeftOver(string column) => Assert.Equal([column], Guess.Guess("parcels", [new(column, SourceKind.Text)]).Unread);

    [Fact]
    public void Guess_TwoColumnsForOneFact_TakesTheSurerAndLeavesTheOther()
    {
        var mapping = Guess.Guess("parcels", [new("ZDMJ", SourceKind.Number), new("宗地面积", SourceKind.Number)]);

        Assert.Equal("宗地面积", Assert.Single(mapping.Facts).Column);
        Assert.Equal(["ZDMJ"], mapping.Unread);
    }

    [Theory]
    [InlineData("宗地面积", "ZDMJ")]
    [InlineData("不动产单元号", "BDCDYH")]
    [InlineData("土地使用年限", "TDSYNX")]
    [InlineData("容积率（上限）", "RJL")]
    [InlineData("犇犇", null)] // not of the first level
    public void Initials_OfAName_AreThoseOfItsPinyin(string name, string? initials) => Assert.Equal(initials, PinyinInitials.Of(name));

    [Fact]
    public async Task File_WhatIsWritten_IsReadBack()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("huodi-map-").FullName, "mapping.yaml");
        var mapping = new LayerMapping("parcels", ["a \"b\"", "列: 怪", "ZDMJ", "null"])
        {
            Id = "a \"b\"",
            Crs = "EPSG:4528",
            Facts = [new("ZDMJ", "宗地面积") { Unit = "亩", Values = new Dictionary<string, string> { ["工业 用地"] = "工业" }, Confidence = 0.7, Ground = "拼音首字母" }],
            Unread = ["列: 怪", "null"],
        };

        await MappingFile.AddAsync(path, mapping, TestContext.Current.CancellationToken);
        await MappingFile.AddAsync(path, mapping with { Layer = "districts" }, TestContext.Current.CancellationToken);

        var back = MappingFile.Find(MappingFile.Read(path), "parcels", ["ZDMJ", "列: 怪", "null", "a \"b\""]);
        Assert.NotNull(back);
        Assert.Equal((mapping.Id, mapping.Crs), (back.Id, back.Crs));
        Assert.Equal(mapping.Unread, back.Unread);
        Assert.Equal(("ZDMJ", "宗地面积", "亩", "工业"), (back.Facts[0].Column, back.Facts[0].Fact, back.Facts[0].Unit, back.Facts[0].Values["工业 用地"]));
    }
}
