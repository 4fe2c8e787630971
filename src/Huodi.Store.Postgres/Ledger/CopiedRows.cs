using System.Buffers.Binary;

namespace Huodi.Store.Postgres.Ledger;

/// <summary>Rows of <c>COPY … TO STDOUT (FORMAT BINARY)</c>, as they come.</summary>
/// <param name="stream">What the server sends.</param>
internal sealed class CopiedRows(Stream stream)
{
    private const int Signature = 11;
    private const int Header = Signature + 8;

    private byte[] _come = new byte[1 << 20];
    private int _start;
    private int _end;
    private int _length;
    private bool _hasBegun;

    /// <summary>The row read last, until the next is read.</summary>
    public ReadOnlySpan<byte> Row => _come.AsSpan(_start, _length);

    /// <summary>Reads the next row; false behind the last.</summary>
    public bool Read()
    {
        if (!_hasBegun) Begin();
        _start += _length;
        _length = 0;
        int? length;
        while ((length = CopiedRow.Length(_come.AsSpan(_start, _end - _start))) is null) Fill();
        _length = length.Value;
        return _length > 0;
    }

    private void Begin()
    {
        while (_end < Header || _end < Header + Extension()) Fill();
        _start = Header + Extension();
        _hasBegun = true;

        int Extension() => BinaryPrimitives.ReadInt32BigEndian(_come.AsSpan(Signature + 4));
    }

    private void Fill()
    {
        if (_end == _come.Length)
        {
            var left = _end - _start;
            var next = 2 * left > _come.Length ? new byte[2 * _come.Length] : _come;
            Buffer.BlockCopy(_come, _start, next, 0, left);
            (_come, _start, _end) = (next, 0, left);
        }

        var read = stream.Read(_come.AsSpan(_end));
        _end += read > 0 ? read : throw new EndOfStreamException();
    }
}
