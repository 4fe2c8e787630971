using System.Text;
using Huodi.App.Imports;
using Huodi.Formats.Geo;
using Huodi.Policies.Facts;

namespace Huodi.Formats.Tests.Geo;

public sealed class ParcelsReaderTests
{
    private static readonly FactDictionary Dictionary = new(
    [
        Fact("宗地面积", "number"), Fact("约定开工日期", "date"), Fact("房地产用地", "boolean"), Fact("权利类型", "string", "出让", "划拨"),
        Fact("不计入期间", "list<context<原因: string, 起: date, 止: date>>"),
    ]);

    [Fact]
    public void Read_Properties_AreFactsByName()
    {
        var batch = Sample.Batch(Read(Feature(
            """
            "宗地代码":"340111001001GB00001","名称":"一号地","行政区划代码":"340111","宗地面积":12345.67,"约定开工日期":"2025-03-01","房地产用地":true,
            "权利类型":"出让","不计入期间":[{"原因":"司法查封","起":"2025-04-01","止":null}],"备注":"不读","应动工面积":null
            """)));

        var parcel = Assert.Single(batch.Parcels);
        Assert.Equal(("340111001001GB00001", "一号地", "340111", false), (parcel.Id, parcel.Name, parcel.Division.Digits, parcel.IsGenerated));
        Assert.Equal(
            """{"宗地面积":12345.67,"约定开工日期":"2025-03-01","房地产用地":true,"权利类型":"出让","不计入期间":[{"原因":"司法查封","起":"2025-04-01","止":null}]}""",
            parcel.Facts.ToJson().ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        Assert.Equal(["GEO_CRS_UNSTATED", "DISTRICT_UNKNOWN", "FACT_UNKNOWN"], batch.Warnings.Select(w => w.Code));
    }

    [Theory]
    [InlineData("\"宗地代码\":\"A\",\"行政区划代码\":\"340111\",\"宗地面积\":\"很大\"", "FACT_TYPE")]
    [InlineData("\"宗地代码\":\"A\",\"行政区划代码\":\"340111\",\"约定开工日期\":\"2025年3月1日\"", "FACT_TYPE")]
    [InlineData("\"宗地代码\":\"A\",\"行政区划代码\":\"340111\",\"权利类型\":\"转让\"", "FACT_TYPE")]
    [InlineData("\"宗地代码\":\"A\",\"行政区划代码\":\"340111\",\"宗地面积\":1,\"宗地面积\":2", "FACT_TWICE")]
    [InlineData("\"行政区划代码\":\"340111\"", "PARCEL_ID_BLANK")]
    [InlineData("\"宗地代码\":\"A\"", "PARCEL_DIVISION")]
    public void Read_BadProperty_RefusesTheParcel(string properties, string code) =>
        Assert.Equal(code, Sample.Refusal(Sample.Batch(Read(Feature(properties)))).Code);

    [Fact]
    public void Read_InvalidBoundary_IsNeverRepaired()
    {
        const string Touch = "[[[117.1,31.8],[117.2,31.8],[117.2,31.9],[117.1,31.9],[117.1,31.801],[117.101,31.799],[117.1,31.8]]]";

        var refusal = Sample.Refusal(Sample.Batch(Read(Feature("\"宗地代码\":\"A\",\"行政区划代码\":\"340111\"", Touch))));

        Assert.Equal("GEO_INVALID", refusal.Code);
    }

    [Fact]
    public void Read_SameIdTwice_NamesTheFirst()
    {
        var feature = Feature("\"宗地代码\":\"A\",\"行政区划代码\":\"340111\"");

        Assert.Equal("PARCEL_REPEATED", Sample.Refusal(Sample.Batch(Read(feature, feature))).Code);
    }

    private static FactDefinition Fact(string name, string type, params string[] allowed) =>
        new(name, name, type, null, "宗地", "记录", "", "", allowed, [], [name]);

    private static ImportOutcome Read(params string[] features) => ParcelsReader.Read(
        new MemoryStream(Encoding.UTF8.GetBytes($$"""{"type":"FeatureCollection","features":[{{string.Join(',', features)}}]}""")), Sample.Request("宗地.geojson"), Dictionary);

    private static string Feature(string properties, string ring = "[[[117.1,31.8],[117.2,31.8],[117.2,31.9],[117.1,31.8]]]") =>
        $$$"""{"type":"Feature","properties":{{{{properties}}}},"geometry":{"type":"Polygon","coordinates":{{{ring}}}}}""";
}
