using Huodi.Rules;

namespace Huodi.Policies.Columns.Nodes;

/// <summary>An answer that follows from the answers of other nodes in the same row, and is worked out once for rows in which they are the same.</summary>
internal abstract class FunctionNode(Node[] inputs) : Node
{
    private const int MostOfTable = 1 << 15;
    private const int MostOfPlaces = 512;

    private readonly Answer[] _row = new Answer[inputs.Length];
    private Layout? _layout;
    private Memo? _memo;

    private protected ReadOnlySpan<Node> Inputs => inputs;

    /// <summary>How many numbers the domain may have before such a value is the row's own.</summary>
    private protected int MostOf(FeelValue value) => value.Kind switch
    {
        FeelKind.Boolean or FeelKind.Null => int.MaxValue,
        FeelKind.Date or FeelKind.String => MostOfTable,
        _ => _memo!.IsTable ? MostOfTable : MostOfPlaces, // made before a row is worked out
    };

    private protected override void Fill(Chunk chunk)
    {
        foreach (var input in inputs) input.Run(chunk);
        if (_layout is null || !_layout.Fits())
        {
            _layout = new(inputs, _layout);
            _memo = new(_layout.Bits);
        }

        var (layout, memo) = (_layout, _memo!); // made together with the layout
        var low = chunk.Low.AsSpan(0, chunk.Rows);
        var high = chunk.High.AsSpan(0, chunk.Rows);
        if (layout.IsConstant() && !layout.IsTooWide)
        {
            layout.Keys(low[..1], high[..1]);
            var code = memo.Find(low[0], high[0]);
            if (code == Memo.Unknown) code = Work(chunk, 0, low[0], high[0]);
            if (code > 0 && memo.Find(low[0], high[0]) == code)
            {
                Hold(code);
                return;
            }
        }

        var codes = Room(chunk.Rows);
        if (layout.IsTooWide)
        {
            codes.Fill(Memo.RowByRow);
        }
        else
        {
            layout.Keys(low, high);
            memo.Find(low, high, codes);
        }

        for (var i = 0; i < codes.Length; i++)
        {
            var code = codes[i];
            if (code == Memo.Unknown) code = memo.Find(low[i], high[i]);
            if (code == Memo.Unknown) code = Work(chunk, i, low[i], high[i]);
            else if (code == Memo.RowByRow) code = Work(chunk, i);
            if (code == Memo.PassOn) PassOn(i);
            codes[i] = Math.Max(code, AnswerPool.Own);
        }

        Settle(chunk.Rows);
    }

    /// <summary>Works out the row: a number of the domain, 0 with a value of the row's own, or <see cref="Memo.PassOn"/>.</summary>
    /// <param name="chunk">Where the row is.</param>
    /// <param name="row">The row in the chunk.</param>
    /// <param name="answers">What the inputs answer in it.</param>
    /// <param name="own">The row's own value where the number is 0.</param>
    private protected abstract int Work(Chunk chunk, int row, ReadOnlySpan<Answer> answers, out FeelValue? own);

    /// <summary>Whether an input that has a value for itself still lets rows share an answer.</summary>
    private protected virtual bool SharesOwn => false;

    /// <summary>Whether what was worked out last must not be kept for other rows.</summary>
    private protected virtual bool IsForRowOnly => false;

    private protected virtual void PassOn(int row) => throw new InvalidOperationException("The node passes nothing on.");

    /// <summary>The number of an answer, or 0 and the value as the row's own.</summary>
    private protected int Share(Answer answer, out FeelValue? own)
    {
        own = null;
        if (!answer.TryGetValue(out var value)) return Pool.Of(answer, int.MaxValue);
        var most = MostOf(value);
        var code = Pool.Count >= most ? AnswerPool.Own : Pool.Of(answer, most);
        if (code == AnswerPool.Own) own = value;
        return code;
    }

    private int Work(Chunk chunk, int row, ulong low, ulong high)
    {
        var shares = SharesOwn || !AnyOwn(row);
        var code = Work(chunk, row);
        if (shares && !IsForRowOnly && code != AnswerPool.Own) _memo!.Keep(low, high, code);
        else if (!shares || _memo!.IsTable) _memo!.Keep(low, high, Memo.RowByRow);
        return code;
    }

    private bool AnyOwn(int row)
    {
        foreach (var input in inputs)
        {
            if (input.Code(row) == AnswerPool.Own) return true;
        }

        return false;
    }

    private int Work(Chunk chunk, int row)
    {
        for (var k = 0; k < inputs.Length; k++) _row[k] = inputs[k].AnswerAt(row);
        var code = Work(chunk, row, _row, out var own);
        if (own is not null) KeepOwn(row, own);
        return code;
    }
}
