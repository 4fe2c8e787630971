using System.Text;
using Huodi.App.Imports;

namespace Huodi.Formats.Files;

/// <summary>Finds the encoding of a text file that is read line by line afterwards; one pass, memory of one buffer.</summary>
internal static class TextEncoding
{
    /// <exception cref="FileRefusedException">FILE_EMPTY, FILE_BINARY, FILE_ENCODING, FILE_TRUNCATED.</exception>
    public static Encoding Of(string path, List<ImportDiagnostic> warnings)
    {
        using var stream = File.OpenRead(path);
        Span<byte> start = stackalloc byte[2];
        var read = stream.ReadAtLeast(start, 2, throwOnEndOfStream: false);
        if (read == 2 && start is [0xFF, 0xFE] or [0xFE, 0xFF]) return Wide(stream, isBig: start[0] == 0xFE);
        stream.Position = 0;
        var probe = FileProbe.Of(stream, long.MaxValue);
        switch (probe.Kind)
        {
            case TextKind.Utf8:
                return Encoding.UTF8;
            case TextKind.CutOff:
                throw Refusals.CutOff();
            case TextKind.Neither:
                throw Refusals.Encoding(probe.FirstBadLine);
            default:
                if (MixedEncoding.FirstUtf8Line(stream) is { } mixed) throw Refusals.Mixed(mixed);
                warnings.Add(new(0, "", "FILE_ENCODING_GBK", ImportSeverity.Warning, "文件是 GBK 编码，已按 GB 18030 读取。", "抽查几行生僻字；今后请导出为 UTF-8。"));
                return FileProbe.Chinese;
        }
    }

    private static UnicodeEncoding Wide(Stream stream, bool isBig)
    {
        var encoding = new UnicodeEncoding(isBig, byteOrderMark: true, throwOnInvalidBytes: true);
        if (stream.Length <= 2) throw Refusals.Empty();
        if (stream.Length % 2 != 0) throw Refusals.CutOff();
        return encoding;
    }
}
