using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Valid;

namespace Huodi.Domain.Quality;

/// <summary>NetTopologySuite's validity check in the words of <see cref="ShapeKinds"/>, and holes that touch, which it allows.</summary>
internal static class GeneralValidity
{
    /// <summary>Adds what is wrong, and tells whether the shape is valid.</summary>
    public static bool Check(Geometry shape, ref FindingList? findings)
    {
        TopologyValidationError? error;
        try
        {
            var check = new IsValidOp(shape);
            error = check.IsValid ? null : check.ValidationError;
            if (error is null) TouchingHoles(shape, ref findings);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            // The check meets shapes no surveyor draws; whatever it stumbles over, the run goes on and the shape is named.
            (findings ??= new()).Add(ShapeKinds.Undecided, $"图形检查没有得出结论（{problem.GetType().Name}）。", Centre(shape));
            return false;
        }

        if (error is null) return true;
        var kind = Kind(error.ErrorType);
        var place = error.Coordinate is { } at ? Nearest(shape, at) : Centre(shape);
        (findings ??= new()).Add(kind, $"{place}{kind.Title}。", place);
        return false;
    }

    private static QualityKind Kind(TopologyValidationErrors error) => error switch
    {
        TopologyValidationErrors.SelfIntersection => ShapeKinds.SelfIntersection,
        TopologyValidationErrors.RingSelfIntersection => ShapeKinds.SelfTouch,
        TopologyValidationErrors.HoleOutsideShell => ShapeKinds.HoleOutside,
        TopologyValidationErrors.NestedHoles => ShapeKinds.HolesNested,
        TopologyValidationErrors.NestedShells => ShapeKinds.PartsOverlap,
        TopologyValidationErrors.DuplicateRings => ShapeKinds.RingsDuplicate,
        TopologyValidationErrors.DisconnectedInteriors => ShapeKinds.Disconnected,
        TopologyValidationErrors.TooFewPoints => ShapeKinds.TooFewPoints,
        TopologyValidationErrors.RingNotClosed => ShapeKinds.RingOpen,
        TopologyValidationErrors.InvalidCoordinate => ShapeKinds.Coordinate,
        _ => ShapeKinds.Undecided,
    };

    private static void TouchingHoles(Geometry shape, ref FindingList? findings)
    {
        for (var part = 0; part < shape.NumGeometries; part++)
        {
            if (shape.GetGeometryN(part) is not Polygon { NumInteriorRings: > 0 } polygon) continue;
            var shell = new IndexedPointInAreaLocator(polygon.ExteriorRing);
            for (var hole = 0; hole < polygon.NumInteriorRings; hole++)
            {
                var ring = polygon.GetInteriorRingN(hole);
                if (Touch(shell, ring.CoordinateSequence) is { } vertex)
                {
                    Touches(findings ??= new(), new(vertex.X, vertex.Y, part + 1, hole + 2, vertex.Number));
                }
                else if (Touch(new IndexedPointInAreaLocator(ring), polygon.ExteriorRing.CoordinateSequence) is { } corner)
                {
                    Touches(findings ??= new(), new(corner.X, corner.Y, part + 1, 1, corner.Number));
                }
            }
        }
    }

    private static void Touches(FindingList findings, QualityPlace place) =>
        findings.Add(ShapeKinds.HoleTouches, $"{place}，内环在这一点上接触外环。", place);

    private static (double X, double Y, int Number)? Touch(IndexedPointInAreaLocator area, CoordinateSequence points)
    {
        for (var i = 0; i < points.Count - 1; i++)
        {
            var point = points.GetCoordinate(i);
            if (area.Locate(point) == Location.Boundary) return (point.X, point.Y, i + 1);
        }

        return null;
    }

    /// <summary>The place with the nearest vertex, which is where a person looks in the coordinate list.</summary>
    private static QualityPlace Nearest(Geometry shape, Coordinate at)
    {
        var (best, nearest) = (double.PositiveInfinity, new QualityPlace(at.X, at.Y));
        for (var part = 0; part < shape.NumGeometries; part++)
        {
            if (shape.GetGeometryN(part) is not Polygon polygon) continue;
            for (var ring = 0; ring <= polygon.NumInteriorRings; ring++)
            {
                var points = (ring == 0 ? polygon.ExteriorRing : polygon.GetInteriorRingN(ring - 1)).CoordinateSequence;
                for (var i = 0; i < points.Count - 1; i++)
                {
                    var (x, y) = (points.GetX(i) - at.X, points.GetY(i) - at.Y);
                    var distance = (x * x) + (y * y);
                    if (distance < best) (best, nearest) = (distance, new(at.X, at.Y, part + 1, ring + 1, i + 1));
                }
            }
        }

        return nearest;
    }

    private static QualityPlace? Centre(Geometry shape) => shape.EnvelopeInternal is { IsNull: false } box ? new(box.Centre.X, box.Centre.Y) : null;
}
