using System.Collections;

namespace Huodi.Rules.Tables;

/// <summary>Pairs of rules that may overlap, the smaller index first; each pair once.</summary>
internal sealed class RulePairs : IEnumerable<(int First, int Second)>
{
    private readonly IEnumerable<(int First, int Second)> pairs;

    private RulePairs(long count, IEnumerable<(int First, int Second)> pairs) => (Count, this.pairs) = (count, pairs);

    /// <summary>How many pairs there are at most.</summary>
    public long Count { get; }

    public static RulePairs All(int rules) => new(
        (long)rules * rules / 2,
        Enumerable.Range(0, rules).SelectMany(i => Enumerable.Range(i + 1, rules - i - 1).Select(j => (i, j))));

    /// <summary>The pairs whose ranges on one axis have a segment in common, by a sweep along the axis.</summary>
    public static RulePairs Meeting(SegmentRange[][] passing)
    {
        var ranges = passing.SelectMany((p, rule) => p.Select(range => (range.First, range.Last, Rule: rule))).OrderBy(r =>
            r.First).ToArray();
        var count = 0L;
        var ends = new PriorityQueue<int, int>();
        foreach (var range in ranges)
        {
            while (ends.TryPeek(out _, out var last) && last < range.First) _ = ends.Dequeue();
            count += ends.Count;
            ends.Enqueue(range.Rule, range.Last);
        }

        return new RulePairs(count, Sweep(ranges));
    }

    public IEnumerator<(int First, int Second)> GetEnumerator() => pairs.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static IEnumerable<(int First, int Second)> Sweep((int First, int Last, int Rule)[] ranges)
    {
        var seen = new HashSet<(int, int)>();
        var active = new List<(int First, int Last, int Rule)>();
        foreach (var range in ranges)
        {
            _ = active.RemoveAll(a => a.Last < range.First);
            foreach (var other in active)
            {
                var pair = other.Rule < range.Rule ? (other.Rule, range.Rule) : (range.Rule, other.Rule);
                if (other.Rule != range.Rule && seen.Add(pair)) yield return pair;
            }

            active.Add(range);
        }
    }
}
