namespace Huodi.Domain.Overlays;

/// <summary>
/// One polygon of a control layer with its edges sorted into stripes of latitude, so that the edges near a parcel, and those to the east
/// of a point, are found without walking round the whole of it.
/// </summary>
internal sealed class ControlOutline
{
    private const int EdgesAStripe = 4;
    private const int MostStripes = 1 << 16;

    private readonly int[] _edges;
    private readonly int[] _stripeStarts;
    private readonly int[] _stripeEdges;
    private readonly double _scale;

    public ControlOutline(OutlineRings rings)
    {
        rings.Trim();
        Rings = rings;
        _edges = Edges(rings);
        var stripes = Math.Clamp(_edges.Length / EdgesAStripe, 1, MostStripes);
        while (stripes > 1 && Entries(stripes) > 8L * _edges.Length) stripes /= 2;
        _scale = Scale(stripes);
        _stripeStarts = new int[stripes + 1];
        foreach (var edge in _edges)
        {
            var (first, last) = Span(edge);
            for (var s = first; s <= last; s++) _stripeStarts[s + 1]++;
        }

        for (var s = 0; s < stripes; s++) _stripeStarts[s + 1] += _stripeStarts[s];
        _stripeEdges = new int[_stripeStarts[stripes]];
        var next = _stripeStarts.ToArray();
        foreach (var edge in _edges)
        {
            var (first, last) = Span(edge);
            for (var s = first; s <= last; s++) _stripeEdges[next[s]++] = edge;
        }
    }

    public OutlineRings Rings { get; }

    /// <summary>Whether another polygon of the layer covers part of this one too.</summary>
    public bool OverlapsAnother { get; set; }

    /// <summary>Writes the ends of every edge that may touch the box (closed) as x, y, x, y; returns how many numbers there are.</summary>
    public int Near(double minX, double maxX, double minY, double maxY, ref double[] ends)
    {
        var (x, y) = (Rings.X, Rings.Y);
        var (from, to) = (Stripe(minY), Stripe(maxY));
        var count = 0;
        for (var s = from; s <= to; s++)
        {
            for (var k = _stripeStarts[s]; k < _stripeStarts[s + 1]; k++)
            {
                var i = _stripeEdges[k];
                var (x1, y1, x2, y2) = (x[i], y[i], x[i + 1], y[i + 1]);
                if (s > from && Stripe(Math.Min(y1, y2)) < s) continue; // seen in a stripe below
                if ((x1 < minX && x2 < minX) || (x1 > maxX && x2 > maxX) || (y1 < minY && y2 < minY) || (y1 > maxY && y2 > maxY)) continue;
                if (count + 4 > ends.Length) Array.Resize(ref ends, 2 * ends.Length);
                (ends[count], ends[count + 1], ends[count + 2], ends[count + 3]) = (x1, y1, x2, y2);
                count += 4;
            }
        }

        return count;
    }

    /// <summary>Whether a parcel's point is inside, the layer shifted as <see cref="Sides"/> says.</summary>
    public bool Contains(double px, double py)
    {
        if (py < Rings.MinY || py > Rings.MaxY || px < Rings.MinX || px > Rings.MaxX) return false;
        var (x, y) = (Rings.X, Rings.Y);
        var s = Stripe(py);
        var isInside = false;
        for (var k = _stripeStarts[s]; k < _stripeStarts[s + 1]; k++)
        {
            var i = _stripeEdges[k];
            var (y1, y2) = (y[i], y[i + 1]);
            if (y1 >= py == y2 >= py) continue;
            if (Sides.IsParcelPointLeft(x[i], y1, x[i + 1], y2, px, py) == y2 > y1) isInside = !isInside;
        }

        return isInside;
    }

    /// <summary>Whether two edges cross properly, which no valid polygon's do.</summary>
    public bool CrossesItself()
    {
        var (x, y) = (Rings.X, Rings.Y);
        for (var s = 0; s + 1 < _stripeStarts.Length; s++)
        {
            for (var k = _stripeStarts[s]; k < _stripeStarts[s + 1]; k++)
            {
                for (var m = k + 1; m < _stripeStarts[s + 1]; m++)
                {
                    var (i, j) = (_stripeEdges[k], _stripeEdges[m]);
                    if (Sides.Cross(x[i], y[i], x[i + 1], y[i + 1], x[j], y[j], x[j + 1], y[j + 1])) return true;
                }
            }
        }

        return false;
    }

    private static int[] Edges(OutlineRings rings)
    {
        var edges = new List<int>(rings.Count);
        for (var r = 0; r < rings.Rings; r++)
        {
            for (var i = rings.Start(r); i + 1 < rings.End(r); i++) edges.Add(i);
        }

        return [.. edges];
    }

    private double Scale(int stripes) => stripes / Math.Max(Rings.MaxY - Rings.MinY, double.Epsilon);

    private long Entries(int stripes)
    {
        var (scale, y, sum) = (Scale(stripes), Rings.Y, 0L);
        foreach (var edge in _edges) sum += 1 + (long)(Math.Abs(y[edge + 1] - y[edge]) * scale);
        return sum;
    }

    private (int First, int Last) Span(int edge)
    {
        var (a, b) = (Stripe(Rings.Y[edge]), Stripe(Rings.Y[edge + 1]));
        return a < b ? (a, b) : (b, a);
    }

    private int Stripe(double y) => (int)Math.Clamp((y - Rings.MinY) * _scale, 0, _stripeStarts.Length - 2);
}
