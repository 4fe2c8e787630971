namespace Huodi.Formats.Files;

/// <summary>First bytes of files that people send instead of text, each with its own remedy.</summary>
internal static class FileSignatures
{
    private static readonly (byte[] Bytes, string What)[] Foreign =
    [
        ([0x50, 0x4B, 0x03, 0x04], "Excel 工作簿（.xlsx）或压缩包"),
        ([0xD0, 0xCF, 0x11, 0xE0], "旧版 Excel 工作簿（.xls）"),
        ([0x1F, 0x8B], "gzip 压缩包"),
        ("%PDF"u8.ToArray(), "PDF 文件"),
        ("SQLite format 3"u8.ToArray(), "SQLite 或 GeoPackage 数据库"),
        ([0x89, 0x50, 0x4E, 0x47], "PNG 图片"),
    ];

    /// <exception cref="FileRefusedException">FILE_BINARY or FILE_ENCODING, when the first bytes belong to something else than text.</exception>
    public static void RefuseForeign(ReadOnlySpan<byte> start)
    {
        foreach (var (bytes, what) in Foreign)
        {
            if (start.StartsWith(bytes)) throw Refusals.Binary($"是{what}，不是文本文件");
        }

        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            throw new FileRefusedException("FILE_ENCODING", "文件是 UTF-16 编码，不能读取。", "用 Excel 或记事本另存为“CSV UTF-8”后重新导入。");
        }
    }
}
