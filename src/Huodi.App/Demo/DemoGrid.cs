using NetTopologySuite.Geometries;

namespace Huodi.App.Demo;

/// <summary>
/// The square cells that lie wholly inside a district. Cells touched by the boundary are marked, the rest is decided row by row at
/// the cells' centres; no cell overlaps another, so neither do shapes that stay in theirs.
/// </summary>
internal sealed class DemoGrid
{
    private const double Touch = 1e-9;
    private readonly Envelope _envelope;
    private readonly double _width;
    private readonly double _height;
    private readonly int _columns;

    private DemoGrid(Geometry boundary, double cell)
    {
        // Degrees of longitude are shortest in the north, so a cell is at least this many metres wide everywhere.
        _envelope = boundary.EnvelopeInternal;
        var metres = LocalMetres.At(Math.Max(Math.Abs(_envelope.MinY), Math.Abs(_envelope.MaxY)));
        var least = LocalMetres.At(Math.Min(Math.Abs(_envelope.MinY), Math.Abs(_envelope.MaxY)));
        (_width, _height) = (cell / metres.PerLongitude, cell / least.PerLatitude);
        _columns = Math.Max(1, (int)Math.Ceiling(_envelope.Width / _width));
        var rows = Math.Max(1, (int)Math.Ceiling(_envelope.Height / _height));
        Inside = Cells(Rings(boundary), rows);
    }

    /// <summary>Numbers of the cells inside, row by row from the south-west.</summary>
    public int[] Inside { get; }

    public static DemoGrid Of(Geometry boundary, double cell) => new(boundary, cell);

    /// <summary>The centre of a cell in degrees.</summary>
    public (double Longitude, double Latitude) Centre(int cell) =>
        (_envelope.MinX + ((Column(cell) + 0.5) * _width), _envelope.MinY + ((Row(cell) + 0.5) * _height));

    public int Column(int cell) => cell % _columns;

    public int Row(int cell) => cell / _columns;

    private List<(double X, double Y)[]> Rings(Geometry boundary)
    {
        var rings = new List<(double, double)[]>();
        for (var i = 0; i < boundary.NumGeometries; i++)
        {
            if (boundary.GetGeometryN(i) is not Polygon polygon) continue;
            rings.Add(Scaled(polygon.ExteriorRing));
            rings.AddRange(polygon.InteriorRings.Select(Scaled));
        }

        return rings;
    }

    private (double X, double Y)[] Scaled(LineString ring) =>
        [.. ring.Coordinates.Select(c => ((c.X - _envelope.MinX) / _width, (c.Y - _envelope.MinY) / _height))];

    private int[] Cells(List<(double X, double Y)[]> rings, int rows)
    {
        var touched = new bool[checked(_columns * rows)];
        var crossings = new List<double>[rows];
        foreach (var ring in rings)
        {
            for (var i = 1; i < ring.Length; i++)
            {
                Mark(touched, rows, ring[i - 1], ring[i]);
                Cross(crossings, rows, ring[i - 1], ring[i]);
            }
        }

        var inside = new List<int>();
        for (var row = 0; row < rows; row++)
        {
            if (crossings[row] is not { } xs) continue;
            xs.Sort();
            for (var i = 1; i < xs.Count; i += 2)
            {
                var last = Math.Min(_columns - 1, (int)Math.Floor(xs[i] - 0.5));
                for (var column = Math.Max(0, (int)Math.Ceiling(xs[i - 1] - 0.5)); column <= last; column++)
                {
                    var cell = (row * _columns) + column;
                    if (!touched[cell]) inside.Add(cell);
                }
            }
        }

        return [.. inside];
    }

    /// <summary>Marks every cell the segment touches, with a hair's breadth to be safe.</summary>
    private void Mark(bool[] touched, int rows, (double X, double Y) a, (double X, double Y) b)
    {
        if (a.Y > b.Y) (a, b) = (b, a);
        var first = Math.Max(0, (int)Math.Floor(a.Y - Touch));
        var last = Math.Min(rows - 1, (int)Math.Floor(b.Y + Touch));
        for (var row = first; row <= last; row++)
        {
            var (from, to) = b.Y - a.Y < Touch
                ? (a.X, b.X)
                : (At(a, b, Math.Clamp(row - Touch, a.Y, b.Y)), At(a, b, Math.Clamp(row + 1 + Touch, a.Y, b.Y)));
            if (from > to) (from, to) = (to, from);
            var end = Math.Min(_columns - 1, (int)Math.Floor(to + Touch));
            for (var column = Math.Max(0, (int)Math.Floor(from - Touch)); column <= end; column++) touched[(row * _columns) + column] = true;
        }
    }

    /// <summary>Notes where the segment crosses the middle of a row; the lower end belongs to it, the upper does not.</summary>
    private static void Cross(List<double>[] crossings, int rows, (double X, double Y) a, (double X, double Y) b)
    {
        if (a.Y > b.Y) (a, b) = (b, a);
        var last = Math.Min(rows - 1, (int)Math.Ceiling(b.Y - 0.5) - 1);
        for (var row = Math.Max(0, (int)Math.Ceiling(a.Y - 0.5)); row <= last; row++) (crossings[row] ??= []).Add(At(a, b, row + 0.5));
    }

    private static double At((double X, double Y) a, (double X, double Y) b, double y) => a.X + ((b.X - a.X) * (y - a.Y) / (b.Y - a.Y));
}
