using System.Buffers.Binary;

namespace Huodi.Store.Postgres.Ledger;

/// <summary>Rows of <c>COPY … TO STDOUT (FORMAT BINARY)</c>, as they come, in large pieces of memory that are never used twice.</summary>
/// <param name="stream">What the server sends.</param>
/// <param name="cells">Cells of a row.</param>
internal sealed class CopiedRows(Stream stream, int cells)
{
    private const int Piece = 1 << 16; // small enough to be given up early
    private const int Signature = 11;
    private const int Header = Signature + 8;

    private readonly int[] _starts = new int[cells];
    private readonly int[] _lengths = new int[cells];
    private byte[] _piece = [];
    private int _start;
    private int _end;
    private bool _hasBegun;

    /// <summary>A cell of the row read last; it stays as it is.</summary>
    public ReadOnlyMemory<byte> this[int cell] => _piece.AsMemory(_starts[cell], Math.Max(0, _lengths[cell]));

    /// <summary>The whole row read last.</summary>
    public ReadOnlyMemory<byte> Row { get; private set; }

    public bool IsNull(int cell) => _lengths[cell] < 0;

    /// <summary>Reads the next row; false behind the last.</summary>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellation)
    {
        if (!_hasBegun)
        {
            while (_end - _start < Header || _end - _start < Header + BinaryPrimitives.ReadInt32BigEndian(_piece.AsSpan(_start + Signature + 4))) await FillAsync(cancellation);
            _start += Header + BinaryPrimitives.ReadInt32BigEndian(_piece.AsSpan(_start + Signature + 4));
            _hasBegun = true;
        }

        while (true)
        {
            if (Parse() is { } found) return found;
            await FillAsync(cancellation);
        }
    }

    /// <summary>The number of a cell of eight bytes.</summary>
    public long Number(int cell) => BinaryPrimitives.ReadInt64BigEndian(this[cell].Span);

    /// <summary>The number of a cell of four bytes.</summary>
    public int Short(int cell) => BinaryPrimitives.ReadInt32BigEndian(this[cell].Span);

    /// <summary>Takes a row read earlier.</summary>
    public static CopiedRows Of(ReadOnlyMemory<byte> row, int cells)
    {
        var one = new CopiedRows(Stream.Null, cells) { _piece = row.ToArray(), _hasBegun = true };
        one._end = one._piece.Length;
        _ = one.Parse();
        return one;
    }

    /// <summary>Whether there is a row; null when it is not all here yet.</summary>
    private bool? Parse()
    {
        var left = _piece.AsSpan(_start, _end - _start);
        if (left.Length < 2) return null;
        if (BinaryPrimitives.ReadInt16BigEndian(left) == -1) return false;
        var at = 2;
        for (var cell = 0; cell < cells; cell++)
        {
            if (left.Length < at + 4) return null;
            var length = BinaryPrimitives.ReadInt32BigEndian(left[at..]);
            (_starts[cell], _lengths[cell]) = (_start + at + 4, length);
            at += 4 + Math.Max(0, length);
            if (left.Length < at) return null;
        }

        Row = _piece.AsMemory(_start, at);
        _start += at;
        return true;
    }

    private async ValueTask FillAsync(CancellationToken cancellation)
    {
        if (_end == _piece.Length)
        {
            var left = _end - _start;
            var next = GC.AllocateUninitializedArray<byte>(Math.Max(Piece, 2 * left));
            _piece.AsSpan(_start, left).CopyTo(next);
            (_piece, _start, _end) = (next, 0, left);
        }

        var read = await stream.ReadAsync(_piece.AsMemory(_end), cancellation);
        _end += read > 0 ? read : throw new EndOfStreamException();
    }
}
