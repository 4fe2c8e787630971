using System.Text;

namespace Huodi.Formats.Csv;

/// <summary>Reads lines of bounded length: what exceeds the limit is skipped, not held. CR LF, LF and a lone CR end a line.</summary>
internal sealed class LineReader(TextReader reader, int maxLength)
{
    private readonly char[] _buffer = new char[1 << 14];
    private readonly StringBuilder _line = new();
    private int _position;
    private int _length;

    /// <summary>The next line and whether it was cut at the limit; null at the end.</summary>
    public (string Text, bool Cut)? Next()
    {
        _ = _line.Clear();
        var cut = false;
        if (!Fill()) return null;
        while (Fill())
        {
            var rest = _buffer.AsSpan(_position, _length - _position);
            var end = rest.IndexOfAny('\r', '\n');
            var part = end < 0 ? rest : rest[..end];
            var room = Math.Min(part.Length, maxLength - _line.Length);
            cut |= room < part.Length;
            _ = _line.Append(part[..room]);
            _position += part.Length;
            if (end < 0) continue;

            var carriageReturn = _buffer[_position++] == '\r';
            if (carriageReturn && Fill() && _buffer[_position] == '\n') _position++;
            break;
        }

        return (_line.ToString(), cut);
    }

    private bool Fill()
    {
        if (_position < _length) return true;
        _position = 0;
        _length = reader.Read(_buffer, 0, _buffer.Length);
        return _length > 0;
    }
}
