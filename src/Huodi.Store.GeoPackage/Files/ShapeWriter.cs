using System.Buffers;
using System.Buffers.Binary;
using NetTopologySuite.Geometries;

namespace Huodi.Store.GeoPackage.Files;

/// <summary>Writes areas as GeoPackage binary straight into a buffer, one after another: what <see cref="GeoPackageBinary"/> writes, without the copies.</summary>
internal static class ShapeWriter
{
    private const int HeaderLength = 8 + (4 * sizeof(double));
    private const int GeometryHead = 1 + sizeof(int) + sizeof(int);
    private const int WkbPolygon = 3;
    private const int WkbMultiPolygon = 6;

    /// <summary>Appends a Polygon or MultiPolygon.</summary>
    /// <exception cref="ArgumentException">Another kind of geometry, or an empty one.</exception>
    public static void Write(Geometry area, IBufferWriter<byte> buffer)
    {
        if (area.IsEmpty) throw new ArgumentException("An area must not be empty.", nameof(area));
        if (area is not (Polygon or MultiPolygon)) throw new ArgumentException($"An area must be a Polygon or MultiPolygon, not a {area.GeometryType}.", nameof(area));

        var length = HeaderLength + GeometryHead;
        for (var n = 0; n < area.NumGeometries; n++) length += Length((Polygon)area.GetGeometryN(n));
        var bytes = buffer.GetSpan(length);
        WriteHeader(bytes, area.EnvelopeInternal);
        var rest = WriteHead(bytes[HeaderLength..], WkbMultiPolygon, area.NumGeometries);
        for (var n = 0; n < area.NumGeometries; n++) rest = WritePolygon(rest, (Polygon)area.GetGeometryN(n));
        buffer.Advance(length);
    }

    private static int Length(Polygon polygon)
    {
        var length = GeometryHead + Length(polygon.ExteriorRing);
        for (var n = 0; n < polygon.NumInteriorRings; n++) length += Length(polygon.GetInteriorRingN(n));
        return length;
    }

    private static int Length(LineString ring) => sizeof(int) + (ring.CoordinateSequence.Count * 2 * sizeof(double));

    private static void WriteHeader(Span<byte> bytes, Envelope bounds)
    {
        bytes[0] = (byte)'G';
        bytes[1] = (byte)'P';
        bytes[2] = 0;
        bytes[3] = 0b0000_0011; // Little-endian, with an envelope of four numbers.
        BinaryPrimitives.WriteInt32LittleEndian(bytes[4..], GeoPackageBinary.Cgcs2000);
        BinaryPrimitives.WriteDoubleLittleEndian(bytes[8..], bounds.MinX);
        BinaryPrimitives.WriteDoubleLittleEndian(bytes[16..], bounds.MaxX);
        BinaryPrimitives.WriteDoubleLittleEndian(bytes[24..], bounds.MinY);
        BinaryPrimitives.WriteDoubleLittleEndian(bytes[32..], bounds.MaxY);
    }

    private static Span<byte> WriteHead(Span<byte> bytes, int type, int count)
    {
        bytes[0] = 1;
        BinaryPrimitives.WriteInt32LittleEndian(bytes[1..], type);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[5..], count);
        return bytes[GeometryHead..];
    }

    private static Span<byte> WritePolygon(Span<byte> bytes, Polygon polygon)
    {
        var rest = WriteRing(WriteHead(bytes, WkbPolygon, 1 + polygon.NumInteriorRings), polygon.ExteriorRing);
        for (var n = 0; n < polygon.NumInteriorRings; n++) rest = WriteRing(rest, polygon.GetInteriorRingN(n));
        return rest;
    }

    private static Span<byte> WriteRing(Span<byte> bytes, LineString ring)
    {
        var points = ring.CoordinateSequence;
        BinaryPrimitives.WriteInt32LittleEndian(bytes, points.Count);
        var at = sizeof(int);
        for (var i = 0; i < points.Count; i++)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(bytes[at..], points.GetX(i));
            BinaryPrimitives.WriteDoubleLittleEndian(bytes[(at + sizeof(double))..], points.GetY(i));
            at += 2 * sizeof(double);
        }

        return bytes[at..];
    }
}
