namespace Huodi.Domain.Geodesy.Placement;

/// <summary>Degrees, minutes and seconds packed into one number, as field books and calculators write them.</summary>
internal static class PackedDegrees
{
    private const double Sliver = 1e-9;
    private const int Decades = 6;
    private const int DistinctSeconds = 20;
    private const int DistinctMinutes = 3;

    /// <summary>The angle in degrees; NaN when minutes or seconds reach sixty.</summary>
    public static double Read(double value, bool isWhole)
    {
        var (degrees, minutes, seconds) = Split(value, isWhole);
        return minutes < 60 && seconds < 60 ? degrees + (minutes / 60) + (seconds / 3600) : double.NaN;
    }

    /// <summary>
    /// Whether numbers that could be decimal degrees must be packed ones: minutes and seconds run through every ten below sixty on
    /// both axes and never reach sixty. A file of decimal degrees looks like that less than once in a million.
    /// </summary>
    public static bool IsEvident(IReadOnlyList<(double X, double Y)> sample) => IsEvident(sample.Select(p => p.X)) && IsEvident(sample.Select(p => p.Y));

    private static bool IsEvident(IEnumerable<double> values)
    {
        var minutes = new HashSet<int>();
        var seconds = new HashSet<int>();
        foreach (var value in values)
        {
            var (_, m, s) = Split(value, isWhole: false);
            if (m >= 60 || s >= 60) return false;
            _ = minutes.Add((int)m);
            _ = seconds.Add((int)s);
        }

        return minutes.Count >= DistinctMinutes && seconds.Count >= DistinctSeconds && seconds.Select(s => s / 10).Distinct().Count() == Decades;
    }

    private static (double Degrees, double Minutes, double Seconds) Split(double value, bool isWhole)
    {
        // 117.30 is stored as 117.2999…: the sliver keeps its minutes whole.
        var packed = (isWhole ? value : value * 10_000) + Sliver;
        var degrees = Math.Floor(packed / 10_000);
        var minutes = Math.Floor((packed - (degrees * 10_000)) / 100);
        return (degrees, minutes, packed - (degrees * 10_000) - (minutes * 100));
    }
}
