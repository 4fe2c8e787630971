using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Huodi.Rules.Evaluation.Columnar.Tables;

/// <summary>Classes of ordered values: the class changes where a value reaches a threshold.</summary>
internal sealed class StepFunction(long[] thresholds, int[] after)
{
    /// <summary>Up to here it is faster to compare with every threshold than to search.</summary>
    private const int Few = 12;

    /// <summary>
    /// The classes of segments as in <see cref="Rules.Tables.Axis"/> (before, at and behind each cut) over integers of a scale:
    /// a value lies behind a cut where it is at least the next integer.
    /// </summary>
    public static StepFunction Of(IReadOnlyList<decimal> cuts, IReadOnlyList<int> classes, int scale)
    {
        var (thresholds, after) = (new List<long>(), new List<int> { classes[0] });
        for (var s = 1; s < classes.Count; s++)
        {
            var cut = Scaled(cuts[(s - 1) / 2], scale);
            var reached = s % 2 == 1 ? decimal.Ceiling(cut) : decimal.Floor(cut) + 1;
            if (reached > long.MaxValue) break;
            if (reached <= long.MinValue) (thresholds, after) = ([], [classes[s]]);
            else if (thresholds.Count > 0 && thresholds[^1] == (long)reached) after[^1] = classes[s];
            else if (after[^1] != classes[s])
            {
                thresholds.Add((long)reached);
                after.Add(classes[s]);
            }
        }

        return new StepFunction([.. thresholds], [.. after]);
    }

    /// <summary>The class of each value. Lengths are whole words of rows.</summary>
    public void Find(ReadOnlySpan<long> values, Span<int> classes)
    {
        if (thresholds.Length <= Few) Count(values, classes);
        else Search(values, classes);
    }

    private void Count(ReadOnlySpan<long> values, Span<int> classes)
    {
        Span<long> counts = stackalloc long[8];
        for (var i = 0; i + 8 <= values.Length; i += 8)
        {
            var (v, count) = (Vector512.Create(values.Slice(i, 8)), Vector512<long>.Zero);
            foreach (var threshold in thresholds) count -= Vector512.GreaterThanOrEqual(v, Vector512.Create(threshold));
            count.CopyTo(counts);
            for (var lane = 0; lane < 8; lane++) classes[i + lane] = after[(int)counts[lane]];
        }
    }

    /// <summary>A binary search without branches, so that random values cost no mispredictions.</summary>
    private void Search(ReadOnlySpan<long> values, Span<int> classes)
    {
        ref var first = ref MemoryMarshal.GetArrayDataReference(thresholds);
        for (var i = 0; i < values.Length; i++)
        {
            var (value, at, length) = (values[i], 0, thresholds.Length);
            while (length > 1)
            {
                var half = length >> 1;
                at += half & -(Unsafe.Add(ref first, at + half - 1) <= value ? 1 : 0);
                length -= half;
            }

            classes[i] = after[at + (Unsafe.Add(ref first, at) <= value ? 1 : 0)];
        }
    }

    private static decimal Scaled(decimal cut, int scale)
    {
        try
        {
            for (; scale > 0; scale--) cut *= 10;
            return cut;
        }
        catch (OverflowException)
        {
            return cut > 0 ? decimal.MaxValue : decimal.MinValue + 1;
        }
    }
}
