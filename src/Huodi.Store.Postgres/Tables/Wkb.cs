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

    /// <summary>Reads what ST_AsBinary gives.</summary>
    public static Geometry Read(byte[] bytes) =>
        new WKBReader(Services).Read(bytes) is var geometry && geometry is MultiPolygon { NumGeometries: 1 } one ? one.GetGeometryN(0) : geometry;
}
