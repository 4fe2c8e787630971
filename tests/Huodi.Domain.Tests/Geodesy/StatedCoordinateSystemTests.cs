using Huodi.Domain.Geodesy;
using Xunit;

namespace Huodi.Domain.Tests.Geodesy;

public sealed class StatedCoordinateSystemTests
{
    private const string Degrees = """GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]""";

    [Theory]
    [InlineData("EPSG:4528", 4528)]
    [InlineData("4528", 4528)]
    [InlineData("urn:ogc:def:crs:EPSG::4490", 4490)]
    [InlineData("http://www.opengis.net/def/crs/EPSG/0/4549", 4549)]
    [InlineData("urn:ogc:def:crs:OGC:1.3:CRS84", 4326)]
    [InlineData("CGCS2000_3_Degree_GK_Zone_40", 4528)]
    [InlineData("CGCS2000_3_Degree_GK_CM_120E", 4549)]
    [InlineData("CGCS2000 / Gauss-Kruger zone 20", 4498)]
    [InlineData(Degrees, 4490)]
    public void Read_OfACodeOrName_FindsTheSystem(string text, int code)
    {
        Assert.Equal(code, StatedCoordinateSystem.Read(text).System?.Epsg);
    }

    [Theory]
    [InlineData(40_500_000, 120, 4528)]
    [InlineData(500_000, 120, 4549)]
    [InlineData(20_500_000, 117, 4498)]
    public void Read_OfAPrj_FindsThePlaneByItsParameters(double easting, double meridian, int code)
    {
        var stated = StatedCoordinateSystem.Read(Prj(Degrees, easting, meridian));

        Assert.Equal(code, stated.System?.Epsg);
        Assert.Null(stated.Refusal);
    }

    [Fact]
    public void Read_OfAPlaneOfItsOwn_BuildsIt()
    {
        var stated = StatedCoordinateSystem.Read(Prj(Degrees, 500_000, 117.25));

        Assert.Null(stated.System!.Epsg);
        Assert.Equal(117.25, stated.System.ToDegrees(500_000, 3_500_000).Longitude, 1e-12);
    }

    [Fact]
    public void Read_OfNewWellKnownText_TakesItsOwnIdAndNotThatOfAPart()
    {
        const string Text = """
            PROJCRS["CGCS2000 / 3-degree Gauss-Kruger zone 40",BASEGEOGCRS["China Geodetic Coordinate System 2000",
              DATUM["China 2000",ELLIPSOID["CGCS2000",6378137,298.257222101,LENGTHUNIT["metre",1]]],ID["EPSG",4490]],
              CONVERSION["zone 40",METHOD["Transverse Mercator",ID["EPSG",9807]],PARAMETER["Latitude of natural origin",0],
              PARAMETER["Longitude of natural origin",120],PARAMETER["Scale factor at natural origin",1],
              PARAMETER["False easting",40500000],PARAMETER["False northing",0]],CS[Cartesian,2]
            """;

        Assert.Equal(4528, StatedCoordinateSystem.Read(Text + """,ID["EPSG",4528]]""").System?.Epsg);
        Assert.Equal(4528, StatedCoordinateSystem.Read(Text + "]").System?.Epsg);
    }

    [Theory]
    [InlineData("坐标系=2000国家大地坐标系\n几度分带=3\n投影类型=高斯克吕格\n计量单位=米\n带号=40\n精度=0.001", 4528)]
    [InlineData("坐标系=国家2000\r\n几度分带=6\r\n带号=第20带", 4498)]
    [InlineData("坐标系=CGCS2000\n计量单位=度", 4490)]
    public void Read_OfAPlotHeader_FindsTheZone(string header, int code)
    {
        Assert.Equal(code, StatedCoordinateSystem.Read(header).System?.Epsg);
    }

    [Fact]
    public void Read_OfAPlotHeaderWithoutAZone_KnowsTheDatumOnly()
    {
        var stated = StatedCoordinateSystem.Read("坐标系=2000国家大地坐标系\n几度分带=\n带号=");

        Assert.Null(stated.System);
        Assert.Equal(GeodeticDatum.Cgcs2000, stated.Datum);
        Assert.Null(stated.Refusal);
    }

    [Theory]
    [InlineData("坐标系=80国家大地坐标系\n几度分带=3\n带号=40")]
    [InlineData("坐标系=北京54\n带号=")]
    [InlineData("EPSG:2364")]
    [InlineData("Xian_1980_3_Degree_GK_Zone_40")]
    [InlineData("""GEOGCS["GCS_Beijing_1954",DATUM["D_Beijing_1954",SPHEROID["Krasovsky_1940",6378245.0,298.3]]]""")]
    public void Refusal_OfAnOldDatum_NamesTheParametersThatAreNeeded(string text)
    {
        Assert.Equal("GEO_CRS_DATUM", StatedCoordinateSystem.Read(text).Refusal?.Code);
    }

    [Theory]
    [InlineData("合肥独立坐标系")]
    [InlineData("""PROJCS["Lambert",GEOGCS["NAD27",DATUM["NAD27",SPHEROID["Clarke",6378206.4,294.9]]],PROJECTION["Lambert_Conformal_Conic"]]""")]
    [InlineData("PROJCS[\"half")]
    [InlineData("EPSG:99999")]
    public void Refusal_OfWhatIsNotUnderstood_ShowsTheText(string text)
    {
        var refusal = StatedCoordinateSystem.Read(text).Refusal;

        Assert.Equal("GEO_CRS_UNKNOWN", refusal?.Code);
        Assert.Contains(text[..4], refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OfNothing_SaysNothing()
    {
        Assert.Same(StatedCoordinateSystem.None, StatedCoordinateSystem.Read(" \r\n"));
        Assert.Null(StatedCoordinateSystem.None.Refusal);
    }

    private static string Prj(string degrees, double easting, double meridian) => FormattableString.Invariant(
        $"""PROJCS["any",{degrees},PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",{easting}],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",{meridian}],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]""");
}
