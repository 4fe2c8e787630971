namespace Huodi.Rules.Evaluation.Scalar;

/// <summary>What a table gives for the rules that match and those that still may.</summary>
internal static class HitPolicies
{
    public static FeelValue Decide(TableStep table, Frame frame, List<TableStep.Hit> hits)
    {
        var open = hits.Exists(h => h.Undecided is not null);
        return table.Table.Source.HitPolicy switch
        {
            HitPolicy.Unique => Unique(table, frame, hits),
            HitPolicy.Any => Any(table, frame, hits),
            HitPolicy.First => First(table, frame, hits),
            HitPolicy.Priority => Priority(table, frame, hits),
            _ when open => Waiting(hits),
            HitPolicy.OutputOrder => hits.Count == 0 ? NoHit(table, frame) : new ListValue([.. Ordered(table, frame, hits)]),
            HitPolicy.Collect => Collect(table, frame, hits),
            _ => hits.Count == 0 ? NoHit(table, frame) : List(table, frame, hits),
        };
    }

    private static FeelValue Unique(TableStep table, Frame frame, List<TableStep.Hit> hits)
    {
        var matched = hits.Where(h => h.Undecided is null).ToList();
        if (matched.Count > 1)
        {
            return table.Strict
                ? new ErrorValue($"规则 {string.Join("、", matched.Select(h => h.Rule.Number))} 同时命中，而命中策略是唯一")
                : FeelValue.Null;
        }

        return matched.Count == 1 ? table.OutputOf(frame, matched[0].Rule) : Undetermined(table, frame, hits);
    }

    private static FeelValue Any(TableStep table, Frame frame, List<TableStep.Hit> hits)
    {
        FeelValue? agreed = null;
        foreach (var hit in hits.Where(h => h.Undecided is null))
        {
            var output = table.OutputOf(frame, hit.Rule);
            if (agreed is not null && !agreed.Equals(output))
            {
                return table.Strict ? new ErrorValue("命中的规则给出不同的结果，而命中策略是任意") : FeelValue.Null;
            }

            agreed = output;
        }

        return agreed ?? Undetermined(table, frame, hits);
    }

    private static FeelValue First(TableStep table, Frame frame, List<TableStep.Hit> hits)
    {
        if (hits.Count == 0 || hits[^1].Undecided is not null) return Undetermined(table, frame, hits);
        var output = table.OutputOf(frame, hits[^1].Rule);
        var earlier = hits[..^1];
        return earlier.TrueForAll(h => table.OutputOf(frame, h.Rule).Equals(output)) ? output : Waiting(earlier);
    }

    private static FeelValue Priority(TableStep table, Frame frame, List<TableStep.Hit> hits)
    {
        if (!hits.Exists(h => h.Undecided is null)) return Undetermined(table, frame, hits);
        var ranked = Ranked(table, frame, hits);
        var best = ranked.FindIndex(r => r.Hit.Undecided is null);
        var above = ranked[..best].Where(r => !r.Output.Equals(ranked[best].Output)).Select(r => r.Hit).ToList();
        return above.Count == 0 ? ranked[best].Output : Waiting(above);
    }

    private static FeelValue Collect(TableStep table, Frame frame, List<TableStep.Hit> hits)
    {
        var aggregation = table.Table.Source.Aggregation;
        if (aggregation == CollectAggregation.Count) return FeelValue.Of((decimal)hits.Count);
        if (hits.Count == 0)
        {
            return aggregation == CollectAggregation.None && Array.TrueForAll(table.Outputs, o => o.Default is null) && table.Strict
                ? ListValue.Empty
                : NoHit(table, frame);
        }

        var list = List(table, frame, hits);
        if (aggregation == CollectAggregation.None) return list;
        var name = aggregation switch { CollectAggregation.Sum => "sum", CollectAggregation.Min => "min", _ => "max" };
        return BuiltinCalls.Call(Functions.BuiltinLibrary.Find(name)!, null, [list], frame.Session, table.Strict);
    }

    private static FeelValue NoHit(TableStep table, Frame frame) => table.Default(frame);

    private static ListValue List(TableStep table, Frame frame, List<TableStep.Hit> hits) =>
        new([.. hits.Select(h => table.OutputOf(frame, h.Rule))]);

    /// <summary>
    /// No rule is certain: decided only where every rule that still may match comes to the same, and so does no match at all,
    /// unless the table has no gap.
    /// </summary>
    private static FeelValue Undetermined(TableStep table, Frame frame, List<TableStep.Hit> hits)
    {
        var none = NoHit(table, frame);
        if (hits.Count == 0) return none;
        var output = table.OutputOf(frame, hits[0].Rule);
        return hits.TrueForAll(h => table.OutputOf(frame, h.Rule).Equals(output)) && (output.Equals(none) || table.IsComplete)
            ? output
            : Waiting(hits);
    }

    private static FeelValue Waiting(IEnumerable<TableStep.Hit> hits)
    {
        FeelValue? undecided = null;
        foreach (var hit in hits) undecided = Undecided.Unite(undecided, hit.Undecided);
        return undecided ?? FeelValue.Null;
    }

    private static IEnumerable<FeelValue> Ordered(TableStep table, Frame frame, List<TableStep.Hit> hits) =>
        Ranked(table, frame, hits).Select(r => r.Output);

    /// <summary>By falling priority of the outputs, the leftmost output first; equal ones in the order of the rules.</summary>
    private static List<(TableStep.Hit Hit, FeelValue Output)> Ranked(TableStep table, Frame frame, List<TableStep.Hit> hits) =>
        [.. hits.Select(h => (Hit: h, Output: table.OutputOf(frame, h.Rule)))
            .OrderBy(r => Rank(table, r.Output), Comparer<int[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b)))];

    private static int[] Rank(TableStep table, FeelValue output) =>
        [.. table.Outputs.Select(o => o.Priorities is null ? 0 : PlaceOf(o.Priorities, output is ContextValue c && table.Outputs.Length > 1
            ? c.TryGet(o.Name, out var value) ? value : FeelValue.Null
            : output))];

    private static int PlaceOf(IReadOnlyList<FeelValue> priorities, FeelValue value)
    {
        for (var i = 0; i < priorities.Count; i++)
        {
            if (priorities[i].Equals(value)) return i;
        }

        return int.MaxValue;
    }
}
