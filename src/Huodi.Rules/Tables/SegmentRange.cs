namespace Huodi.Rules.Tables;

/// <summary>Segments of an axis that follow each other, both ends included.</summary>
internal readonly record struct SegmentRange(int First, int Last)
{
    public static SegmentRange At(int segment) => new(segment, segment);

    /// <summary>The same segments in rising ranges that do not touch.</summary>
    public static SegmentRange[] United(IEnumerable<SegmentRange> ranges)
    {
        var united = new List<SegmentRange>();
        foreach (var range in ranges.Where(r => r.First <= r.Last).OrderBy(r => r.First))
        {
            if (united.Count > 0 && range.First <= united[^1].Last + 1)
            {
                united[^1] = new SegmentRange(united[^1].First, Math.Max(united[^1].Last, range.Last));
            }
            else
            {
                united.Add(range);
            }
        }

        return [.. united];
    }

    /// <summary>All other segments.</summary>
    public static SegmentRange[] Complement(IReadOnlyList<SegmentRange> ranges, int segments)
    {
        var rest = new List<SegmentRange>();
        var next = 0;
        foreach (var range in ranges)
        {
            if (range.First > next) rest.Add(new SegmentRange(next, range.First - 1));
            next = range.Last + 1;
        }

        if (next < segments) rest.Add(new SegmentRange(next, segments - 1));
        return [.. rest];
    }

    public static bool Contains(SegmentRange[] ranges, int segment)
    {
        foreach (var range in ranges)
        {
            if (segment <= range.Last) return segment >= range.First;
        }

        return false;
    }

    /// <summary>
    /// The first segment that both hold and that passes the test; −1 where there is none. Of two that follow each other one is inhabited.
    /// </summary>
    public static int FirstCommon(SegmentRange[] a, SegmentRange[] b, Func<int, bool> inhabited)
    {
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            var last = Math.Min(a[i].Last, b[j].Last);
            for (var segment = Math.Max(a[i].First, b[j].First); segment <= last; segment++)
            {
                if (inhabited(segment)) return segment;
            }

            if (a[i].Last < b[j].Last) i++;
            else j++;
        }

        return -1;
    }
}
