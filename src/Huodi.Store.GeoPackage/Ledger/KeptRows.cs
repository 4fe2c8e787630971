using System.Buffers.Binary;
using Huodi.Store.GeoPackage.Files;

namespace Huodi.Store.GeoPackage.Ledger;

/// <summary>Rows of a statement, copied into large pieces of memory that are never used twice: each cell a length (−1 for null) and its bytes.</summary>
internal sealed class KeptRows(int cells)
{
    private const int Piece = 1 << 16; // small enough to be given up early

    private readonly (int Start, int Length)[] _cells = new (int, int)[cells];
    private byte[] _piece = new byte[Piece];
    private int _end;

    /// <summary>A cell of the row kept last.</summary>
    public ReadOnlyMemory<byte> this[int cell] => _piece.AsMemory(_cells[cell].Start, Math.Max(0, _cells[cell].Length));

    public bool IsNull(int cell) => _cells[cell].Length < 0;

    /// <summary>Copies the row that the statement stands on.</summary>
    /// <returns>The whole row.</returns>
    public ReadOnlyMemory<byte> Keep(RawStatement row)
    {
        var start = _end;
        for (var cell = 0; cell < cells; cell++)
        {
            var bytes = row.Bytes(cell);
            start = Room(start, sizeof(int) + bytes.Length);
            BinaryPrimitives.WriteInt32LittleEndian(_piece.AsSpan(_end), bytes.IsEmpty && row.IsNull(cell) ? -1 : bytes.Length);
            bytes.CopyTo(_piece.AsSpan(_end + sizeof(int)));
            _end += sizeof(int) + bytes.Length;
        }

        Find(start);
        return _piece.AsMemory(start.._end);
    }

    /// <summary>Takes a row kept earlier.</summary>
    public static KeptRows Of(ReadOnlyMemory<byte> row, int cells)
    {
        var one = new KeptRows(cells) { _piece = row.ToArray() };
        one.Find(0);
        return one;
    }

    private void Find(int at)
    {
        for (var cell = 0; cell < cells; cell++)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(_piece.AsSpan(at));
            _cells[cell] = (at + sizeof(int), length);
            at += sizeof(int) + Math.Max(0, length);
        }
    }

    /// <summary>Makes room behind the part of the row that is there.</summary>
    private int Room(int start, int bytes)
    {
        if (_piece.Length - _end >= bytes) return start;
        var next = GC.AllocateUninitializedArray<byte>(Math.Max(Piece, 2 * (_end - start + bytes)));
        _piece.AsSpan(start.._end).CopyTo(next);
        (_piece, _end) = (next, _end - start);
        return 0;
    }
}
