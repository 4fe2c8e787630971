namespace Huodi.Policies.Columns;

/// <summary>Some rows of a block, one bit a row.</summary>
internal sealed class RowSet(int rows)
{
    private readonly ulong[] _bits = new ulong[(rows + 63) >> 6];

    public bool Contains(int row) => (_bits[row >> 6] & (1UL << (row & 63))) != 0;

    public void Add(int row) => _bits[row >> 6] |= 1UL << (row & 63);
}
