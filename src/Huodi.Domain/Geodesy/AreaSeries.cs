namespace Huodi.Domain.Geodesy;

/// <summary>
/// The series of the land survey's area formula on CGCS2000 (TD/T 1055—2019, 椭球面积计算): with the coefficients A … E,
/// Q(B) = A sin B − B sin 3B + C sin 5B − D sin 7B + E sin 9B, and a trapezoid between a meridian and an edge has the area
/// b² · ΔL · (Q(B₂) − Q(B₁)). The printed form 2b²ΔL(A sin ½ΔB cos Bm − …) is the same sum: 2 sin kh cos km = sin kB₂ − sin kB₁.
/// </summary>
internal static class AreaSeries
{
    private static readonly double E2 = Ellipsoid.Cgcs2000.EccentricitySquared;
    private static readonly double E4 = E2 * E2;
    private static readonly double E6 = E4 * E2;
    private static readonly double E8 = E4 * E4;
    private static readonly double A = 1 + (E2 * 3 / 6) + (E4 * 30 / 80) + (E6 * 35 / 112) + (E8 * 630 / 2304);
    private static readonly double B = (E2 / 6) + (E4 * 15 / 80) + (E6 * 21 / 112) + (E8 * 420 / 2304);
    private static readonly double C = (E4 * 3 / 80) + (E6 * 7 / 112) + (E8 * 180 / 2304);
    private static readonly double D = (E6 / 112) + (E8 * 45 / 2304);
    private static readonly double E = E8 * 5 / 2304;

    /// <summary>b², in ㎡.</summary>
    public static double SemiMinorSquared { get; } = Ellipsoid.Cgcs2000.SemiMinor * Ellipsoid.Cgcs2000.SemiMinor;

    /// <summary>Q(B), B in radians; the odd multiples come from sin² by Chebyshev's polynomials.</summary>
    public static double Q(double latitude)
    {
        var s = Math.Sin(latitude);
        var t = s * s;
        var s3 = 3 - (4 * t);
        var s5 = 5 - (t * (20 - (16 * t)));
        var s7 = 7 - (t * (56 - (t * (112 - (64 * t)))));
        var s9 = 9 - (t * (120 - (t * (432 - (t * (576 - (256 * t)))))));
        return s * (A - (B * s3) + (C * s5) - (D * s7) + (E * s9));
    }

    /// <summary>Q(B₀ + h) − Q(B₀) = k₁h + k₂h² + … + k₅h⁵; what is left out is below h⁶/700.</summary>
    public static (double K1, double K2, double K3, double K4, double K5) Taylor(double latitude)
    {
        var (s, c) = Math.SinCos(latitude);
        var (s2, c2) = (2 * s * c, (c * c) - (s * s));
        var (s3, c3) = ((s * c2) + (c * s2), (c * c2) - (s * s2));
        var (s5, c5) = ((s3 * c2) + (c3 * s2), (c3 * c2) - (s3 * s2));
        var (s7, c7) = ((s5 * c2) + (c5 * s2), (c5 * c2) - (s5 * s2));
        var (s9, c9) = ((s7 * c2) + (c7 * s2), (c7 * c2) - (s7 * s2));
        return (
            (A * c) - (3 * B * c3) + (5 * C * c5) - (7 * D * c7) + (9 * E * c9),
            ((A * s) - (9 * B * s3) + (25 * C * s5) - (49 * D * s7) + (81 * E * s9)) / -2,
            ((A * c) - (27 * B * c3) + (125 * C * c5) - (343 * D * c7) + (729 * E * c9)) / -6,
            ((A * s) - (81 * B * s3) + (625 * C * s5) - (2401 * D * s7) + (6561 * E * s9)) / 24,
            ((A * c) - (243 * B * c3) + (3125 * C * c5) - (16807 * D * c7) + (59049 * E * c9)) / 120);
    }
}
