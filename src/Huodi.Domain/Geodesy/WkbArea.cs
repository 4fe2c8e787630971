using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Huodi.Domain.Geodesy;

/// <summary>Walks over well-known binary without building shapes.</summary>
internal static class WkbArea
{
    private const int Polygon = 3;
    private const int MultiPolygon = 6;
    private const int HasSrid = 0x2000_0000;
    private const int PointSize = 2 * sizeof(double);

    public static double SquareMetres(ReadOnlySpan<byte> wkb)
    {
        var at = 0;
        try
        {
            return Shape(wkb, ref at);
        }
        catch (ArgumentOutOfRangeException e)
        {
            throw new ArgumentException("The well-known binary ends too soon.", nameof(wkb), e);
        }
    }

    private static double Shape(ReadOnlySpan<byte> wkb, ref int at)
    {
        if (at + 5 > wkb.Length || wkb[at] != 1) throw new ArgumentException("Not little-endian well-known binary.", nameof(wkb));
        var kind = Number(wkb, at + 1);
        at += 5;
        if ((kind & HasSrid) != 0)
        {
            kind &= ~HasSrid;
            at += sizeof(int);
        }

        var parts = Number(wkb, at);
        at += sizeof(int);
        if (kind is not (Polygon or MultiPolygon) || parts < 0) throw new ArgumentException($"Not a two-dimensional area but kind {kind}.", nameof(wkb));
        var area = 0.0;
        for (var i = 0; i < parts; i++)
        {
            if (kind == MultiPolygon) area += Shape(wkb, ref at);
            else area += i == 0 ? Ring(wkb, ref at) : -Ring(wkb, ref at);
        }

        return Math.Max(0, area);
    }

    private static double Ring(ReadOnlySpan<byte> wkb, ref int at)
    {
        var points = Number(wkb, at);
        at += sizeof(int);
        if (points < 0 || points > (wkb.Length - at) / PointSize) throw new ArgumentException("The well-known binary ends too soon.", nameof(wkb));
        var ring = MemoryMarshal.Cast<byte, double>(wkb.Slice(at, points * PointSize));
        at += points * PointSize;
        return EllipsoidalArea.OfRing(ring);
    }

    private static int Number(ReadOnlySpan<byte> wkb, int at) => BinaryPrimitives.ReadInt32LittleEndian(wkb[at..]);
}
