namespace Huodi.Rules.Evaluation.Columnar.Nodes;

/// <summary>Kleene's conjunction or disjunction: one deciding operand decides the row, whatever the others are.</summary>
internal sealed class LogicNode(bool isAnd, TruthNode[] operands) : TruthNode
{
    protected override void Run(Scratch scratch, Vec vec)
    {
        var flip = isAnd ? ulong.MaxValue : 0;
        var truth = vec.OwnTruth();
        truth.Clear();
        vec.Clean = true;
        foreach (var operand in operands)
        {
            var next = operand.Of(scratch);
            if (vec.Clean && !next.Clean)
            {
                Array.Fill(vec.Known, ulong.MaxValue);
                Array.Clear(vec.Trouble);
                vec.Clean = false;
            }

            Combine(vec, next, truth, flip);
        }

        for (var w = 0; w < Block.Words; w++)
        {
            // What stands in truth is which rows are decided by one operand; the others come to the opposite.
            if (!vec.Clean)
            {
                vec.Known[w] |= truth[w];
                vec.Trouble[w] &= ~truth[w];
            }

            truth[w] ^= flip;
        }
    }

    private static void Combine(Vec vec, Vec next, Span<ulong> decided, ulong flip)
    {
        for (var w = 0; w < Block.Words; w++)
        {
            decided[w] |= (next.Truth[w] ^ flip) & next.KnownAt(w);
            if (vec.Clean) continue;
            vec.Known[w] &= next.KnownAt(w);
            vec.Trouble[w] |= next.TroubleAt(w);
        }
    }
}

/// <summary>The opposite of a truth value.</summary>
internal sealed class NotNode(TruthNode operand) : TruthNode
{
    protected override void Run(Scratch scratch, Vec vec)
    {
        var value = operand.Of(scratch);
        var truth = vec.OwnTruth();
        for (var w = 0; w < Block.Words; w++) truth[w] = ~value.Truth[w];
        vec.SameAs(value);
    }
}
