using NetTopologySuite.Geometries;

namespace Huodi.Domain.Quality;

/// <summary>Quick answers about two shapes in a local frame, which spare nearly all neighbours of a clean map the full overlay.</summary>
internal static class PairTest
{
    private const int MostNumbers = 64;

    /// <summary>
    /// Whether a side of one shape parts the two so that their overlap is certainly no larger than <paramref name="tolerance"/> ㎡: all of
    /// the one lies on its left, and none of the other reaches over it by more than what gives that area along the boxes' common diagonal.
    /// </summary>
    public static bool OverlapAtMost(CompactShape a, CompactShape b, LocalScale scale, double tolerance)
    {
        var common = a.Box.Intersection(b.Box);
        if (common.IsNull) return true;
        var (east, north) = (common.Width * scale.East, common.Height * scale.North);
        if (east * north <= tolerance) return true;
        if (a.Xy.Length + b.Xy.Length > MostNumbers) return false; // every side against every corner: the outlines tell it faster
        var depth = tolerance / Math.Sqrt((east * east) + (north * north));
        return Parts(a, b, scale, depth) || Parts(b, a, scale, depth);
    }

    /// <summary>
    /// The box in degrees of all sides of one that run along a side of the other at a distance above nothing and below <paramref name="width"/>
    /// metres; sides that the two share are left out. Null when there is none.
    /// </summary>
    public static Envelope? Along(CompactShape a, CompactShape b, SharedSides shared, LocalScale scale, double width)
    {
        var (originX, originY) = (b.Box.MinX, b.Box.MinY);
        Envelope? along = null;
        var near = Near(a.Box, b.Box, scale, width);
        foreach (var (start, end) in a.Rings())
        {
            for (var i = start; i + 3 < end; i += 2)
            {
                if (!Meets(a.Xy, i, near) || shared.OfFirst(i)) continue;
                var ax = (a.Xy[i] - originX) * scale.East;
                var ay = (a.Xy[i + 1] - originY) * scale.North;
                var dx = ((a.Xy[i + 2] - originX) * scale.East) - ax;
                var dy = ((a.Xy[i + 3] - originY) * scale.North) - ay;
                if (RunsAlong(ax, ay, dx, dy, b, shared, near, originX, originY, scale, width)) (along ??= new()).ExpandToInclude(new Envelope(a.Xy[i], a.Xy[i + 2], a.Xy[i + 1], a.Xy[i + 3]));
            }
        }

        return along;
    }

    private static bool RunsAlong(
        double ax, double ay, double dx, double dy, CompactShape b, SharedSides shared, in Bounds near, double originX, double originY, LocalScale scale, double width)
    {
        const double Touching = 0.001; // metres; nearer sides are one side, as survey coordinates go
        const double Steep = 0.5; // sine of the angle between two sides above which they do not run along each other
        var length = Math.Sqrt((dx * dx) + (dy * dy));
        if (length < Touching) return false;
        var (ux, uy) = (dx / length, dy / length);
        foreach (var (start, end) in b.Rings())
        {
            for (var i = start; i + 3 < end; i += 2)
            {
                if (!Meets(b.Xy, i, near) || shared.OfSecond(i)) continue;
                var px = ((b.Xy[i] - originX) * scale.East) - ax;
                var py = ((b.Xy[i + 1] - originY) * scale.North) - ay;
                var qx = ((b.Xy[i + 2] - originX) * scale.East) - ax;
                var qy = ((b.Xy[i + 3] - originY) * scale.North) - ay;
                var (ps, qs) = ((px * ux) + (py * uy), (qx * ux) + (qy * uy));
                var (pt, qt) = ((py * ux) - (px * uy), (qy * ux) - (qx * uy));
                var (from, to) = (Math.Max(0, Math.Min(ps, qs)), Math.Min(length, Math.Max(ps, qs)));
                if (to - from < Touching || Math.Abs(qt - pt) > Steep * Math.Sqrt(((qs - ps) * (qs - ps)) + ((qt - pt) * (qt - pt)))) continue;
                var middle = pt + ((qt - pt) * ((((from + to) / 2) - ps) / (qs - ps)));
                if (Math.Abs(middle) > Touching && Math.Abs(middle) < width) return true;
            }
        }

        return false;
    }

    /// <summary>Where both shapes may come nearer than a width.</summary>
    private static Bounds Near(Envelope a, Envelope b, LocalScale scale, double width)
    {
        var (east, north) = (width / scale.East, width / scale.North);
        return new(Math.Max(a.MinX, b.MinX) - east, Math.Min(a.MaxX, b.MaxX) + east, Math.Max(a.MinY, b.MinY) - north, Math.Min(a.MaxY, b.MaxY) + north);
    }

    private static bool Meets(double[] xy, int i, in Bounds box) =>
        !((xy[i] < box.West && xy[i + 2] < box.West) || (xy[i] > box.East && xy[i + 2] > box.East)
        || (xy[i + 1] < box.South && xy[i + 3] < box.South) || (xy[i + 1] > box.North && xy[i + 3] > box.North));

    private readonly record struct Bounds(double West, double East, double South, double North);

    private static bool Parts(CompactShape a, CompactShape b, LocalScale scale, double depth)
    {
        var (originX, originY) = (a.Box.MinX, a.Box.MinY);
        foreach (var (start, end) in a.Rings())
        {
            for (var i = start; i + 3 < end; i += 2)
            {
                var x = (a.Xy[i] - originX) * scale.East;
                var y = (a.Xy[i + 1] - originY) * scale.North;
                var dx = ((a.Xy[i + 2] - originX) * scale.East) - x;
                var dy = ((a.Xy[i + 3] - originY) * scale.North) - y;
                var length = Math.Sqrt((dx * dx) + (dy * dy));
                if (length == 0) continue;
                var (ux, uy) = (dx / length, dy / length);
                if (Reaches(b, 1) <= depth / 2 && Reaches(a, -1) <= depth / 2) return true;
                if (Reaches(b, -1) <= depth / 2 && Reaches(a, 1) <= depth / 2) return true;

                double Reaches(CompactShape shape, int side)
                {
                    var most = double.NegativeInfinity;
                    for (var k = 0; k < shape.Xy.Length; k += 2)
                    {
                        var px = ((shape.Xy[k] - originX) * scale.East) - x;
                        var py = ((shape.Xy[k + 1] - originY) * scale.North) - y;
                        most = Math.Max(most, side * ((py * ux) - (px * uy)));
                    }

                    return most;
                }
            }
        }

        return false;
    }
}
