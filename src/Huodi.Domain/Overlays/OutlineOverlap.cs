using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace Huodi.Domain.Overlays;

/// <summary>
/// The share of a parcel that lies in a polygon of a control layer, by Green's theorem: the pieces of each outline that lie inside the
/// other bound the common area, and no outline of it is built. All decisions are exact (<see cref="Sides"/>). Where the figures do not
/// fit together, which takes an outline that crosses itself, or where both outlines are very long, the general overlay decides.
/// One thread uses one instance.
/// </summary>
internal sealed class OutlineOverlap
{
    private const double Slack = 1e-9;
    private const long MostPairs = 4_000_000;

    private double[] _near = new double[256];
    private double[] _cuts = new double[16];
    private (int Edge, double At)[] _parcelCuts = new (int, double)[16];
    private int _parcelCutCount;
    private bool _runsAlong;

    /// <summary>Share of the parcel, 0 to 1. <paramref name="whole"/> is the parcel's own sum over its edges.</summary>
    public double Share(OutlineRings parcel, in LocalArea area, in LocalSum whole, ControlOutline control)
    {
        var box = control.Rings;
        if (box.MinX > parcel.MaxX || box.MaxX < parcel.MinX || box.MinY > parcel.MaxY || box.MaxY < parcel.MinY || whole.Trapezoid <= 0) return 0;
        var near = control.Near(parcel.MinX, parcel.MaxX, parcel.MinY, parcel.MaxY, ref _near);
        if (near == 0) return control.Contains(parcel.X[0], parcel.Y[0]) ? 1 : 0;
        if ((long)near * parcel.Count > MostPairs) return General(parcel, area, whole, control);

        (_parcelCutCount, _runsAlong) = (0, false);
        var sum = ControlPieces(parcel, area, near);
        if (_parcelCutCount > 1) Array.Sort(_parcelCuts, 0, _parcelCutCount);
        if (!ParcelPieces(parcel, area, control, ref sum)) return General(parcel, area, whole, control);

        var share = _runsAlong ? sum.Straight / whole.Straight : sum.Trapezoid / whole.Trapezoid;
        return share is < -Slack or > 1 + Slack ? General(parcel, area, whole, control) : Tidy(share);
    }

    /// <summary>The parcel's own sum over its edges.</summary>
    public static LocalSum Whole(OutlineRings parcel, in LocalArea area)
    {
        var sum = default(LocalSum);
        for (var r = 0; r < parcel.Rings; r++)
        {
            for (var i = parcel.Start(r); i + 1 < parcel.End(r); i++) sum += area.Of(parcel.X[i], parcel.Y[i], parcel.X[i + 1], parcel.Y[i + 1]);
        }

        return sum;
    }

    /// <summary>Share of the parcel in any of several polygons that may cover each other, by the general overlay.</summary>
    public static double ShareOfUnion(OutlineRings parcel, in LocalArea area, in LocalSum whole, IEnumerable<ControlOutline> controls)
    {
        var shape = parcel.ToGeometry();
        var pieces = controls.Select(c => Areas(OverlayNGRobust.Overlay(shape, c.Rings.ToGeometry(), SpatialFunction.Intersection))).ToList();
        var union = pieces.Aggregate((a, b) => OverlayNGRobust.Overlay(a, b, SpatialFunction.Union));
        return Tidy(Sum(union, area) / whole.Trapezoid);
    }

    private static double Tidy(double share) => share < Slack * 1e-3 ? 0 : share > 1 - Slack ? 1 : share;

    /// <summary>Only what has an area: a common line is no overlap.</summary>
    private static Geometry Areas(Geometry shape) => shape is Polygon or MultiPolygon
        ? shape
        : shape.Factory.BuildGeometry(NetTopologySuite.Geometries.Utilities.PolygonExtracter.GetPolygons(shape));

    private static double General(OutlineRings parcel, in LocalArea area, in LocalSum whole, ControlOutline control) =>
        Tidy(Sum(OverlayNGRobust.Overlay(parcel.ToGeometry(), control.Rings.ToGeometry(), SpatialFunction.Intersection), area) / whole.Trapezoid);

    private static double Sum(Geometry shape, in LocalArea area)
    {
        var sum = 0.0;
        foreach (var polygon in NetTopologySuite.Geometries.Utilities.PolygonExtracter.GetPolygons(shape).Cast<Polygon>())
        {
            sum += Math.Abs(OfLine(polygon.ExteriorRing, area));
            foreach (var hole in polygon.InteriorRings) sum -= Math.Abs(OfLine(hole, area));
        }

        return sum;
    }

    private static double OfLine(LineString ring, in LocalArea area)
    {
        var (points, sum) = (ring.CoordinateSequence, 0.0);
        for (var i = 0; i + 1 < points.Count; i++) sum += area.Of(points.GetX(i), points.GetY(i), points.GetX(i + 1), points.GetY(i + 1)).Trapezoid;
        return sum;
    }

