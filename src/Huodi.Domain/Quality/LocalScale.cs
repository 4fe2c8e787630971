namespace Huodi.Domain.Quality;

/// <summary>Metres in a degree near one latitude on CGCS2000: good to a part in a million within a parcel; for thresholds, never for a registered area.</summary>
internal readonly record struct LocalScale(double East, double North)
{
    private const double SemiMajor = 6378137;
    private const double Flattening = 1 / 298.257222101;
    private const double Eccentricity2 = Flattening * (2 - Flattening);

    public static LocalScale At(double latitude)
    {
        var (sin, cos) = Math.SinCos(double.DegreesToRadians(latitude));
        var w2 = 1 - (Eccentricity2 * sin * sin);
        var normal = SemiMajor / Math.Sqrt(w2);
        return new(double.DegreesToRadians(normal * cos), double.DegreesToRadians(normal * (1 - Eccentricity2) / w2));
    }
}
