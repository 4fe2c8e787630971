using System.Buffers.Binary;
using NetTopologySuite.Geometries;

namespace Huodi.Formats.Sources.Shapes;

/// <summary>
/// Reads WKB (ISO and EWKB, either byte order, Z and M dropped) straight from the bytes of a row. NetTopologySuite's reader copies the
/// bytes and throws for each bad shape; a million parcels are read here, and a bad one is a finding.
/// </summary>
internal ref struct WkbShapes(ReadOnlySpan<byte> bytes)
{
    private const int MaxDepth = 8;
    private static readonly GeometryFactory Factory = Geo.GeoShapes.Factory;

    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;
    private int _ring;

    /// <summary>Why there is no shape; set when <see cref="Read"/> gives null.</summary>
    public ShapeFault? Fault { get; private set; }

    /// <summary>Whether heights or measures were left out.</summary>
    public bool HasHeights { get; private set; }

    /// <summary>The shape, a multipolygon of one part as a polygon; null with a fault.</summary>
    public Geometry? Read()
    {
        var shape = One(0);
        if (shape is not { IsEmpty: true }) return shape;
        Fault = ShapeFault.Empty;
        return null;
    }

    private Geometry? One(int depth)
    {
        if (depth > MaxDepth || _bytes.Length - _at < 5) return Refuse(ShapeFault.Broken("数据不完整"));
        var isLittle = _bytes[_at] == 1;
        if (_bytes[_at] > 1) return Refuse(ShapeFault.Broken("字节序标志不对"));
        _at++;
        var code = (uint)Whole(isLittle);
        var (kind, dimensions) = Kind(code);
        HasHeights |= dimensions > 2;
        if ((code & 0x20000000) != 0) _at += sizeof(int); // EWKB repeats the reference system
        return kind switch
        {
            1 => Points(1, dimensions, isLittle) is { } point ? Factory.CreatePoint(point[0]) : null,
            2 => Count(isLittle, dimensions) is var n and >= 0 && Points(n, dimensions, isLittle) is { } line ? Line(line) : null,
            3 => Polygon(isLittle, dimensions),
            4 or 5 or 6 or 7 => Many(kind, isLittle, depth),
            >= 8 and <= 14 => Refuse(ShapeFault.Curve),
            _ => Refuse(ShapeFault.Broken($"不认识的图形类型 {kind}")),
        };
    }

    private static (uint Kind, int Dimensions) Kind(uint code)
    {
        var thousands = (code & 0x0FFFFFFF) / 1000;
        var extra = (thousands is 1 or 3 || (code & 0x80000000) != 0 ? 1 : 0) + (thousands is 2 or 3 || (code & 0x40000000) != 0 ? 1 : 0);
        return ((code & 0x0FFFFFFF) % 1000, 2 + extra);
    }

    private Geometry? Line(Coordinate[] points)
    {
        if (points.Length != 1) return Factory.CreateLineString(points);
        return Refuse(ShapeFault.Broken("线只有一个点"));
    }

    private Polygon? Polygon(bool isLittle, int dimensions)
    {
        var rings = Whole(isLittle);
        if (rings < 0 || rings > (_bytes.Length - _at) / sizeof(int)) return Refuse(ShapeFault.Broken("环数不对")) as Polygon;
        LinearRing? shell = null;
        var holes = rings > 1 ? new LinearRing[rings - 1] : [];
        for (var i = 0; i < rings; i++)
        {
            _ring++;
            var count = Count(isLittle, dimensions);
            if (count < 0 || Points(count, dimensions, isLittle) is not { } points) return null;
            if (points.Length == 0 && rings == 1) break;
            if (points.Length < 4) return Refuse(ShapeFault.Short(_ring, points.Length)) as Polygon;
            var (first, last) = (points[0], points[^1]);
            if (!first.Equals2D(last)) return Refuse(ShapeFault.Open(_ring, first.X, first.Y, last.X, last.Y)) as Polygon;
            var ring = Factory.CreateLinearRing(points);
            if (i == 0) shell = ring;
            else holes[i - 1] = ring;
        }

        return shell is null ? Factory.CreatePolygon() : Factory.CreatePolygon(shell, holes);
    }

    private Geometry? Many(uint kind, bool isLittle, int depth)
    {
        var count = Whole(isLittle);
        if (count < 0 || count > (_bytes.Length - _at) / 5) return Refuse(ShapeFault.Broken("部件数不对"));
        var parts = new Geometry[count];
        for (var i = 0; i < count; i++)
        {
            if (One(depth + 1) is not { } part) return null;
            parts[i] = part;
        }

        return kind switch
        {
            6 when parts.Length == 1 && parts[0] is Polygon only => only,
            6 when Array.TrueForAll(parts, p => p is Polygon) => Factory.CreateMultiPolygon(Array.ConvertAll(parts, p => (Polygon)p)),
            5 when Array.TrueForAll(parts, p => p is LineString) => Factory.CreateMultiLineString(Array.ConvertAll(parts, p => (LineString)p)),
            4 when Array.TrueForAll(parts, p => p is Point) => Factory.CreateMultiPoint(Array.ConvertAll(parts, p => (Point)p)),
            7 => Factory.CreateGeometryCollection(parts),
            _ => Refuse(ShapeFault.Broken("部件的类型不对")),
        };
    }

    private int Count(bool isLittle, int dimensions)
    {
        var count = Whole(isLittle);
        if (count >= 0 && count <= (_bytes.Length - _at) / (dimensions * sizeof(double))) return count;
        _ = Refuse(ShapeFault.Broken("点数与数据长度不符"));
        return -1;
    }

    private Coordinate[]? Points(int count, int dimensions, bool isLittle)
    {
        var width = dimensions * sizeof(double);
        if (_bytes.Length - _at < count * width) return Refuse<Coordinate[]>(ShapeFault.Broken("数据不完整"));
        var points = new Coordinate[count];
        for (var i = 0; i < count; i++, _at += width)
        {
            var (x, y) = isLittle
                ? (BinaryPrimitives.ReadDoubleLittleEndian(_bytes[_at..]), BinaryPrimitives.ReadDoubleLittleEndian(_bytes[(_at + 8)..]))
                : (BinaryPrimitives.ReadDoubleBigEndian(_bytes[_at..]), BinaryPrimitives.ReadDoubleBigEndian(_bytes[(_at + 8)..]));
            if (!double.IsFinite(x) || !double.IsFinite(y)) return Refuse<Coordinate[]>(ShapeFault.NotFinite(Math.Max(1, _ring), i + 1));
            points[i] = new(x, y);
        }

        return points;
    }

    private int Whole(bool isLittle)
    {
        if (_bytes.Length - _at < sizeof(int)) return -1;
        var value = isLittle ? BinaryPrimitives.ReadInt32LittleEndian(_bytes[_at..]) : BinaryPrimitives.ReadInt32BigEndian(_bytes[_at..]);
        _at += sizeof(int);
        return value;
    }

    private Geometry? Refuse(ShapeFault fault) => Refuse<Geometry>(fault);

    private T? Refuse<T>(ShapeFault fault)
        where T : class
    {
        Fault ??= fault;
        return null;
    }
}
