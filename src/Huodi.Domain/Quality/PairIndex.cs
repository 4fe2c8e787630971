namespace Huodi.Domain.Quality;

/// <summary>
/// Finds every pair of shapes whose boxes come nearer than a distance, each pair once: the boxes are laid into strips of latitude and
/// swept from west to east in each.
/// </summary>
internal sealed class PairIndex
{
    private readonly IReadOnlyList<CompactShape> _shapes;
    private readonly double _reach;
    private readonly double _south;
    private readonly double _height;
    private readonly int[] _starts;
    private readonly int[] _items;

    /// <param name="shapes">The shapes.</param>
    /// <param name="reach">Degrees within which two boxes count as near.</param>
    public PairIndex(IReadOnlyList<CompactShape> shapes, double reach)
    {
        const int MostStrips = 1 << 16;
        (_shapes, _reach) = (shapes, reach);
        _south = shapes.Count == 0 ? 0 : shapes.Min(s => s.Box.MinY) - reach;
        var north = shapes.Count == 0 ? 1 : shapes.Max(s => s.Box.MaxY) + reach;
        var mean = shapes.Count == 0 ? 1 : shapes.Average(s => s.Box.Height) + reach;
        _height = Math.Max(Math.Max(2 * mean, (north - _south) / MostStrips), 1e-9);
        _starts = new int[Strip(north) + 2];
        foreach (var shape in shapes)
        {
            for (var s = Strip(shape.Box.MinY - reach); s <= Strip(shape.Box.MaxY); s++) _starts[s + 1]++;
        }

        for (var s = 1; s < _starts.Length; s++) _starts[s] += _starts[s - 1];
        _items = new int[_starts[^1]];
        var next = _starts.ToArray();
        for (var i = 0; i < shapes.Count; i++)
        {
            for (var s = Strip(shapes[i].Box.MinY - reach); s <= Strip(shapes[i].Box.MaxY); s++) _items[next[s]++] = i;
        }

        for (var s = 0; s + 1 < _starts.Length; s++)
        {
            Array.Sort(_items, _starts[s], _starts[s + 1] - _starts[s], Comparer<int>.Create((a, b) => shapes[a].Box.MinX.CompareTo(shapes[b].Box.MinX)));
        }
    }

    /// <summary>How many strips there are; each may be asked for by another thread.</summary>
    public int Strips => _starts.Length - 1;

    /// <summary>The pairs that belong to a strip.</summary>
    public IEnumerable<(CompactShape A, CompactShape B)> Pairs(int strip)
    {
        for (var i = _starts[strip]; i < _starts[strip + 1]; i++)
        {
            var a = _shapes[_items[i]];
            for (var j = i + 1; j < _starts[strip + 1]; j++)
            {
                var b = _shapes[_items[j]];
                if (b.Box.MinX > a.Box.MaxX + _reach) break;
                if (b.Box.MinY > a.Box.MaxY + _reach || a.Box.MinY > b.Box.MaxY + _reach) continue;
                // A pair that shares several strips belongs to the one where the northern of the two begins.
                if (Strip(Math.Max(a.Box.MinY, b.Box.MinY) - _reach) == strip) yield return (a, b);
            }
        }
    }

    /// <summary>Shapes whose boxes meet a box.</summary>
    public IEnumerable<CompactShape> Near(NetTopologySuite.Geometries.Envelope box)
    {
        var seen = new HashSet<int>();
        for (var s = Strip(box.MinY - _reach); s <= Strip(box.MaxY); s++)
        {
            for (var i = _starts[s]; i < _starts[s + 1]; i++)
            {
                var shape = _shapes[_items[i]];
                if (shape.Box.MinX > box.MaxX) break;
                if (shape.Box.Intersects(box) && seen.Add(_items[i])) yield return shape;
            }
        }
    }

    private int Strip(double y) => (int)Math.Clamp((y - _south) / _height, 0, (_starts?.Length ?? int.MaxValue) - 2);
}
