using System.Globalization;

namespace Huodi.Domain.Geodesy;

/// <summary>Understands well-known text, old (PROJCS, GEOGCS, as a .prj has it) and new (PROJCRS, GEOGCRS).</summary>
internal static class WktReference
{
    private const double Grs80InverseFlattening = 298.257222101;

    public static (CoordinateSystem? System, GeodeticDatum? Datum) Read(Wkt root)
    {
        var plane = root.Keyword.ToUpperInvariant() switch
        {
            "COMPD_CS" or "COMPOUNDCRS" => root.Part("PROJCS", "PROJCRS", "GEOGCS", "GEOGCRS", "GEODCRS"),
            "BOUNDCRS" => root.Part("SOURCECRS") is { Parts.Count: > 0 } source ? source.Parts[0] : null,
            _ => root,
        };
        if (plane is null) return (null, null);
        if (Code(plane) is { } code && CoordinateSystems.Find(code) is { } known) return (known, known.Datum);

        var degrees = plane.Part("GEOGCS", "BASEGEOGCRS", "BASEGEODCRS") ?? plane;
        if (DatumOf(degrees) is not { } datum) return (null, null);
        return plane.Keyword.ToUpperInvariant() switch
        {
            "GEOGCS" or "GEOGCRS" or "GEODCRS" => (CoordinateSystems.All.FirstOrDefault(s => s.Datum == datum && s.Form == CoordinateForm.Degrees), datum),
            "PROJCS" or "PROJCRS" => (Projected(plane, datum), datum),
            _ => (null, datum),
        };
    }

    private static CoordinateSystem? Projected(Wkt plane, GeodeticDatum datum)
    {
        var conversion = plane.Part("CONVERSION") ?? plane;
        var method = (conversion.Part("PROJECTION", "METHOD")?.Name ?? "").Replace('_', ' ');
        if (method.Contains("Auxiliary Sphere", StringComparison.OrdinalIgnoreCase) || method.Contains("Pseudo", StringComparison.OrdinalIgnoreCase))
        {
            return CoordinateSystems.WebMercatorMetres;
        }

        var isGauss = method.Contains("Gauss", StringComparison.OrdinalIgnoreCase) || method.Contains("Transverse Mercator", StringComparison.OrdinalIgnoreCase);
        var isMetres = (plane.Part("UNIT", "LENGTHUNIT")?.Number(1) ?? 1) == 1;
        var meridian = Parameter(conversion, "central_meridian", "longitude_of_natural_origin");
        if (!isGauss || !isMetres || meridian is null || (Parameter(conversion, "latitude_of_origin", "latitude_of_natural_origin") ?? 0) != 0) return null;

        var zone = new GaussZone(
            meridian.Value, Parameter(conversion, "false_easting") ?? 0, Parameter(conversion, "false_northing") ?? 0, 0);
        return CoordinateSystems.Of(datum, zone, Parameter(conversion, "scale_factor", "scale_factor_at_natural_origin") ?? 1);
    }

    private static GeodeticDatum? DatumOf(Wkt degrees)
    {
        var datum = degrees.Part("DATUM", "TRF", "ENSEMBLE");
        var name = $"{degrees.Name} {datum?.Name}";
        var flattening = datum?.Part("SPHEROID", "ELLIPSOID")?.Number(2);
        return DatumNames.Find(name)
            ?? (flattening is { } f && Math.Abs(f - Grs80InverseFlattening) < 1e-10 && name.Contains("2000", StringComparison.Ordinal)
                ? GeodeticDatum.Cgcs2000
                : null);
    }

    private static int? Code(Wkt element) =>
        element.Part("AUTHORITY", "ID") is { Values.Count: >= 2 } id && id.Name.Equals("EPSG", StringComparison.OrdinalIgnoreCase)
        && int.TryParse(id.Values[1], NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            ? code
            : null;

    private static double? Parameter(Wkt conversion, params string[] names) => conversion.Parts
        .Where(p => p.Keyword.Equals("PARAMETER", StringComparison.OrdinalIgnoreCase))
        .FirstOrDefault(p => names.Contains(p.Name.Replace(' ', '_'), StringComparer.OrdinalIgnoreCase))?.Number(1);
}
