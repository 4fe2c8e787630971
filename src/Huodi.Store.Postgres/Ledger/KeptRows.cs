namespace Huodi.Store.Postgres.Ledger;

/// <summary>Rows in pieces of memory that are never used twice, so that what points into them stays as it is.</summary>
internal sealed class KeptRows
{
    private const int Piece = 1 << 18;

    private readonly List<(byte[] Rows, int Length)> _pieces = [];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>All rows, in the order they came.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> All()
    {
        foreach (var (rows, end) in _pieces)
        {
            for (int at = 0, length; at < end; at += length)
            {
                length = CopiedRow.Length(rows.AsSpan(at, end - at)) ?? throw new InvalidOperationException("A row is kept whole.");
                yield return rows.AsMemory(at, length);
            }
        }
    }

    /// <summary>Keeps a row.</summary>
    public void Add(ReadOnlySpan<byte> row)
    {
        if (_pieces.Count == 0 || _pieces[^1].Rows.Length - _pieces[^1].Length < row.Length)
            _pieces.Add((GC.AllocateUninitializedArray<byte>(Math.Max(Piece, row.Length)), 0));
        var (rows, end) = _pieces[^1];
        row.CopyTo(rows.AsSpan(end));
        _pieces[^1] = (rows, end + row.Length);
        Count++;
    }
}
