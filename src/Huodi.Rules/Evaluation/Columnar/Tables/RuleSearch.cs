using System.Numerics;
using Huodi.Rules.Tables.Index;

namespace Huodi.Rules.Evaluation.Columnar.Tables;

/// <summary>The outcome of a row from the sets of rules that its columns pass, for tables whose grid would be too large.</summary>
internal sealed class RuleSearch
{
    private readonly ColumnIndex[] columns;
    private readonly int[] single;
    private readonly int none;
    private readonly int words;
    private readonly bool firstDecides;

    public RuleSearch(ColumnIndex[] columns, int rules, bool firstDecides, Outcomes outcomes)
    {
        (this.columns, this.firstDecides, words) = (columns, firstDecides, RuleSet.Words(rules));
        none = outcomes.Of(new ulong[words], new ulong[words]);
        single = new int[rules];
        for (var r = 0; r < rules; r++)
        {
            var set = new ulong[words];
            set[r >> 6] = 1UL << r;
            single[r] = outcomes.Of(set, set);
        }
    }

    /// <summary>The outcome of a row by the classes of its columns, −1 where the column is missing.</summary>
    public int Find(ReadOnlySpan<int> classes)
    {
        var (found, at) = (0UL, 0);
        for (var w = 0; w < words; w++)
        {
            var word = Word(classes, w);
            if (word == 0) continue;
            if (found != 0 || (!firstDecides && (word & (word - 1)) != 0)) return Outcomes.NeedsRow;
            (found, at) = (word, w);
            if (firstDecides) break;
        }

        if (found == 0) return none;
        return classes.Contains(-1) ? Outcomes.NeedsRow : single[(at << 6) + BitOperations.TrailingZeroCount(found)];
    }

    private ulong Word(ReadOnlySpan<int> classes, int word)
    {
        var bits = ulong.MaxValue;
        for (var c = 0; c < classes.Length && bits != 0; c++)
        {
            if (classes[c] >= 0) bits &= columns[c].Passing(classes[c])[word];
        }

        return bits;
    }
}
