using System.Buffers.Binary;

namespace Huodi.Domain.Quality;

/// <summary>Proves shapes valid as stores and files keep them, without making a geometry: little-endian WKB, plane coordinates.</summary>
public static class PlainWkb
{
    private const int Polygon = 3;
    private const int MultiPolygon = 6;
    private const int PointBytes = 2 * sizeof(double);

    /// <summary>Whether a polygon, or a multipolygon of one part, is certainly valid; false when not, or in doubt, or anything else.</summary>
    public static bool IsSurelyValid(ReadOnlySpan<byte> wkb)
    {
        if (!Header(ref wkb, out var type)) return false;
        if (type == MultiPolygon && (!Count(ref wkb, out var parts) || parts != 1 || !Header(ref wkb, out type))) return false;
        if (type != Polygon || !Count(ref wkb, out var rings) || rings is < 1 or > PlainRings.MostPoints) return false;
        Span<double> xy = stackalloc double[2 * PlainRings.MostPoints];
        Span<int> ends = stackalloc int[rings];
        var used = 0;
        for (var ring = 0; ring < rings; ring++)
        {
            if (!Count(ref wkb, out var points) || points < 0 || wkb.Length / PointBytes < points) return false;
            var start = used;
            for (var i = 0; i < points; i++)
            {
                var x = BinaryPrimitives.ReadDoubleLittleEndian(wkb);
                var y = BinaryPrimitives.ReadDoubleLittleEndian(wkb[sizeof(double)..]);
                wkb = wkb[PointBytes..];
                if (used > start && xy[used - 2] == x && xy[used - 1] == y) continue;
                if (used == xy.Length || !double.IsFinite(x) || !double.IsFinite(y)) return false;
                xy[used++] = x;
                xy[used++] = y;
            }

            ends[ring] = used / 2;
        }

        return PlainRings.AreSurelyValid(xy[..used], ends);
    }

    private static bool Header(ref ReadOnlySpan<byte> wkb, out int type)
    {
        type = 0;
        if (wkb.Length < 1 + sizeof(int) || wkb[0] != 1) return false;
        type = BinaryPrimitives.ReadInt32LittleEndian(wkb[1..]);
        wkb = wkb[(1 + sizeof(int))..];
        return true;
    }

    private static bool Count(ref ReadOnlySpan<byte> wkb, out int count)
    {
        count = 0;
        if (wkb.Length < sizeof(int)) return false;
        count = BinaryPrimitives.ReadInt32LittleEndian(wkb);
        wkb = wkb[sizeof(int)..];
        return true;
    }
}
