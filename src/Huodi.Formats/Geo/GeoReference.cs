using System.Text.Json;

namespace Huodi.Formats.Geo;

/// <summary>What a GeoJSON file says of its coordinate reference system.</summary>
internal static class GeoReference
{
    /// <summary>WGS 84, longitude and latitude: what a file that says nothing is in (RFC 7946).</summary>
    public const int Wgs84Code = 4326;

    /// <summary>The name of the system a <c>crs</c> member gives; empty when it gives none.</summary>
    public static string Name(JsonElement crs) => crs.ValueKind == JsonValueKind.Object && crs.TryGetProperty("properties", out var properties)
        && properties.ValueKind == JsonValueKind.Object && properties.TryGetProperty("name", out var stated)
        && stated.ValueKind == JsonValueKind.String
        ? stated.GetString() ?? ""
        : "";
}
