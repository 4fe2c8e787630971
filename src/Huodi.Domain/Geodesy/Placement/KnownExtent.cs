using Huodi.Domain.Districts;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;

namespace Huodi.Domain.Geodesy.Placement;

/// <summary>Where the shapes of a file may lie: in the districts that the store knows, or, while it knows none, anywhere in China.</summary>
public sealed class KnownExtent
{
    // Published district boundaries are simplified; a mistaken zone moves shapes a hundred times as far.
    private const double MarginDegrees = 0.02;

    // China with its seas, as EPSG gives the area of use of CGCS2000, rounded outwards.
    private static readonly Envelope ChinaBounds = new(73, 136, 3, 54);

    private readonly List<(string Name, Envelope Bounds, IndexedPointInAreaLocator Area)> _districts;

    private KnownExtent(IEnumerable<District> districts)
    {
        _districts = [.. districts.Select(d => (d.Name, Wide: d.Boundary.Buffer(MarginDegrees))).Select(d => (d.Name, d.Wide.EnvelopeInternal, new IndexedPointInAreaLocator(d.Wide)))];
    }

    /// <summary>Anywhere in China.</summary>
    public static KnownExtent China { get; } = new([]);

    /// <summary>True while no district is known.</summary>
    public bool IsChina => _districts.Count == 0;

    /// <summary>The districts; China when there are none.</summary>
    public static KnownExtent Of(IEnumerable<District> districts)
    {
        var known = new KnownExtent(districts);
        return known.IsChina ? China : known;
    }

    /// <summary>Whether the whole of a box in degrees lies in China.</summary>
    public static bool InChina(Envelope bounds) => ChinaBounds.Contains(bounds);

    /// <summary>Whether a place may be right.</summary>
    public bool Contains(double longitude, double latitude) => NameAt(longitude, latitude) is not null;

    /// <summary>The district of a place, 中国 while none is known, or null outside.</summary>
    public string? NameAt(double longitude, double latitude)
    {
        if (!ChinaBounds.Contains(longitude, latitude)) return null; // NaN is nowhere
        if (IsChina) return "中国";
        var place = new Coordinate(longitude, latitude);
        foreach (var (name, bounds, area) in _districts)
        {
            if (bounds.Contains(place) && area.Locate(place) != Location.Exterior) return name;
        }

        return null;
    }
}
