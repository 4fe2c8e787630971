using System.Buffers.Binary;

namespace Huodi.Store.Postgres.Ledger;

/// <summary>Rows of <c>COPY … TO STDOUT (FORMAT BINARY)</c>, as they come, in large pieces of memory that are never used twice.</summary>
/// <param name="stream">What the server sends.</param>
internal sealed class CopiedRows(Stream stream)
{
    private const int Piece = 1 << 20;
    private const int Signature = 11;
    private const int Header = Signature + 8;

    private byte[] _piece = [];
    private int _start;
    private int _end;
    private bool _hasBegun;

    /// <summary>The row read last; it stays as it is.</summary>
    public ReadOnlyMemory<byte> Row { get; private set; }

    /// <summary>Reads the next row; false behind the last.</summary>
    public bool Read()
    {
        if (!_hasBegun) Begin();
        int? length;
        while ((length = CopiedRow.Length(_piece.AsSpan(_start, _end - _start))) is null) Fill();
        if (length == 0) return false;
        Row = _piece.AsMemory(_start, length.Value);
        _start += length.Value;
        return true;
    }

    private void Begin()
    {
        while (_end - _start < Header || _end - _start < Header + Extension()) Fill();
        _start += Header + Extension();
        _hasBegun = true;

        int Extension() => BinaryPrimitives.ReadInt32BigEndian(_piece.AsSpan(_start + Signature + 4));
    }

    private void Fill()
    {
        if (_end == _piece.Length)
        {
            var left = _end - _start;
            var next = GC.AllocateUninitializedArray<byte>(Math.Max(Piece, 2 * left));
            _piece.AsSpan(_start, left).CopyTo(next);
            (_piece, _start, _end) = (next, 0, left);
        }

        var read = stream.Read(_piece.AsSpan(_end));
        _end += read > 0 ? read : throw new EndOfStreamException();
    }
}
