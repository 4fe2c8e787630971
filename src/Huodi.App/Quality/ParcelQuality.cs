using Huodi.App.Stores;
using Huodi.Domain.Geodesy;
using Huodi.Domain.Parcels;
using Huodi.Domain.Quality;
using NetTopologySuite.Geometries;

namespace Huodi.App.Quality;

/// <summary>Every check that concerns one parcel alone: shape, codes, areas.</summary>
public sealed class ParcelQuality(QualityProfile profile)
{
    private readonly GeometryCheck _geometry = new(profile);
    private readonly AreaCheck _area = new(profile);

    /// <summary>What was found, and whether the shape can take part in comparisons. A finding without a place gets one inside the parcel.</summary>
    public (IReadOnlyList<QualityFinding> Findings, bool IsSound) Check(Parcel parcel)
    {
        var shape = _geometry.Check(parcel.Shape);
        var isSound = !shape.Any(f => f.Severity == QualitySeverity.Error);
        var found = new List<QualityFinding>(shape);
        found.AddRange(CodeCheck.Check(parcel));
        if (isSound && _area.Check(RegisteredArea.SquareMetres(parcel.Facts), EllipsoidalArea.Measure(parcel.Shape).SquareMetres) is { } area) found.Add(area);
        if (found.Count == 0) return (found, isSound);

        var place = Place(parcel.Shape, isSound);
        return ([.. found.Select(f => f.Place is null ? f with { Place = place } : f)], isSound);
    }

    private static QualityPlace? Place(Geometry shape, bool isSound)
    {
        var point = isSound ? shape.InteriorPoint.Coordinate : shape.EnvelopeInternal is { IsNull: false } box ? box.Centre : null;
        return point is not null && double.IsFinite(point.X + point.Y) ? new(point.X, point.Y) : null;
    }
}
