using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;

namespace Huodi.Formats.Files;

/// <summary>One pass over a file before it is read: its size and hash, whether it is text, and in which encoding. Memory is one buffer.</summary>
internal sealed record FileProbe(string Hash, TextKind Kind, int FirstBadLine)
{
    private const int BufferSize = 1 << 16;

    /// <summary>GBK, which tables of Shapefiles are written in; refuses what it does not hold.</summary>
    public static Encoding Gbk { get; } = CodePagesEncodingProvider.Instance
        .GetEncoding(936, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!; // the BCL carries this code page

    /// <summary>GB 18030 that refuses what is not a character.</summary>
    public static Encoding Chinese { get; } = CodePagesEncodingProvider.Instance
        .GetEncoding(54936, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!; // the BCL carries this code page

    /// <summary>Reads the stream to its end and rewinds it.</summary>
    /// <exception cref="FileRefusedException">FILE_EMPTY, FILE_BINARY, FILE_ENCODING, FILE_TOO_LARGE.</exception>
    public static FileProbe Of(Stream content, long maxBytes)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var utf8 = new Utf8Check();
        var chinese = new ChineseCheck();
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        var total = 0L;
        var blank = true;
        try
        {
            for (int read; (read = content.ReadAtLeast(buffer, BufferSize, throwOnEndOfStream: false)) > 0;)
            {
                var bytes = buffer.AsSpan(0, read);
                if (total == 0) FileSignatures.RefuseForeign(bytes);
                total += read;
                if (total > maxBytes) throw Refusals.TooLarge(maxBytes);
                if (bytes.Contains((byte)0)) throw Refusals.Binary("含有空字节（NUL），不是文本文件");
                blank &= bytes.TrimStart("\uFEFF \t\r\n"u8).IsEmpty;
                hash.AppendData(bytes);
                utf8.Add(bytes);
                chinese.Add(bytes);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        if (blank) throw Refusals.Empty();
        content.Position = 0;
        return new(Convert.ToHexStringLower(hash.GetHashAndReset()), Judge(utf8.End(), chinese.End()), utf8.FirstBadLine);
    }

    private static TextKind Judge(TextKind utf8, TextKind chinese) => utf8 switch
    {
        TextKind.Utf8 or TextKind.CutOff => utf8,
        _ => chinese,
    };

    private sealed class Utf8Check
    {
        private readonly char[] _chars = new char[BufferSize + 4];
        private readonly byte[] _bytes = new byte[BufferSize + 4];
        private int _left;
        private int _lines = 1;
        private bool _bad;

        public int FirstBadLine => _lines;

        public void Add(ReadOnlySpan<byte> bytes)
        {
            if (_bad) return;
            bytes.CopyTo(_bytes.AsSpan(_left));
            var all = _bytes.AsSpan(0, _left + bytes.Length);
            var status = Utf8.ToUtf16(all, _chars, out var read, out _, replaceInvalidSequences: false, isFinalBlock: false);
            _bad = status == OperationStatus.InvalidData;
            _lines += all[..read].Count((byte)'\n');
            _left = all.Length - read;
            if (!_bad) all[read..].CopyTo(_bytes);
        }

        public TextKind End() => _bad ? TextKind.Neither : _left > 0 ? TextKind.CutOff : TextKind.Utf8;
    }

    private sealed class ChineseCheck
    {
        private readonly Decoder _decoder = Chinese.GetDecoder();
        private readonly char[] _chars = new char[BufferSize + 4];
        private bool _bad;

        public void Add(ReadOnlySpan<byte> bytes) => _bad = _bad || !Decodes(bytes, flush: false);

        public TextKind End() => _bad ? TextKind.Neither : Decodes([], flush: true) ? TextKind.Chinese : TextKind.CutOff;

        private bool Decodes(ReadOnlySpan<byte> bytes, bool flush)
        {
            try
            {
                _ = _decoder.GetChars(bytes, _chars, flush);
                return true;
            }
            catch (DecoderFallbackException)
            {
                return false;
            }
        }
    }
}
