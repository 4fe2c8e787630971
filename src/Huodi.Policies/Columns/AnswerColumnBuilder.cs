using Huodi.Policies.Columns.Nodes;
using Huodi.Policies.Evaluation;

namespace Huodi.Policies.Columns;

/// <summary>Gathers the answers of one decision chunk by chunk.</summary>
/// <param name="decision">The decision.</param>
/// <param name="top">Gives its answers; null where its package governs for nobody.</param>
/// <param name="block">The subjects.</param>
internal sealed class AnswerColumnBuilder(CompiledDecision decision, ResultNode? top, FactBlock block)
{
    private static readonly IReadOnlyList<AnswerClass> NotInForce = [AnswerWriter.NotInForce];

    private readonly OwnValues _own = new(block.Count);
    private int[]? _codes;
    private int _same = -1;

    public void Judge(Chunk chunk)
    {
        if (top is null) return;
        top.Run(chunk);
        if (_codes is null && top.IsConstant && (chunk.First == 0 || _same == top.Constant))
        {
            _same = top.Constant;
            return;
        }

        if (_codes is null)
        {
            _codes = new int[block.Count];
            _codes.AsSpan(0, chunk.First).Fill(_same);
        }

        var codes = _codes.AsSpan(chunk.First, chunk.Rows);
        if (top.IsConstant)
        {
            codes.Fill(top.Constant);
            return;
        }

        top.Codes[..chunk.Rows].CopyTo(codes);
        for (var i = 0; i < codes.Length; i++)
        {
            if (codes[i] == AnswerPool.Own) _own.Put(chunk.First + i, Rounding.Apply(top.Own(i), decision.Source.Unit));
        }
    }

    public AnswerColumn Build()
    {
        var codes = top is null || block.Count == 0 ? CodeColumn.Same(0, block.Count) : _codes is null ? CodeColumn.Same(_same, block.Count) : CodeColumn.Of(_codes);
        return new(decision.Source, decision.Package.Source, codes, top is null ? NotInForce : top.Classes(), _own, Asked());
    }

    private RowSet? Asked()
    {
        var governed = block.Divisions.Select(decision.Package.Source.Region.Contains).ToArray();
        if (governed.All(g => g)) return null;
        var asked = new RowSet(block.Count);
        for (var row = 0; row < block.Count; row++)
        {
            if (governed[block.DivisionOf[row]]) asked.Add(row);
        }

        return asked;
    }
}
