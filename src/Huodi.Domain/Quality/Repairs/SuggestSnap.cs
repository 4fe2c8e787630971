using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Overlay.Snap;

namespace Huodi.Domain.Quality.Repairs;

/// <summary>Suggests how a parcel could be laid against its neighbour where a sliver lies between the two or both claim it.</summary>
public sealed class SuggestSnap(QualityProfile profile)
{
    private readonly GeometryCheck _check = new(profile);

    /// <summary>The suggestion for the first of the two; null when it would leave a fault or close nothing.</summary>
    /// <param name="parcel">The parcel that would move.</param>
    /// <param name="shape">Its shape.</param>
    /// <param name="neighbour">The parcel that stays.</param>
    /// <param name="fixedShape">Its shape.</param>
    public ShapeRepair? For(string parcel, Geometry shape, string neighbour, Geometry fixedShape)
    {
        try
        {
            var latitude = shape.EnvelopeInternal.Centre.Y;
            var reach = profile.SliverWidthMetres / LocalScale.At(latitude).East;
            var snapped = new GeometrySnapper(shape).SnapTo(fixedShape, reach);
            if (snapped is not (Polygon or MultiPolygon) || snapped.EqualsExact(shape)) return null;
            if (_check.Check(snapped).Any(f => f.Severity == QualitySeverity.Error) || Faults(snapped) >= Faults(shape)) return null;
            return new(parcel, shape, snapped, [$"把离“{neighbour}”界址点 {profile.SliverWidthMetres} 米以内的界线贴合到它上面"]);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            // A pair that cannot be laid together is left to a person.
            return null;
        }

        int Faults(Geometry moved)
        {
            var pair = new NeighbourCheck(profile);
            pair.Add(parcel, moved, isSound: true);
            pair.Add(neighbour, fixedShape, isSound: true);
            return pair.Run(CancellationToken.None).Count;
        }
    }
}
