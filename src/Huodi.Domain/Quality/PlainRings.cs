namespace Huodi.Domain.Quality;

/// <summary>
/// Proves that the rings of a small polygon are valid (OGC 06-103r4, 6.1.11.1), with comparisons that rounding cannot falsify. Where it
/// cannot prove it, it says so: the shape may be valid all the same, and the general check decides.
/// </summary>
public static class PlainRings
{
    /// <summary>Larger polygons are left to the general check: every segment is held against every other here.</summary>
    public const int MostPoints = 128;

    /// <summary>Whether the rings are certainly valid together.</summary>
    /// <param name="xy">Finite coordinates x, y of all points, ring after ring, each closed; no point twice in a row.</param>
    /// <param name="ends">For each ring the number of points up to its end; the outer ring comes first.</param>
    /// <returns>True when proved; false when not valid, or in doubt, or larger than <see cref="MostPoints"/>.</returns>
    public static bool AreSurelyValid(ReadOnlySpan<double> xy, ReadOnlySpan<int> ends)
    {
        if (ends.Length == 0 || ends[^1] > MostPoints) return false;
        var start = 0;
        foreach (var end in ends)
        {
            if (!IsSimple(xy[(2 * start)..(2 * end)])) return false;
            start = end;
        }

        return ends.Length == 1 || AreNested(xy, ends);
    }

    private static bool IsSimple(ReadOnlySpan<double> ring)
    {
        var segments = (ring.Length / 2) - 1;
        if (segments < 3 || ring[0] != ring[^2] || ring[1] != ring[^1]) return false;
        for (var i = 0; i < segments; i++)
        {
            var next = i + 1 == segments ? 0 : i + 1;
            if (!MeetOnlyAtTheirVertex(ring[(2 * i)..], ring.Slice((2 * next) + 2, 2))) return false;
            var last = i == 0 ? segments - 1 : segments;
            if (!IsApartFrom(ring.Slice(2 * i, 4), ring, i + 2, last)) return false;
        }

        return true;
    }

    private static bool MeetOnlyAtTheirVertex(ReadOnlySpan<double> a, ReadOnlySpan<double> b) =>
        Orientation.Of(a[0], a[1], a[2], a[3], b[0], b[1]) != 0 || Orientation.Turn(a[0], a[1], a[2], a[3], b[0], b[1]) < 0;

    /// <summary>Whether a segment certainly has no point in common with segments first..last-1 of a ring.</summary>
    private static bool IsApartFrom(ReadOnlySpan<double> segment, ReadOnlySpan<double> ring, int first, int last)
    {
        var (ax, ay, bx, by) = (segment[0], segment[1], segment[2], segment[3]);
        var (minX, maxX) = ax < bx ? (ax, bx) : (bx, ax);
        var (minY, maxY) = ay < by ? (ay, by) : (by, ay);
        for (var j = 2 * first; j < 2 * last; j += 2)
        {
            var (cx, cy, dx, dy) = (ring[j], ring[j + 1], ring[j + 2], ring[j + 3]);
            if ((cx > maxX && dx > maxX) || (cx < minX && dx < minX) || (cy > maxY && dy > maxY) || (cy < minY && dy < minY)) continue;
            var c = Orientation.Of(ax, ay, bx, by, cx, cy);
            if (c != 0 && c == Orientation.Of(ax, ay, bx, by, dx, dy)) continue;
            var a = Orientation.Of(cx, cy, dx, dy, ax, ay);
            if (a == 0 || a != Orientation.Of(cx, cy, dx, dy, bx, by)) return false;
        }

        return true;
    }

    private static bool AreNested(ReadOnlySpan<double> xy, ReadOnlySpan<int> ends)
    {
        for (var r = 1; r < ends.Length; r++)
        {
            var hole = Ring(xy, ends, r);
            for (var s = 0; s < r; s++)
            {
                var other = Ring(xy, ends, s);
                if (!AreApart(hole, other)) return false;
                if (s == 0 ? Side(hole, other) != 1 : Side(hole, other) != -1 || Side(other, hole) != -1) return false;
            }
        }

        return true;
    }

    private static ReadOnlySpan<double> Ring(ReadOnlySpan<double> xy, ReadOnlySpan<int> ends, int ring) =>
        xy[(ring == 0 ? 0 : 2 * ends[ring - 1])..(2 * ends[ring])];

    private static bool AreApart(ReadOnlySpan<double> ring, ReadOnlySpan<double> other)
    {
        for (var i = 0; i + 3 < ring.Length; i += 2)
        {
            if (!IsApartFrom(ring.Slice(i, 4), other, 0, (other.Length / 2) - 1)) return false;
        }

        return true;
    }

    /// <summary>Where the first point of a ring lies: 1 inside the other, -1 outside, 0 when it cannot be told.</summary>
    private static int Side(ReadOnlySpan<double> ring, ReadOnlySpan<double> other)
    {
        var (x, y) = (ring[0], ring[1]);
        var inside = false;
        for (var j = 0; j + 3 < other.Length; j += 2)
        {
            var (cy, dy) = (other[j + 1], other[j + 3]);
            if ((cy > y) == (dy > y)) continue;
            var side = Orientation.Of(other[j], cy, other[j + 2], dy, x, y);
            if (side == 0) return 0;
            if (side > 0 == dy > cy) inside = !inside;
        }

        return inside ? 1 : -1;
    }
}
