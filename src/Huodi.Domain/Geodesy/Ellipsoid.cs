namespace Huodi.Domain.Geodesy;

/// <summary>The figure of the earth that coordinates refer to.</summary>
/// <param name="SemiMajor">Half the long axis, in metres.</param>
/// <param name="Flattening">f = (a − b) / a.</param>
public readonly record struct Ellipsoid(double SemiMajor, double Flattening)
{
    /// <summary>CGCS2000 (GB 22021—2008): a = 6 378 137 m, f = 1/298.257222101.</summary>
    public static Ellipsoid Cgcs2000 { get; } = new(6_378_137, 1 / 298.257222101);

    /// <summary>WGS 84: a = 6 378 137 m, f = 1/298.257223563. Its half short axis differs from CGCS2000's by 0.1 mm.</summary>
    public static Ellipsoid Wgs84 { get; } = new(6_378_137, 1 / 298.257223563);

    /// <summary>Half the short axis, in metres.</summary>
    public double SemiMinor => SemiMajor * (1 - Flattening);

    /// <summary>e² = f (2 − f).</summary>
    public double EccentricitySquared => Flattening * (2 - Flattening);

    /// <summary>n = f / (2 − f).</summary>
    public double ThirdFlattening => Flattening / (2 - Flattening);
}
