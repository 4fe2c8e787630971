namespace Huodi.Rules.Evaluation.Columnar;

/// <summary>The memory of one thread that runs a plan: a vector a node, and the block that is being worked on.</summary>
internal sealed class Scratch
{
    private readonly Vec[] vectors;
    private readonly List<int[]> integers = [];
    private long stamp;

    public Scratch(int nodes)
    {
        vectors = new Vec[nodes];
        for (var i = 0; i < nodes; i++) vectors[i] = new Vec();
    }

    /// <summary>The columns of the batch, in the order of the plan's names; null where there is none.</summary>
    public Column?[] Columns { get; private set; } = [];

    public Symbols Symbols { get; private set; } = Symbols.None;

    public long Stamp => stamp;

    /// <summary>The first row of the block.</summary>
    public int First { get; private set; }

    /// <summary>The rows of the block.</summary>
    public int Rows { get; private set; }

    /// <summary>The rows of the block in whole words; what is computed for those behind the last is never looked at.</summary>
    public int Padded => (Rows + 63) & ~63;

    public Vec this[int node] => vectors[node];

    /// <summary>A buffer of one integer a row.</summary>
    public int[] Integers(int number)
    {
        while (integers.Count <= number) integers.Add(new int[Block.Rows]);
        return integers[number];
    }

    public void Bind(Column?[] columns, Symbols symbols) => (Columns, Symbols) = (columns, symbols);

    /// <summary>Lets go of the batch, so that a pooled scratch does not keep it alive.</summary>
    public void Release()
    {
        Bind([], Symbols.None);
        foreach (var vec in vectors) vec.Release();
    }

    public void Begin(int first, int rows)
    {
        (First, Rows) = (first, rows);
        stamp++;
    }
}
