using System.Buffers.Binary;
using System.Text;

namespace Huodi.Store.Postgres.Ledger;

/// <summary>A row of PostgreSQL's binary copy format: the number of cells, and of each its length (−1 for null) and its bytes.</summary>
/// <param name="cells">Cells of a row.</param>
internal sealed class CopiedRow(int cells)
{
    private readonly (int Start, int Length)[] _cells = new (int, int)[cells];
    private ReadOnlyMemory<byte> _row;

    /// <summary>A cell; empty when it is null.</summary>
    public ReadOnlyMemory<byte> this[int cell] => _row.Slice(_cells[cell].Start, Math.Max(0, _cells[cell].Length));

    /// <summary>The bytes of the row at the beginning of what has come: 0 behind the last row; null when it is not all here yet.</summary>
    public static int? Length(ReadOnlySpan<byte> come)
    {
        if (come.Length < sizeof(short)) return null;
        var at = sizeof(short);
        for (int left = BinaryPrimitives.ReadInt16BigEndian(come); left > 0; left--)
        {
            if (come.Length < at + sizeof(int)) return null;
            at += sizeof(int) + Math.Max(0, BinaryPrimitives.ReadInt32BigEndian(come[at..]));
        }

        if (come.Length < at) return null;
        return BinaryPrimitives.ReadInt16BigEndian(come) < 0 ? 0 : at;
    }

    /// <summary>Takes a whole row in place of the one before.</summary>
    public CopiedRow Take(ReadOnlyMemory<byte> row)
    {
        _row = row;
        var at = sizeof(short);
        for (var cell = 0; cell < _cells.Length; cell++)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(row.Span[at..]);
            _cells[cell] = (at + sizeof(int), length);
            at += sizeof(int) + Math.Max(0, length);
        }

        return this;
    }

    /// <summary>Whether a cell is null.</summary>
    public bool IsNull(int cell) => _cells[cell].Length < 0;

    /// <summary>The number of a cell of eight bytes.</summary>
    public long Number(int cell) => BinaryPrimitives.ReadInt64BigEndian(this[cell].Span);

    /// <summary>The number of a cell of four bytes.</summary>
    public int Short(int cell) => BinaryPrimitives.ReadInt32BigEndian(this[cell].Span);

    /// <summary>The text of a cell, or null.</summary>
    public string? Text(int cell) => IsNull(cell) ? null : Encoding.UTF8.GetString(this[cell].Span);
}
