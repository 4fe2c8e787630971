using System.Buffers.Binary;

namespace Huodi.Store.Postgres.Ledger;

/// <summary>Rows of <c>COPY … TO STDOUT (FORMAT BINARY)</c>, as they come, in large pieces of memory that are never used twice.</summary>
/// <param name="stream">What the server sends.</param>
internal sealed class CopiedRows(Stream stream)
{
    private const int Piece = 1 << 20;
    private const int Signature = 11;
    private const int Header = Signature + 8;

    private readonly List<byte[]> _pieces = [[]];
    private int _start;
    private int _end;
    private bool _hasBegun;

    /// <summary>Where the row read last is; it stays as it is.</summary>
    public (int Piece, int Start, int Length) Place { get; private set; }

    /// <summary>The row at a place.</summary>
    public ReadOnlyMemory<byte> this[(int Piece, int Start, int Length) place] => _pieces[place.Piece].AsMemory(place.Start, place.Length);

    private byte[] Last => _pieces[^1];

    /// <summary>Reads the next row; false behind the last.</summary>
    public bool Read()
    {
        if (!_hasBegun) Begin();
        int? length;
        while ((length = CopiedRow.Length(Last.AsSpan(_start, _end - _start))) is null) Fill();
        if (length == 0) return false;
        Place = (_pieces.Count - 1, _start, length.Value);
        _start += length.Value;
        return true;
    }

    private void Begin()
    {
        while (_end - _start < Header || _end - _start < Header + Extension()) Fill();
        _start += Header + Extension();
        _hasBegun = true;

        int Extension() => BinaryPrimitives.ReadInt32BigEndian(Last.AsSpan(_start + Signature + 4));
    }

    private void Fill()
    {
        if (_end == Last.Length)
        {
            var left = _end - _start;
            var next = GC.AllocateUninitializedArray<byte>(Math.Max(Piece, 2 * left));
            Last.AsSpan(_start, left).CopyTo(next);
            _pieces.Add(next);
            (_start, _end) = (0, left);
        }

        var read = stream.Read(Last.AsSpan(_end));
        _end += read > 0 ? read : throw new EndOfStreamException();
    }
}
