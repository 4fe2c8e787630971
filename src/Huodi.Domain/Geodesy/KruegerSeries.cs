namespace Huodi.Domain.Geodesy;

/// <summary>
/// Coefficients of the trigonometric series of the transverse Mercator projection, as polynomials in the third flattening n. Each row
/// is one coefficient, from the power of n that it begins with (Krüger 1912; Karney 2011, equations 35 and 36; Engsager and Poder 2007).
/// </summary>
internal static class KruegerSeries
{
    /// <summary>Gauss–Schreiber to Gauss–Krüger.</summary>
    public static double[] ToPlane(double n) => Evaluate(
        n,
        [1 / 2.0, -2 / 3.0, 5 / 16.0, 41 / 180.0, -127 / 288.0, 7891 / 37800.0],
        [13 / 48.0, -3 / 5.0, 557 / 1440.0, 281 / 630.0, -1983433 / 1935360.0],
        [61 / 240.0, -103 / 140.0, 15061 / 26880.0, 167603 / 181440.0],
        [49561 / 161280.0, -179 / 168.0, 6601661 / 7257600.0],
        [34729 / 80640.0, -3418889 / 1995840.0],
        [212378941 / 319334400.0]);

    /// <summary>Gauss–Krüger to Gauss–Schreiber, to be subtracted.</summary>
    public static double[] FromPlane(double n) => Evaluate(
        n,
        [1 / 2.0, -2 / 3.0, 37 / 96.0, -1 / 360.0, -81 / 512.0, 96199 / 604800.0],
        [1 / 48.0, 1 / 15.0, -437 / 1440.0, 46 / 105.0, -1118711 / 3870720.0],
        [17 / 480.0, -37 / 840.0, -209 / 4480.0, 5569 / 90720.0],
        [4397 / 161280.0, -11 / 504.0, -830251 / 7257600.0],
        [4583 / 161280.0, -108847 / 3991680.0],
        [20648693 / 638668800.0]);

    /// <summary>Geographic to conformal latitude.</summary>
    public static double[] ToConformal(double n) => Evaluate(
        n,
        [-2, 2 / 3.0, 4 / 3.0, -82 / 45.0, 32 / 45.0, 4642 / 4725.0],
        [5 / 3.0, -16 / 15.0, -13 / 9.0, 904 / 315.0, -1522 / 945.0],
        [-26 / 15.0, 34 / 21.0, 8 / 5.0, -12686 / 2835.0],
        [1237 / 630.0, -12 / 5.0, -24832 / 14175.0],
        [-734 / 315.0, 109598 / 31185.0],
        [444337 / 155925.0]);

    /// <summary>Conformal to geographic latitude.</summary>
    public static double[] FromConformal(double n) => Evaluate(
        n,
        [2, -2 / 3.0, -2, 116 / 45.0, 26 / 45.0, -2854 / 675.0],
        [7 / 3.0, -8 / 5.0, -227 / 45.0, 2704 / 315.0, 2323 / 945.0],
        [56 / 15.0, -136 / 35.0, -1262 / 105.0, 73814 / 2835.0],
        [4279 / 630.0, -332 / 35.0, -399572 / 14175.0],
        [4174 / 315.0, -144838 / 6237.0],
        [601676 / 22275.0]);

    private static double[] Evaluate(double n, params double[][] rows) =>
    [
        .. rows.Select((row, power) => Math.Pow(n, power + 1) * row.Reverse().Aggregate(0.0, (sum, c) => (sum * n) + c)),
    ];
}
