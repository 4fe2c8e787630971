using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Huodi.Formats.Files;

/// <summary>
/// Finds UTF-8 inside what as a whole is only valid as GBK. GB 18030 takes almost any pair of bytes, so a file pasted together from both
/// would be read without a fault and its UTF-8 lines come out as nonsense. Chinese written in GBK never reads as two characters of
/// UTF-8 in a row: their second bytes would be signs and letters that no name has.
/// </summary>
internal static class MixedEncoding
{
    /// <summary>Whether a cell or line can only be meant as UTF-8: valid, with at least two Chinese characters.</summary>
    public static bool IsUtf8(ReadOnlySpan<byte> text)
    {
        if (System.Text.Ascii.IsValid(text) || !Utf8.IsValid(text)) return false;
        var characters = 0;
        while (!text.IsEmpty && Rune.DecodeFromUtf8(text, out var rune, out var used) == OperationStatus.Done)
        {
            if (rune.Value is >= 0x4E00 and <= 0x9FFF) characters++;
            text = text[used..];
        }

        return characters >= 2;
    }

    /// <summary>The first line of a stream that can only be UTF-8, from 1; null when there is none. Long lines are judged in pieces.</summary>
    public static int? FirstUtf8Line(Stream content)
    {
        content.Position = 0;
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
        try
        {
            var (kept, line) = (0, 1);
            for (int read; (read = content.Read(buffer, kept, buffer.Length - kept)) > 0;)
            {
                var all = buffer.AsSpan(0, kept + read);
                for (int end; (end = all.IndexOf((byte)'\n')) >= 0; line++)
                {
                    if (IsUtf8(all[..end])) return line;
                    all = all[(end + 1)..];
                }

                kept = all.Length == buffer.Length ? 0 : all.Length;
                all[..kept].CopyTo(buffer);
            }

            return kept > 0 && IsUtf8(buffer.AsSpan(0, kept)) ? line : null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
