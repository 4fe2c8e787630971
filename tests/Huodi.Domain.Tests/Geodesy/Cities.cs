using System.Collections.Concurrent;
using System.Text.Json;
using Huodi.Domain.Codes;
using Huodi.Domain.Districts;
using Huodi.Domain.Geodesy.Placement;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;

namespace Huodi.Domain.Tests.Geodesy;

/// <summary>The district boundaries of the sample cities, and places inside them.</summary>
internal static class Cities
{
    private static readonly ConcurrentDictionary<string, IReadOnlyList<District>> Read = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, KnownExtent> Extents = new(StringComparer.Ordinal);

    public static IReadOnlyList<string> Names { get; } = ["dalian", "hefei", "qingdao", "urumqi"];

    public static IReadOnlyList<District> Districts(string city) => Read.GetOrAdd(city, Load);

    public static KnownExtent Extent(string city) => Extents.GetOrAdd(city, c => KnownExtent.Of(Districts(c)));

    /// <summary>Places in a district, longitude first; the same seed gives the same.</summary>
    public static IReadOnlyList<(double X, double Y)> Places(District district, int count, int seed)
    {
        var random = new Random(seed);
        var bounds = district.Boundary.EnvelopeInternal;
        var area = new IndexedPointInAreaLocator(district.Boundary);
        var places = new List<(double, double)>();
        while (places.Count < count)
        {
            var (x, y) = (bounds.MinX + (random.NextDouble() * bounds.Width), bounds.MinY + (random.NextDouble() * bounds.Height));
            if (area.Locate(new Coordinate(x, y)) == Location.Interior) places.Add((Math.Round(x, 9), Math.Round(y, 9)));
        }

        return places;
    }

    private static IReadOnlyList<District> Load(string city)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Root(), "samples", "boundaries", city + ".geojson")));
        return [.. document.RootElement.GetProperty("features").EnumerateArray().Select(One)];
    }

    private static District One(JsonElement feature)
    {
        var geometry = feature.GetProperty("geometry");
        var coordinates = geometry.GetProperty("coordinates");
        var parts = geometry.GetProperty("type").GetString() == "Polygon" ? [coordinates] : coordinates.EnumerateArray().ToList();
        var factory = new GeometryFactory(new PrecisionModel(), 4490);
        var shape = factory.CreateMultiPolygon([.. parts.Select(p => factory.CreatePolygon(Ring(p[0])))]).Buffer(0);
        return new(DivisionCode.Parse(feature.GetProperty("id").GetString()!), feature.GetProperty("properties").GetProperty("name").GetString()!, shape);
    }

    private static Coordinate[] Ring(JsonElement ring) => [.. ring.EnumerateArray().Select(p => new Coordinate(p[0].GetDouble(), p[1].GetDouble()))];

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Huodi.slnx"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
