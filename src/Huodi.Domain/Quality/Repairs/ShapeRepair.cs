using Huodi.Domain.Geodesy;
using NetTopologySuite.Geometries;

namespace Huodi.Domain.Quality.Repairs;

/// <summary>A suggestion for one shape. Nothing is changed until somebody asks for it; the boundary is a legal fact.</summary>
/// <param name="Parcel">Identity of the parcel.</param>
/// <param name="Before">The shape as it is.</param>
/// <param name="After">The shape as suggested.</param>
/// <param name="Steps">What was done, in Chinese, in order.</param>
public sealed record ShapeRepair(string Parcel, Geometry Before, Geometry After, IReadOnlyList<string> Steps)
{
    /// <summary>㎡ before, on the ellipsoid; null where the shape crosses itself and has no meaningful area.</summary>
    public double? AreaBefore { get; } = Before.IsValid ? EllipsoidalArea.SquareMetres(Before) : null;

    /// <summary>㎡ after, on the ellipsoid.</summary>
    public double AreaAfter { get; } = EllipsoidalArea.SquareMetres(After);

    /// <summary>Vertices that the suggestion takes away.</summary>
    public IReadOnlyList<Coordinate> Removed { get; } = Difference(Before, After);

    /// <summary>Vertices that the suggestion adds.</summary>
    public IReadOnlyList<Coordinate> Added { get; } = Difference(After, Before);

    private static List<Coordinate> Difference(Geometry from, Geometry other)
    {
        var there = other.Coordinates.Select(c => (c.X, c.Y)).ToHashSet();
        return [.. from.Coordinates.Where(c => !there.Contains((c.X, c.Y))).DistinctBy(c => (c.X, c.Y))];
    }
}
