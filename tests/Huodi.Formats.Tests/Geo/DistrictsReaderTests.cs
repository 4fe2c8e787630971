using System.Text;
using Huodi.App.Imports;
using Huodi.Formats.Geo;

namespace Huodi.Formats.Tests.Geo;

public sealed class DistrictsReaderTests
{
    private const string Square = "[[[117.1,31.8],[117.2,31.8],[117.2,31.9],[117.1,31.9],[117.1,31.8]]]";

    [Theory]
    [InlineData("hefei", 9, 9)]
    [InlineData("dalian", 10, 10)]
    [InlineData("qingdao", 10, 10)]
    [InlineData("urumqi", 8, 8)]
    public void Read_RealBoundaries_KeepsEveryDistrict(string city, int districts, int valid)
    {
        var batch = Real(city);

        Assert.Empty(batch.Refused);
        Assert.Equal(districts, batch.Districts.Count);
        Assert.Equal(valid, batch.Districts.Count(d => d.Boundary.IsValid && d.Boundary.SRID == 4490));
        Assert.All(batch.Districts, d => Assert.Equal(batch.Districts[0].Code.City, d.Code.City));
    }

    [Fact]
    public void Read_RealBoundaries_ReportsEveryRepairWithItsAreas()
    {
        var repairs = new[] { "hefei", "dalian", "qingdao", "urumqi" }.Select(Real)
            .Select(b => b.Warnings.Count(w => w.Code == "GEO_REPAIRED")).ToList();

        Assert.Equal([6, 10, 10, 7], repairs);
    }

    [Fact]
    public void Read_UnstatedReference_SaysWhatItIsTakenFor() => Assert.Contains(Real("hefei").Warnings, w => w is { Row: 0, Code: "GEO_CRS_UNSTATED" });

    [Fact]
    public void Read_CodeInProperties_IsRead()
    {
        var batch = Sample.Batch(Read(Collection("""{"type":"Feature","properties":{"adcode":340111,"name":"包河区"},"geometry":{"type":"Polygon","coordinates":""" + Square + "}}")));

        var district = Assert.Single(batch.Districts);
        Assert.Equal(("340111", "包河区"), (district.Code.Digits, district.Name));
    }

    [Theory]
    [InlineData("""{"type":"Point","coordinates":[117,31]}""", "GEO_GEOMETRY_TYPE")]
    [InlineData("""{"type":"LineString","coordinates":[[117,31],[118,31]]}""", "GEO_GEOMETRY_TYPE")]
    [InlineData("""{"type":"GeometryCollection","geometries":[]}""", "GEO_GEOMETRY_TYPE")]
    [InlineData("null", "GEO_GEOMETRY_MISSING")]
    [InlineData("""{"type":"Polygon","coordinates":[]}""", "GEO_GEOMETRY_EMPTY")]
    [InlineData("""{"type":"MultiPolygon","coordinates":[]}""", "GEO_GEOMETRY_EMPTY")]
    [InlineData("""{"type":"Polygon"}""", "GEO_GEOMETRY_EMPTY")]
    [InlineData("""{"type":"Polygon","coordinates":[[[117,31],[118,31],[118,32],[117.5,32]]]}""", "GEO_RING_OPEN")]
    [InlineData("""{"type":"Polygon","coordinates":[[[117,31],[118,31],[117,31]]]}""", "GEO_RING_SHORT")]
    [InlineData("""{"type":"Polygon","coordinates":[[[117,31],["118",31],[118,32],[117,31]]]}""", "GEO_COORDINATE")]
    [InlineData("""{"type":"Polygon","coordinates":[[[117,31],[1e999,31],[118,32],[117,31]]]}""", "GEO_COORDINATE")]
    [InlineData("""{"type":"Polygon","coordinates":[[[117],[118,31],[118,32],[117,31]]]}""", "GEO_COORDINATE")]
    [InlineData("""{"type":"Polygon","coordinates":[[[31,117],[31,118],[32,118],[31,117]]]}""", "GEO_OUT_OF_RANGE")]
    [InlineData("""{"type":"Polygon","coordinates":[[[39512345.6,3512345.6],[39512445.6,3512345.6],[39512445.6,3512445.6],[39512345.6,3512345.6]]]}""", "GEO_OUT_OF_RANGE")]
    public void Read_BadGeometry_RefusesTheFeatureByNumber(string geometry, string code)
    {
        var batch = Sample.Batch(Read(Collection(
            Feature("340102", "瑶海区", """{"type":"Polygon","coordinates":""" + Square + "}"),
            Feature("340111", "包河区", geometry))));

        var refusal = Sample.Refusal(batch);
        Assert.Equal((code, 2), (refusal.Code, refusal.Row));
        Assert.Equal(["340111", "包河区"], batch.Refused[0].Cells);
        _ = Assert.Single(batch.Districts);
    }

    [Theory]
    [InlineData("[[[31,117],[31,118],[32,118],[31,117]]]", "GEO_PLACE_SWAPPED")]
    [InlineData("[[[512345,3512345],[512445,3512345],[512445,3512445],[512345,3512345]]]", "GEO_PLACE_AMBIGUOUS")]
    public void Read_CoordinatesElsewhere_SuggestTheLikelyRemedy(string ring, string code) =>
        Assert.Equal(code, Sample.FileError(Read(Collection(Feature("340111", "包河区", $$"""{"type":"Polygon","coordinates":{{ring}}}""")))).Code);

