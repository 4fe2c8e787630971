using Huodi.App.Stores;
using Huodi.Domain.Facts;
using Huodi.Store.Tests.Contract;
using Xunit;

namespace Huodi.Store.Tests;

public sealed class FactSheetJsonTests
{
    [Fact]
    public void Write_OfFacts_IsTextThatAPersonCanRead()
    {
        var text = FactSheetJson.Write(Land.Facts(2, ("权利类型", "出让"), ("宗地面积", 12.50m)), batch: 3);

        Assert.Equal(
            """
            [{"name":"权利类型","value":"出让","batch":3,"file":"land.csv","row":2,"column":"权利类型列"},{"name":"宗地面积","value":12.50,"column":"宗地面积列"}]
            """,
            text);
        Assert.Equal(Described.Text(Land.Facts(2, ("权利类型", "出让"), ("宗地面积", 12.50m)), 3), Described.Text(FactSheetJson.Read(text)));
    }

    [Fact]
    public void Write_OfFactsFromSeveralPlaces_SaysEachPlaceOnce()
    {
        var facts = new FactSheet([.. Land.Facts(2, ("权利类型", "出让"), ("宗地面积", 12.50m)).All, .. Land.Facts(5, ("已开工", true), ("容积率", 2)).All]);

        var text = FactSheetJson.Write(facts);

        Assert.Equal(2, text.Split("\"file\"").Length - 1);
        Assert.Equal(Described.Text(facts), Described.Text(FactSheetJson.Read(text)));
    }

    [Fact]
    public void Read_OfTheFormWithEverySourceWrittenOut_ReadsIt()
    {
        const string Text = """[{"name":"a","value":1,"batch":1,"file":"f","row":2,"column":"c"},{"name":"b","value":2,"batch":3,"file":"g","row":4,"column":"d"}]""";

        Assert.Equal("a=1@1,f,2,c;b=2@3,g,4,d", Described.Text(FactSheetJson.Read(Text)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("""[{"name":"a","value":1,"column":"c"}]""")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("""[{"name":"已开工"}]""")]
    [InlineData("""[{"name":"已开工","value":null,"batch":1,"file":"f","row":1,"column":"c"}]""")]
    [InlineData("""[{"name":null,"value":1,"batch":1,"file":"f","row":1,"column":"c"}]""")]
    [InlineData("""[{"name":"a","value":1,"batch":1.5,"file":"f","row":1,"column":"c"}]""")]
    [InlineData("""[{"name":"a","value":1,"batch":1,"file":"f","row":1,"column":"c"},{"name":"a","value":1,"batch":1,"file":"f","row":1,"column":"c"}]""")]
    public void Read_OfAnythingElse_Refuses(string text)
    {
        Assert.Equal("STORE_CORRUPT", Assert.Throws<StoreException>(() => FactSheetJson.Read(text)).Code);
    }
}
