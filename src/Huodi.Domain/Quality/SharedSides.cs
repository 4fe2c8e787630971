namespace Huodi.Domain.Quality;

/// <summary>
/// The sides that two shapes have in common, point for point. Such a side has a shape on either hand, so that no gap lies along it. Filled
/// again for pair after pair; one thread uses one instance.
/// </summary>
internal sealed class SharedSides
{
    private readonly Dictionary<(double, double, double, double), int> _sides = [];
    private readonly HashSet<int> _first = [];
    private readonly HashSet<int> _second = [];

    /// <summary>Whether the side that begins at this place of the first shape's points is shared.</summary>
    public bool OfFirst(int place) => _first.Contains(place);

    /// <summary>The same for the second shape.</summary>
    public bool OfSecond(int place) => _second.Contains(place);

    /// <summary>Looks at a pair.</summary>
    public void Find(CompactShape a, CompactShape b)
    {
        _sides.Clear();
        _first.Clear();
        _second.Clear();
        foreach (var (start, end) in b.Rings())
        {
            for (var i = start; i + 3 < end; i += 2) _sides[Key(b.Xy, i)] = i;
        }

        foreach (var (start, end) in a.Rings())
        {
            for (var i = start; i + 3 < end; i += 2)
            {
                if (!_sides.TryGetValue(Key(a.Xy, i), out var other)) continue;
                _ = _first.Add(i);
                _ = _second.Add(other);
            }
        }
    }

    /// <summary>The ends of a side, whichever way it runs.</summary>
    private static (double X1, double Y1, double X2, double Y2) Key(double[] xy, int i) => (xy[i], xy[i + 1]).CompareTo((xy[i + 2], xy[i + 3])) <= 0
        ? (xy[i], xy[i + 1], xy[i + 2], xy[i + 3])
        : (xy[i + 2], xy[i + 3], xy[i], xy[i + 1]);
}
