namespace Huodi.Domain.Geodesy;

/// <summary>Consecutive EPSG codes of the zones of one datum, from west to east.</summary>
internal sealed record ZoneSeries(int First, int Count, GeodeticDatum Datum, string DatumName, int Width, bool HasPrefix, int FirstMeridian = 75)
{
    private const double HalfMillion = 500_000;
    private const double Million = 1e6;

    public static IReadOnlyList<ZoneSeries> All { get; } =
    [
        new(4491, 11, GeodeticDatum.Cgcs2000, "CGCS2000", 6, true),
        new(4502, 11, GeodeticDatum.Cgcs2000, "CGCS2000", 6, false),
        new(4513, 21, GeodeticDatum.Cgcs2000, "CGCS2000", 3, true),
        new(4534, 21, GeodeticDatum.Cgcs2000, "CGCS2000", 3, false),
        new(2327, 11, GeodeticDatum.Xian1980, "1980西安坐标系", 6, true),
        new(2338, 11, GeodeticDatum.Xian1980, "1980西安坐标系", 6, false),
        new(2349, 21, GeodeticDatum.Xian1980, "1980西安坐标系", 3, true),
        new(2370, 21, GeodeticDatum.Xian1980, "1980西安坐标系", 3, false),
        new(21413, 11, GeodeticDatum.Beijing1954, "1954年北京坐标系", 6, true),
        new(21453, 11, GeodeticDatum.Beijing1954, "1954年北京坐标系", 6, false),
        new(21473, 11, GeodeticDatum.Beijing1954, "1954年北京坐标系", 6, false),
        new(2401, 21, GeodeticDatum.Beijing1954, "1954年北京坐标系", 3, true),
        new(2422, 21, GeodeticDatum.Beijing1954, "1954年北京坐标系", 3, false),
        new(4568, 11, GeodeticDatum.Beijing1954, "新1954年北京坐标系", 6, true),
        new(4579, 11, GeodeticDatum.Beijing1954, "新1954年北京坐标系", 6, false),
        new(4652, 5, GeodeticDatum.Beijing1954, "新1954年北京坐标系", 3, true),
        new(4766, 16, GeodeticDatum.Beijing1954, "新1954年北京坐标系", 3, true, 90),
        new(4782, 19, GeodeticDatum.Beijing1954, "新1954年北京坐标系", 3, false),
        new(4812, 1, GeodeticDatum.Beijing1954, "新1954年北京坐标系", 3, false, 132),
        new(4822, 1, GeodeticDatum.Beijing1954, "新1954年北京坐标系", 3, false, 135),
    ];

    public CoordinateSystem At(int index)
    {
        var meridian = FirstMeridian + (index * Width);
        var zone = new GaussZone(meridian, HalfMillion, 0, Width);
        if (HasPrefix) zone = zone with { FalseEasting = HalfMillion + (zone.Number * Million) };
        var words = HasPrefix
            ? $"{DatumName} {Width}度带第{zone.Number}带（中央经线 {meridian}°，东坐标前加带号）"
            : $"{DatumName} {Width}度带中央经线 {meridian}°（东坐标不加带号）";
        return new(First + index, words, Datum, CoordinateForm.TransverseMercator, zone);
    }
}
