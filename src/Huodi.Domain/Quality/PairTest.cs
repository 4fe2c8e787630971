namespace Huodi.Domain.Quality;

/// <summary>Quick answers about two shapes in a local frame, which spare nearly all neighbours of a clean map the full overlay.</summary>
internal static class PairTest
{
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
        var depth = tolerance / Math.Sqrt((east * east) + (north * north));
        return Parts(a, b, scale, depth) || Parts(b, a, scale, depth);
    }

    /// <summary>Whether a side of one runs along a side of the other at a distance above nothing and below <paramref name="width"/> metres.</summary>
    public static bool RunsAlong(CompactShape a, CompactShape b, LocalScale scale, double width)
    {
        var (originX, originY) = (b.Box.MinX, b.Box.MinY);
        foreach (var (start, end) in a.Rings())
        {
            for (var i = start; i + 3 < end; i += 2)
            {
                var ax = (a.Xy[i] - originX) * scale.East;
                var ay = (a.Xy[i + 1] - originY) * scale.North;
                var dx = ((a.Xy[i + 2] - originX) * scale.East) - ax;
                var dy = ((a.Xy[i + 3] - originY) * scale.North) - ay;
                if (RunsAlong(ax, ay, dx, dy, b, originX, originY, scale, width)) return true;
            }
        }

        return false;
    }

    private static bool RunsAlong(double ax, double ay, double dx, double dy, CompactShape b, double originX, double originY, LocalScale scale, double width)
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
