using Huodi.Rules.Binding;
using Huodi.Rules.Evaluation;

namespace Huodi.Rules.Tables.Index;

/// <summary>
/// One column of a table for looking up: a value belongs to a class, and the class has the set of the rules whose cell it passes.
/// Segments of the axis on which every cell agrees are one class.
/// </summary>
internal sealed class ColumnIndex
{
    private readonly FeelValue[] cuts;
    private readonly Dictionary<string, int>? texts;
    private readonly int[] classes;
    private readonly ulong[] passing;

    private ColumnIndex(FeelKind? kind, FeelValue[] cuts, int[] classes, ulong[] passing, ulong[] unconditional)
    {
        (Kind, this.cuts, this.classes, this.passing, Unconditional) = (kind, cuts, classes, passing, unconditional);
        Count = unconditional.Length == 0 ? 0 : passing.Length / unconditional.Length;
        if (kind != FeelKind.String) return;
        texts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < cuts.Length; i++) texts[cuts[i].AsString()] = classes[i];
    }

    /// <summary>The kind that the cells compare with; null where no rule looks at the column.</summary>
    public FeelKind? Kind { get; }

    public IReadOnlyList<FeelValue> Cuts => cuts;

    /// <summary>The class of each segment of the axis.</summary>
    public IReadOnlyList<int> Classes => classes;

    public int Count { get; }

    /// <summary>The rules that do not look at this column, which a missing value does not hold back.</summary>
    public ulong[] Unconditional { get; }

    /// <summary>The index of a column; null where a cell compares with anything but constants of one kind.</summary>
    public static ColumnIndex? Of(BoundTable table, int column, int maxWords)
    {
        var words = RuleSet.Words(table.Rules.Count);
        var cells = table.Rules.Select(r => r.Cells[column]).ToArray();
        if (Axis.Of(cells.OfType<BoundIn>()) is not { } axis || (long)axis.Segments * words > maxWords) return null;
        var bits = new ulong[axis.Segments * words];
        var unconditional = new ulong[words];
        for (var r = 0; r < cells.Length; r++)
        {
            if (cells[r] is null) unconditional[r >> 6] |= 1UL << r;
            foreach (var range in axis.Passing(cells[r]))
            {
                for (var s = range.First; s <= range.Last; s++) bits[(s * words) + (r >> 6)] |= 1UL << r;
            }
        }

        return Merged(axis, bits, words, unconditional);
    }

    /// <summary>The class of a decided value, or −1 where the value is of another kind.</summary>
    public int ClassOf(FeelValue value)
    {
        switch (Kind)
        {
            case null:
                return classes[0];
            case FeelKind.String:
                return value is not StringValue text ? -1 : texts!.TryGetValue(text.Value, out var place) ? place : classes[^1];
            case FeelKind.Boolean:
                return value.Kind != FeelKind.Boolean ? -1 : classes[value.AsBoolean() ? 0 : 1];
            default:
                return value.Kind != Kind ? -1 : Search(value);
        }
    }

    public ReadOnlySpan<ulong> Passing(int place) => passing.AsSpan(place * Unconditional.Length, Unconditional.Length);

    private int Search(FeelValue value)
    {
        var (low, high) = (0, cuts.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (Order(value, cuts[middle]) is not { } order) return -1;
            if (order == 0) return classes[(2 * middle) + 1];
            if (order < 0) high = middle;
            else low = middle + 1;
        }

        return classes[2 * low];
    }

    private static int? Order(FeelValue left, FeelValue right) =>
        left is NumberValue a && right is NumberValue b ? decimal.Compare(a.Value, b.Value) : Comparison.Order(left, right);

    private static ColumnIndex Merged(Axis axis, ulong[] bits, int words, ulong[] unconditional)
    {
        var classes = new int[axis.Segments];
        var passing = new List<ulong>();
        var known = new Dictionary<RuleSetKey, int>();
        for (var s = 0; s < axis.Segments; s++)
        {
            var set = bits.AsSpan(s * words, words).ToArray();
            if (!known.TryGetValue(new RuleSetKey(set), out classes[s]))
            {
                known[new RuleSetKey(set)] = classes[s] = known.Count;
                passing.AddRange(set);
            }
        }

        var kind = axis.Segments == 1 ? null : axis.Example(axis.Segments > 2 ? 1 : 0, 1)?.Kind;
        var cuts = new List<FeelValue>();
        var ordered = kind is not (null or FeelKind.String or FeelKind.Boolean);
        for (var s = ordered ? 1 : 0; kind is not null && s < axis.Segments; s += ordered ? 2 : 1)
        {
            if (axis.Example(s, 1) is { } cut) cuts.Add(cut);
        }

        return new ColumnIndex(kind, [.. cuts], classes, [.. passing], unconditional);
    }
}
