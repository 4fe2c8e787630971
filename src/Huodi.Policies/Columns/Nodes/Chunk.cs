namespace Huodi.Policies.Columns.Nodes;

/// <summary>The rows of a block that are judged at a time: few enough for the caches, many enough that a node's own cost does not count.</summary>
internal sealed class Chunk
{
    /// <summary>The most rows of a chunk.</summary>
    public const int MostRows = 2_048;

    /// <summary>Counts up with each chunk, so that a node knows whether it has seen this one.</summary>
    public int Number { get; private set; }

    public FactBlock Block { get; private set; } = null!; // set by Move before any node runs

    /// <summary>The first row, as the block counts.</summary>
    public int First { get; private set; }

    public int Rows { get; private set; }

    /// <summary>Room for a node's keys while it runs.</summary>
    public ulong[] Low { get; } = new ulong[MostRows];

    /// <summary>The second word of keys that need one.</summary>
    public ulong[] High { get; } = new ulong[MostRows];

    public void Move(FactBlock block, int first)
    {
        Number++;
        (Block, First, Rows) = (block, first, Math.Min(MostRows, block.Count - first));
    }
}
