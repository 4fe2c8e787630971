using System.Buffers.Binary;
using System.Runtime.InteropServices;
using NetTopologySuite.Geometries;

namespace Huodi.Domain.Overlays;

/// <summary>
/// The rings of one polygon or multipolygon as plain numbers, shells counter-clockwise and holes clockwise, each closed. Every number is
/// moved to a grid of 2⁻⁴⁴ degrees (6 nanometres), the same for all shapes, so that what was equal stays equal and differences
/// are exact. Filled again and again for a stream of parcels.
/// </summary>
internal sealed class OutlineRings
{
    private const int Polygon = 3;
    private const int MultiPolygon = 6;
    private const int HasSrid = 0x2000_0000;

    // Added and taken away again, it rounds numbers below 128 to a multiple of 2⁻⁴⁴.
    private const double Grid = 384;

    private readonly List<int> _starts = [];
    private readonly List<bool> _isShell = [];

    /// <summary>Longitudes; the first vertex of a ring stands again at its end.</summary>
    public double[] X { get; private set; } = new double[64];

    /// <summary>Latitudes.</summary>
    public double[] Y { get; private set; } = new double[64];

    /// <summary>Vertices of all rings.</summary>
    public int Count { get; private set; }

    public int Rings => _starts.Count;

    public double MinX { get; private set; }

    public double MaxX { get; private set; }

    public double MinY { get; private set; }

    public double MaxY { get; private set; }

    /// <summary>Index of a ring's first vertex.</summary>
    public int Start(int ring) => _starts[ring];

    /// <summary>Index after a ring's last vertex.</summary>
    public int End(int ring) => ring + 1 < _starts.Count ? _starts[ring + 1] : Count;

    /// <summary>Reads little-endian two-dimensional well-known binary.</summary>
    /// <exception cref="ArgumentException">Not a polygon or multipolygon.</exception>
    public void Read(ReadOnlySpan<byte> wkb)
    {
        Begin();
        var at = 0;
        try
        {
            Shape(wkb, ref at);
        }
        catch (ArgumentOutOfRangeException e)
        {
            throw new ArgumentException("The well-known binary ends too soon.", nameof(wkb), e);
        }
    }

    /// <summary>Begins a shape whose rings are given one by one.</summary>
    public void Begin()
    {
        _starts.Clear();
        _isShell.Clear();
        Count = 0;
        (MinX, MaxX, MinY, MaxY) = (double.PositiveInfinity, double.NegativeInfinity, double.PositiveInfinity, double.NegativeInfinity);
    }

    /// <summary>Adds a closed ring, x and y after each other; a shell comes before its holes.</summary>
    public void Add(ReadOnlySpan<double> numbers, bool isShell)
    {
        var start = Count;
        while (Count + (numbers.Length / 2) + 1 > X.Length) Grow();
        var (x, y, count) = (X, Y, start);
        for (var i = 0; i < numbers.Length; i += 2)
        {
            var (px, py) = (numbers[i] + Grid - Grid, numbers[i + 1] + Grid - Grid);
            if (count > start && px == x[count - 1] && py == y[count - 1]) continue;
            (x[count], y[count]) = (px, py);
            count++;
            if (px < MinX) MinX = px;
            if (px > MaxX) MaxX = px;
            if (py < MinY) MinY = py;
            if (py > MaxY) MaxY = py;
        }

        if (count - start < 4) return;
        Count = count;
        _starts.Add(start);
        _isShell.Add(isShell);
        if (Doubled(start, count) > 0 != isShell)
        {
            Array.Reverse(x, start, count - start);
            Array.Reverse(y, start, count - start);
        }
    }

    /// <summary>The same shape for the general overlay, made valid where it is not.</summary>
    public Geometry ToGeometry()
    {
        var factory = GeometryFactory.Default;
        var parts = new List<Polygon>();
        for (var r = 0; r < Rings;)
        {
            var shell = Ring(r++);
            var holes = new List<LinearRing>();
            while (r < Rings && !_isShell[r]) holes.Add(Ring(r++));
            parts.Add(factory.CreatePolygon(shell, [.. holes]));
        }

        Geometry whole = parts.Count == 1 ? parts[0] : factory.CreateMultiPolygon([.. parts]);
        return whole.IsValid ? whole : NetTopologySuite.Geometries.Utilities.GeometryFixer.Fix(whole);

        LinearRing Ring(int r) => factory.CreateLinearRing([.. Enumerable.Range(Start(r), End(r) - Start(r)).Select(i => new Coordinate(X[i], Y[i]))]);
    }

    /// <summary>Cuts the arrays to what is used, for a shape that is kept.</summary>
    public void Trim() => (X, Y) = (X[..Count], Y[..Count]);

    private void Shape(ReadOnlySpan<byte> wkb, ref int at)
    {
        if (at + 9 > wkb.Length || wkb[at] != 1) throw new ArgumentException("Not little-endian well-known binary.", nameof(wkb));
        var kind = BinaryPrimitives.ReadInt32LittleEndian(wkb[(at + 1)..]);
        at += 5;
        if ((kind & HasSrid) != 0)
        {
            kind &= ~HasSrid;
            at += sizeof(int);
        }

        var parts = BinaryPrimitives.ReadInt32LittleEndian(wkb[at..]);
        at += sizeof(int);
        if (kind is not (Polygon or MultiPolygon) || parts < 0) throw new ArgumentException($"Not a two-dimensional area but kind {kind}.", nameof(wkb));
        for (var i = 0; i < parts; i++)
        {
            if (kind == MultiPolygon) Shape(wkb, ref at);
            else Ring(wkb, ref at, i == 0);
        }
    }

    private void Ring(ReadOnlySpan<byte> wkb, ref int at, bool isShell)
    {
        var points = BinaryPrimitives.ReadInt32LittleEndian(wkb[at..]);
        at += sizeof(int);
        if (points < 0 || points > (wkb.Length - at) / 16) throw new ArgumentException("The well-known binary ends too soon.", nameof(wkb));
        var numbers = MemoryMarshal.Cast<byte, double>(wkb.Slice(at, points * 16));
        at += points * 16;
        Add(numbers, isShell);
    }

    private double Doubled(int start, int end)
    {
        var (x, y, sum) = (X, Y, 0.0);
        var (x0, y0) = (x[start], y[start]);
        for (var i = start + 1; i + 1 < end; i++) sum += ((x[i] - x0) * (y[i + 1] - y0)) - ((x[i + 1] - x0) * (y[i] - y0));
        return sum;
    }

    private void Grow()
    {
        var (x, y) = (X, Y);
        Array.Resize(ref x, 2 * x.Length);
        Array.Resize(ref y, 2 * y.Length);
        (X, Y) = (x, y);
    }
}