    [Fact]
    public void Read_SmallSelfIntersection_IsRepairedAndReported()
    {
        const string Spike = "[[[117.1,31.8],[117.2,31.8],[117.2,31.9],[117.1,31.9],[117.1,31.801],[117.101,31.799],[117.1,31.8]]]";

        var batch = Sample.Batch(Read(Collection(Feature("340111", "包河区", $$"""{"type":"Polygon","coordinates":{{Spike}}}"""))));

        Assert.True(Assert.Single(batch.Districts).Boundary.IsValid);
        var repair = Assert.Single(batch.Warnings, w => w.Code == "GEO_REPAIRED");
        Assert.Equal(1, repair.Row);
        Assert.Contains("平方公里", repair.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Bowtie_IsNotRepairedButRefused()
    {
        const string Bowtie = "[[[117.1,31.8],[117.2,31.9],[117.2,31.8],[117.1,31.9],[117.1,31.8]]]";

        Assert.Equal("GEO_INVALID", Sample.Refusal(Sample.Batch(Read(Collection(Feature("340111", "包河区", $$"""{"type":"Polygon","coordinates":{{Bowtie}}}"""))))).Code);
    }

    [Theory]
    [InlineData("", "", "DISTRICT_CODE")]
    [InlineData("34011", "包河区", "DISTRICT_CODE")]
    [InlineData("340111", "", "DISTRICT_NAME_BLANK")]
    public void Read_BadIdentity_IsRefused(string code, string name, string expected)
    {
        var batch = Sample.Batch(Read(Collection(Feature(code, name, """{"type":"Polygon","coordinates":""" + Square + "}"))));

        Assert.Contains(expected, Assert.Single(batch.Refused).Diagnostics.Select(d => d.Code));
    }

    [Fact]
    public void Read_CodeTwice_NamesTheFirst()
    {
        var feature = Feature("340111", "包河区", """{"type":"Polygon","coordinates":""" + Square + "}");

        var refusal = Sample.Refusal(Sample.Batch(Read(Collection(feature, feature))));

        Assert.Equal("DISTRICT_REPEATED", refusal.Code);
        Assert.Contains("第 1 个要素", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "FILE_EMPTY")]
    [InlineData("[]", "GEO_NOT_COLLECTION")]
    [InlineData("{}", "GEO_NOT_COLLECTION")]
    [InlineData("""{"type":"Polygon","coordinates":[]}""", "GEO_NOT_COLLECTION")]
    [InlineData("""{"type":"Topology","features":[]}""", "GEO_NOT_COLLECTION")]
    [InlineData("""{"type":"FeatureCollection","features":{}}""", "GEO_NOT_COLLECTION")]
    [InlineData("""{"type":"FeatureCollection","features":[]}""", "GEO_NO_FEATURES")]
    [InlineData("""{"type":"FeatureCollection","features":[{"type":"Fea""", "FILE_JSON")]
    [InlineData("""{"type":"FeatureCollection","features":[]} x""", "FILE_JSON")]
    [InlineData("""{"type":"FeatureCollection","features":[{"geometry":{"type":"Polygon","coordinates":[[[NaN,31]]]}}]}""", "FILE_JSON")]
    [InlineData("""{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4549"}},"features":[]}""", "GEO_NO_FEATURES")]
    [InlineData("所在地,电子监管号\n1,2", "FILE_JSON")]
    [InlineData("PK\u0003\u0004", "FILE_BINARY")]
    public void Read_BadFile_IsRefused(string text, string code) => Assert.Equal(code, Sample.FileError(Read(text)).Code);

    [Fact]
    public void Read_TruncatedRealFile_NamesTheLine()
    {
        using var file = Sample.Open("boundaries", "hefei.geojson");
        var bytes = new byte[file.Length / 2];
        file.ReadExactly(bytes);

        var error = Sample.FileError(DistrictsReader.Read(new MemoryStream(bytes), Sample.Request("合肥.geojson")));

        Assert.Equal(("FILE_JSON", 1), (error.Code, error.Row));
        Assert.Contains("截断", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_DeepNesting_IsRefusedNotFollowed() =>
        Assert.Equal("FILE_JSON", Sample.FileError(Read(Collection(new string('[', 100_000)))).Code);

    [Theory]
    [InlineData("urn:ogc:def:crs:EPSG::4490", null)]
    [InlineData("urn:ogc:def:crs:OGC:1.3:CRS84", "GEO_CRS_WGS84")]
    [InlineData("EPSG:4326", "GEO_CRS_WGS84")]
    public void Read_StatedReference_IsSaid(string name, string? code)
    {
        var text = Collection(Feature("340111", "包河区", """{"type":"Polygon","coordinates":""" + Square + "}"))
            .Replace("\"features\"", $$$"""{"crs":{"type":"name","properties":{"name":"{{{name}}}"}},"features" """.TrimStart('{').TrimEnd(), StringComparison.Ordinal);

        Assert.Equal(code, Sample.Batch(Read(text)).Warnings.SingleOrDefault()?.Code);
    }

    private static ImportBatch Real(string city)
    {
        using var file = Sample.Open("boundaries", $"{city}.geojson");
        return Sample.Batch(DistrictsReader.Read(file, Sample.Request($"{city}.geojson")));
    }

    private static ImportOutcome Read(string text) => DistrictsReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), Sample.Request("区县.geojson"));

    private static string Collection(params string[] features) => $$"""{"type":"FeatureCollection","features":[{{string.Join(',', features)}}]}""";

    private static string Feature(string id, string name, string geometry) =>
        $$$"""{"type":"Feature","id":"{{{id}}}","properties":{"name":"{{{name}}}"},"geometry":{{{geometry}}}}""";
}
