using System.Buffers.Binary;
using System.Text;
using Huodi.App.Filing;
using NetTopologySuite.Geometries;

namespace Huodi.Formats.Filing;

/// <summary>
/// Writes polygons as a Shapefile (ESRI Shapefile Technical Description, July 1998): .shp, .shx, .dbf, .prj, .cpg. Outer rings run
/// clockwise, holes counter-clockwise. Rows without a shape become null shapes, so that table and shapes stay in step.
/// </summary>
internal sealed class ShapefileWriter : IFilingWriter
{
    private const int HeaderBytes = 100;
    private const int PolygonType = 5;
    private const long MostBytes = int.MaxValue;

    private const string Projection =
        "GEOGCS[\"China_Geodetic_Coordinate_System_2000\",DATUM[\"D_China_2000\",SPHEROID[\"CGCS2000\",6378137.0,298.257222101]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";

    private readonly FileStream _shapes;
    private readonly FileStream _index;
    private readonly TableWriter _table;
    private readonly Envelope _bounds = new();
    private int _rows;

    /// <param name="path">The .shp file to make; the others lie beside it.</param>
    /// <param name="profile">The schema.</param>
    /// <param name="encoding">Encoding of the table.</param>
    public ShapefileWriter(string path, FilingProfile profile, Encoding encoding)
    {
        _shapes = new(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16);
        _index = new(Path.ChangeExtension(path, ".shx"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16);
        _table = new(Path.ChangeExtension(path, ".dbf"), profile, encoding);
        File.WriteAllText(Path.ChangeExtension(path, ".prj"), Projection);
        File.WriteAllText(Path.ChangeExtension(path, ".cpg"), profile.Encoding);
        _shapes.Write(new byte[HeaderBytes]);
        _index.Write(new byte[HeaderBytes]);
    }

    /// <inheritdoc/>
    public void Write(FilingRow row)
    {
        var content = row.Subject.Shape is { IsEmpty: false } shape ? Polygon(shape) : new byte[sizeof(int)];
        if (_shapes.Position + content.Length > MostBytes) throw new IOException("Shapefile 超过 2 GB 的上限，请按区县分别导出。");
        Span<byte> record = stackalloc byte[8];
        BinaryPrimitives.WriteInt32BigEndian(record, (int)(_shapes.Position / 2));
        BinaryPrimitives.WriteInt32BigEndian(record[4..], content.Length / 2);
        _index.Write(record);
        BinaryPrimitives.WriteInt32BigEndian(record, ++_rows);
        _shapes.Write(record);
        _shapes.Write(content);
        _table.Write(row.Values);
    }

    /// <inheritdoc/>
    public void Finish()
    {
        foreach (var file in (FileStream[])[_shapes, _index])
        {
            var header = new byte[HeaderBytes];
            BinaryPrimitives.WriteInt32BigEndian(header, 9994);
            BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(24), (int)(file.Length / 2));
            BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(28), 1000);
            BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(32), PolygonType);
            if (!_bounds.IsNull) Box(header.AsSpan(36), _bounds);
            file.Position = 0;
            file.Write(header);
            file.Flush(flushToDisk: true);
        }

        _table.Finish();
    }

    public void Dispose()
    {
        _shapes.Dispose();
        _index.Dispose();
        _table.Dispose();
    }

    private static void Box(Span<byte> to, Envelope box)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(to, box.MinX);
        BinaryPrimitives.WriteDoubleLittleEndian(to[8..], box.MinY);
        BinaryPrimitives.WriteDoubleLittleEndian(to[16..], box.MaxX);
        BinaryPrimitives.WriteDoubleLittleEndian(to[24..], box.MaxY);
    }

    private static IEnumerable<LinearRing> Rings(Geometry shape)
    {
        for (var part = 0; part < shape.NumGeometries; part++)
        {
            var polygon = (Polygon)shape.GetGeometryN(part);
            var shell = (LinearRing)polygon.ExteriorRing;
            yield return shell.IsCCW ? (LinearRing)shell.Reverse() : shell;
            foreach (var hole in polygon.InteriorRings.Cast<LinearRing>()) yield return hole.IsCCW ? hole : (LinearRing)hole.Reverse();
        }
    }

    private byte[] Polygon(Geometry shape)
    {
        const int PartsAt = 44;
        var rings = Rings(shape).ToList();
        var points = rings.Sum(r => r.NumPoints);
        var bytes = new byte[PartsAt + (sizeof(int) * rings.Count) + (2 * sizeof(double) * points)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, PolygonType);
        Box(bytes.AsSpan(4), shape.EnvelopeInternal);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(36), rings.Count);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(40), points);
        var (first, at) = (0, PartsAt + (sizeof(int) * rings.Count));
        for (var r = 0; r < rings.Count; r++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(PartsAt + (sizeof(int) * r)), first);
            first += rings[r].NumPoints;
            foreach (var point in rings[r].Coordinates)
            {
                BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(at), point.X);
                BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(at + 8), point.Y);
                at += 16;
            }
        }

        _bounds.ExpandToInclude(shape.EnvelopeInternal);
        return bytes;
    }
}
