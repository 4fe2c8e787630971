using Huodi.Rules.Evaluation;
using static Huodi.Rules.Functions.Define;

namespace Huodi.Rules.Functions;

/// <summary>Questions about lists (DMN 1.5, 10.3.4.4).</summary>
internal static class ListFunctions
{
    public static readonly Builtin[] All =
    [
        Function("list contains",
            Takes(Truth, [P("list", List), Nullable("element", Any)], a => Contains(Items(a[0]), a[1])) with { TakesHoles = true }),
        Function("count",
            Takes(Number, [P("list", List)], a => FeelValue.Of((decimal)Items(a[0]).Length)) with { TakesHoles = true },
            Many(Number, Nullable("c", Any), a => FeelValue.Of((decimal)Items(a[0]).Length)) with { TakesHoles = true }),
        Function("min", Extreme(-1)),
        Function("max", Extreme(1)),
        Function("index of", Takes(FeelType.ListOf(Number), [P("list", List), Nullable("match", Any)], IndexOf)),
        Function("distinct values", Takes(List, [P("list", List)], a => ListOf(Distinct(Items(a[0])))) with { ResultOf = SameList }),
        Function("duplicate values",
            Takes(List, [P("list", List)], a =>
                ListOf(Items(a[0]).GroupBy(i => i).Where(g => g.Skip(1).Any()).Select(g => g.Key))) with { ResultOf = SameList }),
        Function("sort", Takes(List, [P("list", List)], a => ListOf(Items(a[0]).Order(Natural))) with { ResultOf = SameList },
            Takes(List, [P("list", List), P("precedes", Any)], _ => null) with { HigherBody = Sort, ResultOf = SameList }),
    ];

    private static readonly Comparer<FeelValue> Natural = Comparer<FeelValue>.Create((a, b) => Comparison.Order(a, b) ?? 0);

    public static bool Same(FeelValue a, FeelValue b) => Comparison.AreEqual(a, b) is true;

    public static List<FeelValue> Distinct(IEnumerable<FeelValue> items)
    {
        var seen = new HashSet<FeelValue>();
        return [.. items.Where(seen.Add)];
    }

    private static FeelValue Contains(FeelValue[] items, FeelValue wanted)
    {
        FeelValue? undecided = null;
        foreach (var item in items)
        {
            if (Undecided.Is(item, out var hole)) undecided = Undecided.Unite(undecided, hole);
            else if (Same(item, wanted)) return FeelValue.True;
        }

        return undecided ?? FeelValue.False;
    }

    private static Signature[] Extreme(int sign) =>
    [
        Takes(Any, [P("list", List)], a => Extreme(Items(a[0]), sign)) with { ResultOf = ItemType },
        Many(Any, P("c", Any), a => Extreme(Items(a[0]), sign)) with { ResultOf = ItemType },
    ];

    private static FeelValue? Extreme(FeelValue[] items, int sign)
    {
        FeelValue? best = null;
        foreach (var item in items)
        {
            if (best is null)
            {
                if (Comparison.Order(item, item) is null) return null;
                best = item;
            }
            else if (Comparison.Order(item, best) is not { } order)
            {
                return null;
            }
            else if (Math.Sign(order) == sign)
            {
                best = item;
            }
        }

        return best;
    }

    private static FeelValue IndexOf(FeelValue[] a) => ListOf(Items(a[0])
        .Select((item, i) => (item, i))
        .Where(p => Same(p.item, a[1]))
        .Select(p => FeelValue.Of(p.i + 1m)));

    /// <summary>A stable merge sort: the order is the caller's, so it may not be one.</summary>
    private static FeelValue? Sort(FeelValue[] a, CallBack call)
    {
        if (a[1] is not CallableValue { Type.Parameters.Count: 2 }) return null;
        FeelValue? wrong = null;
        var sorted = Merge(Items(a[0]), (x, y) =>
        {
            var precedes = call(a[1], x, y);
            if (precedes.Kind != FeelKind.Boolean) wrong ??= precedes;
            return ReferenceEquals(precedes, FeelValue.True);
        });
        return wrong is { IsUndecided: true } ? wrong : wrong is not null ? null : ListOf(sorted);
    }

    private static FeelValue[] Merge(FeelValue[] items, Func<FeelValue, FeelValue, bool> precedes)
    {
        if (items.Length < 2) return items;
        var left = Merge(items[..(items.Length / 2)], precedes);
        var right = Merge(items[(items.Length / 2)..], precedes);
        var merged = new FeelValue[items.Length];
        for (int i = 0, l = 0, r = 0; i < merged.Length; i++)
        {
            var takeRight = l == left.Length || (r < right.Length && precedes(right[r], left[l]));
            merged[i] = takeRight ? right[r++] : left[l++];
        }

        return merged;
    }
}
