using NetTopologySuite.Geometries;

namespace Huodi.Domain.Geodesy;

/// <summary>
/// A coordinate system that files of Chinese land offices come in. Places are written east first: longitude and latitude in degrees, or
/// metres east (the surveyors' Y, with the zone number before it where the system has one) and metres north (the surveyors' X).
/// </summary>
public sealed class CoordinateSystem
{
    private readonly TransverseMercator? _plane;

    internal CoordinateSystem(int? epsg, string name, GeodeticDatum datum, CoordinateForm form, GaussZone? zone = null, double scale = 1)
    {
        Epsg = epsg;
        Name = name;
        Datum = datum;
        Form = form;
        Zone = zone;
        if (zone is { } plane && Refusal is null)
        {
            _plane = new(datum == GeodeticDatum.Wgs84 ? Ellipsoid.Wgs84 : Ellipsoid.Cgcs2000, plane.CentralMeridian, scale);
        }
    }

    /// <summary>EPSG code, or null for a plane that the list does not know.</summary>
    public int? Epsg { get; }

    /// <summary>Chinese name.</summary>
    public string Name { get; }

    public GeodeticDatum Datum { get; }

    public CoordinateForm Form { get; }

    /// <summary>The Gauss–Krüger zone; null for degrees and web maps.</summary>
    public GaussZone? Zone { get; }

    /// <summary>Why files in this system are refused (Xian 1980, Beijing 1954), or null.</summary>
    public CoordinateRefusal? Refusal => Datum is GeodeticDatum.Xian1980 or GeodeticDatum.Beijing1954
        ? new(
            "GEO_CRS_DATUM",
            $"文件的坐标系是{this}，换算到 2000 国家大地坐标系需要本市的转换参数（七参数或格网），本系统不代为设定。",
            "请向市测绘主管部门申请转换，取得 CGCS2000 成果后再导入；直接当作 CGCS2000 会偏移数十至一百余米。")
        : null;

    /// <summary>What is lost or assumed when a file in this system is taken over, or null.</summary>
    public string? Note => Datum == GeodeticDatum.Wgs84
        ? "WGS 84 与 CGCS2000 相差在厘米至分米级，未作改正；要求厘米级精度的，请用 CGCS2000 成果。"
        : null;

    /// <summary>Degrees, longitude first, of a place in this system.</summary>
    /// <exception cref="InvalidOperationException">The system is refused (<see cref="Refusal"/>).</exception>
    public (double Longitude, double Latitude) ToDegrees(double x, double y) => Form switch
    {
        _ when Refusal is not null => throw new InvalidOperationException($"{Name}: a datum shift needs the city's parameters."),
        CoordinateForm.TransverseMercator => _plane!.Inverse(x - Zone!.Value.FalseEasting, y - Zone.Value.FalseNorthing), // built with its zone
        CoordinateForm.WebMercator => WebMercator.ToDegrees(x, y),
        _ => (x, y),
    };

    /// <summary>The place in this system of degrees, longitude first.</summary>
    /// <exception cref="InvalidOperationException">The system is refused (<see cref="Refusal"/>).</exception>
    public (double X, double Y) FromDegrees(double longitude, double latitude)
    {
        if (Refusal is not null) throw new InvalidOperationException($"{Name}: a datum shift needs the city's parameters.");
        if (Form == CoordinateForm.WebMercator) return WebMercator.FromDegrees(longitude, latitude);
        if (_plane is null) return (longitude, latitude);
        var (east, north) = _plane.Forward(longitude, latitude);
        return (east + Zone!.Value.FalseEasting, north + Zone.Value.FalseNorthing); // built with its zone
    }

    /// <summary>A copy of the shape in EPSG:4490; the height of a point, where it has one, is dropped.</summary>
    /// <exception cref="InvalidOperationException">The system is refused (<see cref="Refusal"/>).</exception>
    public Geometry ToCgcs2000(Geometry shape) => GeometryConversion.Convert(shape, ToDegrees, GeometryConversion.Cgcs2000);

    /// <summary>A copy in this system of a shape in EPSG:4490.</summary>
    /// <exception cref="InvalidOperationException">The system is refused (<see cref="Refusal"/>).</exception>
    public Geometry FromCgcs2000(Geometry shape) => GeometryConversion.Convert(shape, FromDegrees, new(new PrecisionModel(), Epsg ?? 0));

    /// <summary>The name with its code.</summary>
    public override string ToString() => Epsg is { } code ? $"{Name}（EPSG:{code}）" : Name;
}