    /// <summary>The control layer's edges inside the parcel, and on the way every crossing.</summary>
    private LocalSum ControlPieces(OutlineRings parcel, in LocalArea area, int near)
    {
        var (x, y, sum) = (parcel.X, parcel.Y, default(LocalSum));
        for (var j = 0; j < near; j += 4)
        {
            var (x1, y1, x2, y2) = (_near[j], _near[j + 1], _near[j + 2], _near[j + 3]);
            var (west, east) = x1 < x2 ? (x1, x2) : (x2, x1);
            var (south, north) = y1 < y2 ? (y1, y2) : (y2, y1);
            var (isInside, cuts) = (false, 0);
            for (var r = 0; r < parcel.Rings; r++)
            {
                var end = parcel.End(r) - 1;
                for (var i = parcel.Start(r); i < end; i++)
                {
                    var (ax, ay, bx, by) = (x[i], y[i], x[i + 1], y[i + 1]);

                    // Parity of the edges to the east of the first end, which is thought to lie a little north and east.
                    if (ay > y1 != by > y1 && (ax >= x1 || bx >= x1)
                        && Sides.IsControlPointLeft(Sides.Of(ax, ay, bx, by, x1, y1), bx - ax, by - ay) == by > ay) isInside = !isInside;
                    if ((ax < west && bx < west) || (ax > east && bx > east) || (ay < south && by < south) || (ay > north && by > north)) continue;
                    var (first, second) = (Sides.Of(ax, ay, bx, by, x1, y1), Sides.Of(ax, ay, bx, by, x2, y2));
                    if (first == 0 && second == 0) _runsAlong = true;
                    if (Sides.IsControlPointLeft(first, bx - ax, by - ay) == Sides.IsControlPointLeft(second, bx - ax, by - ay)) continue;
                    if (Sides.IsParcelPointLeft(x1, y1, x2, y2, ax, ay) == Sides.IsParcelPointLeft(x1, y1, x2, y2, bx, by)) continue;
                    if (cuts == _cuts.Length) Array.Resize(ref _cuts, 2 * cuts);
                    _cuts[cuts++] = Along(x1, y1, x2, y2, ax, ay, bx, by);
                    if (_parcelCutCount == _parcelCuts.Length) Array.Resize(ref _parcelCuts, 2 * _parcelCutCount);
                    _parcelCuts[_parcelCutCount++] = (i, Along(ax, ay, bx, by, x1, y1, x2, y2));
                }
            }

            if (cuts > 1) Array.Sort(_cuts, 0, cuts);
            var from = 0.0;
            for (var k = 0; k < cuts; k++)
            {
                if (isInside) sum += Piece(area, x1, y1, x2, y2, from, _cuts[k]);
                (from, isInside) = (_cuts[k], !isInside);
            }

            if (isInside) sum += Piece(area, x1, y1, x2, y2, from, 1);
        }

        return sum;
    }

    /// <summary>Adds the parcel's edges inside the control polygon; false when a ring does not come back to where it began.</summary>
    private bool ParcelPieces(OutlineRings parcel, in LocalArea area, ControlOutline control, ref LocalSum sum)
    {
        var (x, y, next) = (parcel.X, parcel.Y, 0);
        for (var r = 0; r < parcel.Rings; r++)
        {
            var (start, end) = (parcel.Start(r), parcel.End(r) - 1);
            var first = control.Contains(x[start], y[start]);
            var isInside = first;
            for (var i = start; i < end; i++)
            {
                var from = 0.0;
                for (; next < _parcelCutCount && _parcelCuts[next].Edge == i; next++)
                {
                    var cut = _parcelCuts[next].At;
                    if (isInside) sum += Piece(area, x[i], y[i], x[i + 1], y[i + 1], from, cut);
                    (from, isInside) = (cut, !isInside);
                }

                if (isInside) sum += Piece(area, x[i], y[i], x[i + 1], y[i + 1], from, 1);
            }

            if (isInside != first) return false;
        }

        return true;
    }

    private static LocalSum Piece(in LocalArea area, double x1, double y1, double x2, double y2, double from, double to) => area.Of(
        from == 0 ? x1 : x1 + (from * (x2 - x1)),
        from == 0 ? y1 : y1 + (from * (y2 - y1)),
        to == 1 ? x2 : x1 + (to * (x2 - x1)),
        to == 1 ? y2 : y1 + (to * (y2 - y1)));

    /// <summary>Where along the first line the second crosses it, 0 to 1.</summary>
    private static double Along(double x1, double y1, double x2, double y2, double ax, double ay, double bx, double by)
    {
        var (ux, uy) = (bx - ax, by - ay);
        var first = (ux * (y1 - ay)) - (uy * (x1 - ax));
        var second = (ux * (y2 - ay)) - (uy * (x2 - ax));
        return first == second ? 0 : Math.Clamp(first / (first - second), 0, 1);
    }
}
