namespace Huodi.Domain.Geodesy.Placement;

/// <summary>Where the sample falls under one reading.</summary>
/// <param name="Reading">The reading.</param>
/// <param name="Share">Share of the sample inside the known extent, 0 to 1.</param>
/// <param name="Districts">Names of the districts it falls into, the fullest first.</param>
/// <param name="Longitude">Longitude of the middle point, degrees; NaN when it makes no place.</param>
/// <param name="Latitude">Latitude of the middle point, degrees.</param>
public sealed record PlacementTrial(CoordinateReading Reading, double Share, IReadOnlyList<string> Districts, double Longitude, double Latitude)
{
    private const int Named = 4;

    /// <summary>Where, in words.</summary>
    public string Where => Share > 0
        ? $"{Share:P0} 的点落在{string.Join('、', Districts.Take(Named))}{(Districts.Count > Named ? "等" : "")}"
        : double.IsFinite(Longitude) && Math.Abs(Longitude) <= 180 ? $"落在经度 {Longitude:0.###}°、纬度 {Latitude:0.###}°" : "不成其为地面上的位置";

    /// <summary>Puts a sample where the reading says.</summary>
    internal static PlacementTrial Of(CoordinateReading reading, IReadOnlyList<(double X, double Y)> sample, KnownExtent extent)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (x, y) in sample)
        {
            var (longitude, latitude) = reading.Place(x, y);
            if (extent.NameAt(longitude, latitude) is { } name) counts[name] = counts.GetValueOrDefault(name) + 1;
        }

        var (middleX, middleY) = sample[sample.Count / 2];
        var middle = reading.Place(middleX, middleY);
        return new(
            reading,
            (double)counts.Values.Sum() / sample.Count,
            [.. counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Key)],
            middle.Longitude,
            middle.Latitude);
    }
}
