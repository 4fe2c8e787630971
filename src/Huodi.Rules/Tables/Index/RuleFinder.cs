using System.Numerics;
using Huodi.Rules.Binding;
using Huodi.Rules.Evaluation;
using Huodi.Rules.Evaluation.Scalar;

namespace Huodi.Rules.Tables.Index;

/// <summary>
/// Finds the rules that match or may match one row, by index where the table is large enough for that to pay. The index is made when the
/// table has been asked a few times.
/// </summary>
internal sealed class RuleFinder(BoundTable table)
{
    /// <summary>From this many rules on the index is faster than the scan (docs/performance.md says what was measured).</summary>
    public const int Threshold = 4;

    private const int Patience = 4;

    private readonly Lazy<RuleIndex?> index = new(() => RuleIndex.Of(table));
    private int asked;

    /// <summary>Where this finder begins to use the index; benchmarks move it.</summary>
    public int From { get; set; } = Threshold;

    /// <summary>Adds the hits in the order of the rules; false where the rules have to be scanned.</summary>
    public bool TryFind(Frame frame, TableStep.Rule[] rules, bool single, List<TableStep.Hit> hits, List<int>? matched)
    {
        if (rules.Length < From || (asked < Patience && asked++ < Patience) || index.Value is not { } found) return false;
        var words = found.Words;
        var set = words <= 256 ? stackalloc ulong[words] : new ulong[words];
        if (!TryMatch(frame, found, set, out var open)) return false;
        for (var w = 0; w < words; w++)
        {
            for (var word = set[w]; word != 0; word &= word - 1)
            {
                var rule = (w << 6) + BitOperations.TrailingZeroCount(word);
                var undecided = open ? UndecidedOf(frame, found, rule) : null;
                hits.Add(new TableStep.Hit(rules[rule], undecided));
                if (undecided is not null) continue;
                matched?.Add(rules[rule].Number);
                if (single) return true;
            }
        }

        return true;
    }

    private static bool TryMatch(Frame frame, RuleIndex found, Span<ulong> set, out bool open)
    {
        open = false;
        var first = true;
        for (var c = 0; c < found.Columns.Length; c++)
        {
            var (column, value) = (found.Columns[c], frame.Locals[found.Table.Columns[c].Local]);
            if (value.IsUndecided)
            {
                open = true;
                continue;
            }

            var place = column.ClassOf(value);
            if (place < 0) return false;
            if (first) column.Passing(place).CopyTo(set);
            else RuleSet.And(set, column.Passing(place));
            first = false;
        }

        return !first;
    }

    /// <summary>What the cells of a rule wait for; null where its match is certain.</summary>
    private static FeelValue? UndecidedOf(Frame frame, RuleIndex found, int rule)
    {
        FeelValue? undecided = null;
        for (var c = 0; c < found.Columns.Length; c++)
        {
            var value = frame.Locals[found.Table.Columns[c].Local];
            if (!value.IsUndecided || ((found.Columns[c].Unconditional[rule >> 6] >> rule) & 1) != 0) continue;
            undecided = Undecided.Unite(undecided, value);
        }

        return undecided;
    }
}
