using System.Text.Json;

namespace Huodi.Formats.Geo;

/// <summary>Names and plausible coordinates of a GeoJSON file, read from <c>geo.profile.json</c>.</summary>
/// <param name="RepairTolerance">Greatest share of its area that a repaired boundary may gain or lose.</param>
internal sealed record GeoProfile(
    string Note,
    IReadOnlyList<string> DistrictCode,
    IReadOnlyList<string> DistrictName,
    IReadOnlyList<string> ParcelId,
    IReadOnlyList<string> ParcelName,
    IReadOnlyList<string> ParcelDivision,
    GeoExtent Extent,
    double RepairTolerance)
{
    /// <summary>The profile this project carries.</summary>
    public static GeoProfile Default { get; } = Load();

    private static GeoProfile Load()
    {
        using var json = typeof(GeoProfile).Assembly.GetManifestResourceStream("geo.profile.json")
            ?? throw new InvalidOperationException("The profile is not embedded.");
        return JsonSerializer.Deserialize<GeoProfile>(json, JsonSerializerOptions.Web) ?? throw new InvalidOperationException("The profile is empty.");
    }
}

/// <summary>Degrees within which a coordinate is plausible, ends included.</summary>
internal sealed record GeoExtent(double West, double South, double East, double North)
{
    public bool Contains(double longitude, double latitude) =>
        longitude >= West && longitude <= East && latitude >= South && latitude <= North;
}
