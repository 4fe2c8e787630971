using Huodi.Formats.Sources.Shapes;
using NetTopologySuite.Geometries;

namespace Huodi.Formats.Sources.GeoPackage;

/// <summary>Reads a geometry cell of a GeoPackage (OGC 12-128r17, 2.1.3): a header, then WKB.</summary>
internal static class GeoPackageShapes
{
    private const int HeaderLength = 8;
    private const byte ExtendedFlag = 0b0010_0000;

    /// <summary>The shape; null with a fault.</summary>
    public static Geometry? Read(ReadOnlySpan<byte> cell, out ShapeFault? fault, out bool hasHeights)
    {
        hasHeights = false;
        fault = ShapeFault.Broken("不是 GeoPackage 的图形");
        if (cell.Length < HeaderLength || cell[0] != 'G' || cell[1] != 'P' || (cell[3] & ExtendedFlag) != 0) return null;
        var envelope = ((cell[3] >> 1) & 0b111) switch { 0 => 0, 1 => 32, 2 or 3 => 48, 4 => 64, _ => -1 };
        if (envelope < 0 || cell.Length < HeaderLength + envelope) return null;
        var wkb = new WkbShapes(cell[(HeaderLength + envelope)..]);
        var shape = wkb.Read();
        (fault, hasHeights) = (wkb.Fault, wkb.HasHeights);
        return shape;
    }
}
