using Huodi.Rules;

namespace Huodi.Policies.Columns.Nodes;

/// <summary>
/// One answer a row: of a fact, an expression or a decision. A row holds the number of an answer in the node's <see cref="Pool"/>, or
/// has a value of its own. Where all rows of a chunk hold one number, only that is kept.
/// </summary>
internal abstract class Node
{
    private int _chunk;
    private int[] _codes = [];
    private FeelValue?[] _own = [];

    public AnswerPool Pool { get; } = new();

    /// <summary>Whether all rows of the chunk hold <see cref="Constant"/>.</summary>
    public bool IsConstant { get; private set; }

    public int Constant { get; private set; }

    /// <summary>The rows' numbers; only where they are not constant.</summary>
    public ReadOnlySpan<int> Codes => _codes;

    public int Code(int row) => IsConstant ? Constant : _codes[row];

    public FeelValue Own(int row) => _own[row] ?? throw new InvalidOperationException("The row has no value of its own.");

    public Answer AnswerAt(int row) => Code(row) is not AnswerPool.Own and var code ? Pool[code] : Answer.Of(Own(row));

    /// <summary>Answers for the chunk, once.</summary>
    public void Run(Chunk chunk)
    {
        if (_chunk == chunk.Number) return;
        _chunk = chunk.Number;
        IsConstant = false;
        Fill(chunk);
    }

    private protected abstract void Fill(Chunk chunk);

    private protected void Hold(int constant) => (IsConstant, Constant) = (true, constant);

    private protected Span<int> Room(int rows)
    {
        if (_codes.Length == 0) _codes = new int[Chunk.MostRows];
        return _codes.AsSpan(0, rows);
    }

    /// <summary>Sees whether the rows hold one number after all.</summary>
    private protected void Settle(int rows)
    {
        var codes = _codes.AsSpan(0, rows);
        if (codes[0] != AnswerPool.Own && codes.IndexOfAnyExcept(codes[0]) < 0) Hold(codes[0]);
    }

    private protected void KeepOwn(int row, FeelValue value)
    {
        if (_own.Length == 0) _own = new FeelValue?[Chunk.MostRows];
        _own[row] = value;
    }
}
