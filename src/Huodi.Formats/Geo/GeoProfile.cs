using System.Text.Json;

namespace Huodi.Formats.Geo;

/// <summary>What a layer of districts calls its code and name, read from <c>geo.profile.json</c>.</summary>
/// <param name="RepairTolerance">Greatest share of its area that a repaired boundary may gain or lose.</param>
internal sealed record GeoProfile(
    string Note,
    IReadOnlyList<string> DistrictCode,
    IReadOnlyList<string> DistrictName,
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
