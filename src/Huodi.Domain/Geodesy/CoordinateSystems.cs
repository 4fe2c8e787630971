namespace Huodi.Domain.Geodesy;

/// <summary>The coordinate systems known by EPSG code.</summary>
public static class CoordinateSystems
{
    /// <summary>CGCS2000 degrees (EPSG:4490), what the stores keep.</summary>
    public static CoordinateSystem Cgcs2000 { get; } = new(4490, "2000国家大地坐标系经纬度", GeodeticDatum.Cgcs2000, CoordinateForm.Degrees);

    /// <summary>WGS 84 degrees (EPSG:4326).</summary>
    public static CoordinateSystem Wgs84 { get; } = new(4326, "WGS 84 经纬度", GeodeticDatum.Wgs84, CoordinateForm.Degrees);

    /// <summary>The web maps' metres (EPSG:3857).</summary>
    public static CoordinateSystem WebMercatorMetres { get; } =
        new(3857, "网络墨卡托投影", GeodeticDatum.Wgs84, CoordinateForm.WebMercator);

    /// <summary>Every system known, by code.</summary>
    public static IReadOnlyList<CoordinateSystem> All { get; } = [.. Build().OrderBy(s => s.Epsg)];

    private static readonly Dictionary<int, CoordinateSystem> ByCode = All.ToDictionary(s => s.Epsg!.Value); // all of the list have codes

    /// <summary>The system of an EPSG code, or null when it is not known. One that is known may still be refused.</summary>
    public static CoordinateSystem? Find(int epsg) => ByCode.GetValueOrDefault(epsg);

    /// <summary>The 3-degree zone of CGCS2000 round a central meridian, with its number before the east value or without; null outside China.</summary>
    public static CoordinateSystem? ThreeDegree(int centralMeridian, bool hasPrefix) => centralMeridian is >= 75 and <= 135 && centralMeridian % 3 == 0
        ? Find((hasPrefix ? 4513 : 4534) + ((centralMeridian - 75) / 3))
        : null;

    /// <summary>The 6-degree zone likewise; central meridians are 75, 81, … 135.</summary>
    public static CoordinateSystem? SixDegree(int centralMeridian, bool hasPrefix) => centralMeridian is >= 75 and <= 135 && (centralMeridian - 75) % 6 == 0
        ? Find((hasPrefix ? 4491 : 4502) + ((centralMeridian - 75) / 6))
        : null;

    /// <summary>The system of these features: one of the list, else a plane of its own without a code.</summary>
    internal static CoordinateSystem Of(GeodeticDatum datum, GaussZone zone, double scale)
    {
        var known = All.Where(s => s.Datum == datum && s.Zone is { } z && IsSame(z, zone) && scale == Scale(s)).MaxBy(s => s.Zone!.Value.Width == 3);
        var words = $"{NameOf(datum)} 横轴墨卡托投影，中央经线 {zone.CentralMeridian:0.######}°，东移 {zone.FalseEasting:0.###} 米";
        return known ?? new(null, words, datum, CoordinateForm.TransverseMercator, zone with { Width = 0 }, scale);
    }

    internal static string NameOf(GeodeticDatum datum) => datum switch
    {
        GeodeticDatum.Cgcs2000 => "CGCS2000",
        GeodeticDatum.Wgs84 => "WGS 84",
        GeodeticDatum.Xian1980 => "1980西安坐标系",
        _ => "1954年北京坐标系",
    };

    private static bool IsSame(GaussZone one, GaussZone other) =>
        Math.Abs(one.CentralMeridian - other.CentralMeridian) < 1e-9 && Math.Abs(one.FalseEasting - other.FalseEasting) < 1e-6
        && Math.Abs(one.FalseNorthing - other.FalseNorthing) < 1e-6;

    private static double Scale(CoordinateSystem system) => system.Datum == GeodeticDatum.Wgs84 ? UtmScale : 1;

    private const double UtmScale = 0.9996;

    private static IEnumerable<CoordinateSystem> Build()
    {
        yield return Cgcs2000;
        yield return Wgs84;
        yield return WebMercatorMetres;
        yield return new(4610, "1980西安坐标系经纬度", GeodeticDatum.Xian1980, CoordinateForm.Degrees);
        yield return new(4214, "1954年北京坐标系经纬度", GeodeticDatum.Beijing1954, CoordinateForm.Degrees);
        yield return new(4555, "新1954年北京坐标系经纬度", GeodeticDatum.Beijing1954, CoordinateForm.Degrees);
        foreach (var series in ZoneSeries.All)
        {
            for (var i = 0; i < series.Count; i++) yield return series.At(i);
        }

        for (var utm = 43; utm <= 53; utm++)
        {
            var zone = new GaussZone((utm * 6) - 183, 500_000, 0, 0);
            yield return new(32600 + utm, $"WGS 84 UTM 北半球 {utm} 带", GeodeticDatum.Wgs84, CoordinateForm.TransverseMercator, zone, UtmScale);
        }
    }
}
