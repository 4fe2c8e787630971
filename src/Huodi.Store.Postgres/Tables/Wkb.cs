using System.Buffers.Binary;
using NetTopologySuite;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Huodi.Store.Postgres.Tables;

/// <summary>PostGIS's extended WKB. A store keeps every area as a MultiPolygon; one with a single part is read as a Polygon.</summary>
internal static class Wkb
{
    private const int Cgcs2000 = 4490;

    private static readonly NtsGeometryServices Services = new(new PrecisionModel(PrecisionModels.Floating), Cgcs2000);

    /// <summary>Writes a Polygon or MultiPolygon.</summary>
    /// <exception cref="ArgumentException">Another kind of geometry, or an empty one.</exception>
    public static byte[] Write(Geometry area)
    {
        var factory = Services.CreateGeometryFactory();
        var multi = area switch
        {
            { IsEmpty: true } => throw new ArgumentException("An area must not be empty.", nameof(area)),
            MultiPolygon many => factory.CreateMultiPolygon([.. many.Geometries.Cast<Polygon>()]),
            Polygon one => factory.CreateMultiPolygon([one]),
            _ => throw new ArgumentException($"An area must be a Polygon or MultiPolygon, not a {area.GeometryType}.", nameof(area)),
        };
        return new WKBWriter(ByteOrder.LittleEndian, handleSRID: true, emitZ: false, emitM: false).Write(multi);
    }

    /// <summary>Plain little-endian WKB with the coordinate system put in, as PostGIS wants it.</summary>
    public static byte[] WithReference(byte[] wkb)
    {
        const uint HasReference = 0x2000_0000;
        const int Head = 1 + sizeof(uint);
        var bytes = new byte[wkb.Length + sizeof(int)];
        wkb.AsSpan(0, Head).CopyTo(bytes);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(1), BinaryPrimitives.ReadUInt32LittleEndian(wkb.AsSpan(1)) | HasReference);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(Head), Cgcs2000);
        wkb.AsSpan(Head).CopyTo(bytes.AsSpan(Head + sizeof(int)));
        return bytes;
    }

    /// <summary>Reads what ST_AsBinary gives.</summary>
    public static Geometry Read(byte[] bytes) =>
        new WKBReader(Services).Read(bytes) is var geometry && geometry is MultiPolygon { NumGeometries: 1 } one ? one.GetGeometryN(0) : geometry;
}
