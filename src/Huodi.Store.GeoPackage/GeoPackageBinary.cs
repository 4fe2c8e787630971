using System.Buffers.Binary;
using Huodi.App.Stores;
using NetTopologySuite;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Huodi.Store.GeoPackage;

/// <summary>
/// GeoPackage binary geometry (OGC 12-128r17, 2.1.3): the header “GP”, flags, spatial reference and envelope, then WKB, all
/// little-endian. Written here because NetTopologySuite's GeoPackage package is not to be had. Plane coordinates only.
/// </summary>
/// <remarks>A store keeps every area as a MultiPolygon, as its layer says; one with a single part is read as a Polygon.</remarks>
public static class GeoPackageBinary
{
    /// <summary>CGCS2000, longitude first.</summary>
    public const int Cgcs2000 = 4490;

    private const int EnvelopeStart = 8;
    private const int WkbStart = EnvelopeStart + (4 * sizeof(double));
    private const byte LittleEndianWithEnvelope = 0b0000_0011;
    private const byte EmptyFlag = 0b0001_0000;

    private static readonly NtsGeometryServices Services = new(new PrecisionModel(PrecisionModels.Floating), Cgcs2000);

    /// <summary>Writes a point.</summary>
    public static byte[] WritePoint(double longitude, double latitude)
    {
        const byte LittleEndianWithoutEnvelope = 0b0000_0001;
        const uint WkbPoint = 1;
        var bytes = new byte[EnvelopeStart + 1 + sizeof(uint) + (2 * sizeof(double))];
        bytes[0] = (byte)'G';
        bytes[1] = (byte)'P';
        bytes[3] = LittleEndianWithoutEnvelope;
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), Cgcs2000);
        bytes[EnvelopeStart] = 1;
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(EnvelopeStart + 1), WkbPoint);
        BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(EnvelopeStart + 5), longitude);
        BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(EnvelopeStart + 13), latitude);
        return bytes;
    }

    /// <summary>Writes a Polygon or MultiPolygon.</summary>
    /// <exception cref="ArgumentException">Another kind of geometry, or an empty one.</exception>
    public static byte[] Write(Geometry area)
    {
        var multi = area switch
        {
            { IsEmpty: true } => throw new ArgumentException("An area must not be empty.", nameof(area)),
            MultiPolygon many => many,
            Polygon one => one.Factory.CreateMultiPolygon([one]),
            _ => throw new ArgumentException($"An area must be a Polygon or MultiPolygon, not a {area.GeometryType}.", nameof(area)),
        };
        var wkb = new WKBWriter(ByteOrder.LittleEndian, handleSRID: false, emitZ: false, emitM: false).Write(multi);
        var bytes = new byte[WkbStart + wkb.Length];
        bytes[0] = (byte)'G';
        bytes[1] = (byte)'P';
        bytes[3] = LittleEndianWithEnvelope;
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), Cgcs2000);
        var envelope = multi.EnvelopeInternal;
        WriteDoubles(bytes.AsSpan(EnvelopeStart), envelope.MinX, envelope.MaxX, envelope.MinY, envelope.MaxY);
        wkb.CopyTo(bytes, WkbStart);
        return bytes;
    }

    /// <summary>Reads a geometry, also one that another program has written with another envelope or byte order.</summary>
    /// <exception cref="StoreException">STORE_CORRUPT: not such a geometry.</exception>
    public static Geometry Read(byte[] bytes)
    {
        try
        {
            var geometry = new WKBReader(Services).Read(bytes.AsSpan(WkbOffset(bytes)).ToArray());
            return geometry is MultiPolygon { NumGeometries: 1 } one ? one.GetGeometryN(0) : geometry;
        }
        catch (Exception e) when (e is ParseException or ArgumentException or EndOfStreamException or IndexOutOfRangeException or OverflowException)
        {
            throw new StoreException("STORE_CORRUPT", $"图形数据无法读取（{bytes.Length} 字节）。请检查是否被其他程序改动，必要时从备份恢复。", e);
        }
    }

    /// <summary>The shape as two-dimensional little-endian WKB, as it is where it is that already.</summary>
    /// <exception cref="StoreException">STORE_CORRUPT: not such a geometry.</exception>
    internal static byte[] Wkb(byte[] bytes)
    {
        try
        {
            var start = WkbOffset(bytes);
            if (bytes.Length > start && bytes[start] == 1) return bytes[start..];
        }
        catch (ParseException)
        {
            // Read says what is wrong.
        }

        return new WKBWriter(ByteOrder.LittleEndian, handleSRID: false, emitZ: false, emitM: false).Write(Read(bytes));
    }

    /// <summary>The bounds in the header, or of the coordinates where the header has none; null when empty or not a geometry.</summary>
    internal static Envelope? Bounds(byte[]? bytes)
    {
        if (bytes is null || bytes.Length < EnvelopeStart || bytes[0] != 'G' || bytes[1] != 'P' || (bytes[3] & EmptyFlag) != 0) return null;
        if (EnvelopeLength(bytes[3]) == 0) return Read(bytes) is { IsEmpty: false } geometry ? geometry.EnvelopeInternal : null;
        if (bytes.Length < WkbStart) return null;

        var isLittle = (bytes[3] & 1) != 0;
        var bounds = new Envelope(Number(bytes, 0, isLittle), Number(bytes, 1, isLittle), Number(bytes, 2, isLittle), Number(bytes, 3, isLittle));
        return double.IsNaN(bounds.MinX) ? null : bounds;
    }

    private static int WkbOffset(byte[] bytes) => bytes.Length > EnvelopeStart && bytes[0] == 'G' && bytes[1] == 'P'
        ? EnvelopeStart + EnvelopeLength(bytes[3])
        : throw new ParseException("No GeoPackage header.");

    private static int EnvelopeLength(byte flags) => ((flags >> 1) & 0b111) switch
    {
        0 => 0,
        1 => 4 * sizeof(double),
        2 or 3 => 6 * sizeof(double),
        4 => 8 * sizeof(double),
        _ => throw new ParseException("Unknown envelope."),
    };

    private static double Number(byte[] bytes, int index, bool isLittle)
    {
        var span = bytes.AsSpan(EnvelopeStart + (index * sizeof(double)));
        return isLittle ? BinaryPrimitives.ReadDoubleLittleEndian(span) : BinaryPrimitives.ReadDoubleBigEndian(span);
    }

    private static void WriteDoubles(Span<byte> bytes, params ReadOnlySpan<double> numbers)
    {
        for (var i = 0; i < numbers.Length; i++) BinaryPrimitives.WriteDoubleLittleEndian(bytes[(i * sizeof(double))..], numbers[i]);
    }
}
