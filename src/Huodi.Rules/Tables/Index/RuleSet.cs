using System.Numerics;

namespace Huodi.Rules.Tables.Index;

/// <summary>Sets of rules: one bit a rule, the first rule lowest.</summary>
internal static class RuleSet
{
    public static int Words(int rules) => (rules + 63) >> 6;

    public static void And(Span<ulong> set, ReadOnlySpan<ulong> other)
    {
        var i = 0;
        for (; i + Vector<ulong>.Count <= set.Length; i += Vector<ulong>.Count)
        {
            (new Vector<ulong>(set[i..]) & new Vector<ulong>(other[i..])).CopyTo(set[i..]);
        }

        for (; i < set.Length; i++) set[i] &= other[i];
    }

    public static int Count(ReadOnlySpan<ulong> set)
    {
        var count = 0;
        foreach (var word in set) count += BitOperations.PopCount(word);
        return count;
    }

    /// <summary>The members in the order of the rules.</summary>
    public static IEnumerable<int> Members(ulong[] set)
    {
        for (var w = 0; w < set.Length; w++)
        {
            for (var word = set[w]; word != 0; word &= word - 1) yield return (w << 6) + BitOperations.TrailingZeroCount(word);
        }
    }
}
