using System.Text;
using System.Text.Json.Nodes;
using Huodi.App.Stores;
using Huodi.Domain.Codes;
using Huodi.Policies.Columns;
using Huodi.Policies.Facts;
using Xunit;

namespace Huodi.Store.Tests;

public sealed class FactSheetColumnsTests
{
    private static readonly DivisionCode Here = DivisionCode.Parse("210202");

    private static readonly FactDictionary Dictionary = new(
    [
        Fact("宗地面积", "number"),
        Fact("供地日期", "date"),
        Fact("已开工", "boolean"),
        Fact("权利类型", "string", "划拨", "出让"),
        Fact("不计入期间", "list<context<原因: string, 起: date, 止: date>>"),
    ]);

    [Fact]
    public void AddSheet_OfAWrittenSheet_GivesItsFacts()
    {
        var periods = new JsonArray(new JsonObject { ["原因"] = "疫情", ["起"] = "2020-02-05", ["止"] = null });
        var sheet = Land.Facts(2, ("宗地面积", 12.50m), ("供地日期", "2024-02-29"), ("已开工", false), ("权利类型", "出让"), ("不计入期间", periods));
        var builder = new FactBlockBuilder(Dictionary);

        builder.AddSheet("a", Here, Encoding.UTF8.GetBytes(FactSheetJson.Write(sheet, batch: 3)));

        Assert.True(JsonNode.DeepEquals(sheet.ToJson(), builder.Build().Facts(0)));
    }

    [Theory]
    [InlineData("""[{"value":1,"name":"宗地面积"}]""")]
    [InlineData("""[{"name":"\u5b97\u5730\u9762\u79ef","value":1}]""")]
    public void AddSheet_OfOtherSpellings_ReadsThem(string sheet)
    {
        var builder = new FactBlockBuilder(Dictionary);

        builder.AddSheet("a", Here, Encoding.UTF8.GetBytes(sheet));

        Assert.Equal("""{"宗地面积":1}""", builder.Build().Facts(0).ToJsonString(Policies.Answers.PolicyAnswerJson.Compact));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""[{"name":"宗地面积","value":1}""")]
    [InlineData("""[{"name":"宗地面积","value":1}] []""")]
    [InlineData("""[{"name":"宗地面积","value":null}]""")]
    [InlineData("""[{"name":"宗地面积"}]""")]
    [InlineData("""[{"name":7,"value":1}]""")]
    [InlineData("""[1]""")]
    [InlineData("""[{"name":"宗地面积","value":1},{"name":"宗地面积","value":1}]""")]
    public void AddSheet_OfATextThatIsNoSheet_SaysThatTheStoreIsDamagedAndAddsNobody(string sheet)
    {
        var builder = new FactBlockBuilder(Dictionary);

        Assert.Equal("STORE_CORRUPT", Assert.Throws<StoreException>(() => builder.AddSheet("a", Here, Encoding.UTF8.GetBytes(sheet))).Code);
        Assert.Equal(0, builder.Count);
    }

    [Fact]
    public void AddSheet_OfAFactTheDictionaryDoesNotHave_SaysSo()
    {
        var builder = new FactBlockBuilder(Dictionary);

        Assert.Equal("FACT_UNKNOWN", Assert.Throws<FactsException>(() => builder.AddSheet("a", Here, """[{"name":"x","value":1}]"""u8)).Code);
        Assert.Equal(0, builder.Count);
    }

    private static FactDefinition Fact(string name, string type, params string[] allowed) => new(name, name, type, null, "宗地", "记录", "", "", allowed, [], [name]);
}
