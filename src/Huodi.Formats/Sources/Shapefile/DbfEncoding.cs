using System.Text;
using Huodi.App.Imports;
using Huodi.Formats.Files;

namespace Huodi.Formats.Sources.Shapefile;

/// <summary>
/// Which encoding the texts of an attribute table are in: what the .cpg says, if the bytes bear it out; else what the bytes themselves
/// allow. The .dbf's own mark is not trusted, because Chinese programs write that of Western Europe. A character that the width of its
/// field has cut in two does not count.
/// </summary>
internal static class DbfEncoding
{
    private const int RowsAtOnce = 4096;

    /// <summary>The name GDAL knows the encoding by.</summary>
    /// <exception cref="FileRefusedException">FILE_ENCODING: neither encoding fits all rows.</exception>
    public static string Of(string dbf, string? cpg, DbfFile table, List<ImportDiagnostic> warnings, CancellationToken cancellation)
    {
        var (utf8, chinese) = (new Fit(new UTF8Encoding(false, throwOnInvalidBytes: true)), new Fit(FileProbe.Chinese));
        long? certain = null;
        foreach (var name in table.Names) Try(name, 0, cut: true, utf8, chinese);
        using var stream = new FileStream(dbf, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        stream.Position = table.Start;
        var buffer = new byte[table.Length * RowsAtOnce];
        for (long row = 0; row < table.Count;)
        {
            cancellation.ThrowIfCancellationRequested();
            var rows = (int)Math.Min(RowsAtOnce, table.Count - row);
            stream.ReadExactly(buffer, 0, rows * table.Length);
            for (var i = 0; i < rows; i++, row++)
            {
                foreach (var (offset, width) in table.Texts)
                {
                    var cell = buffer.AsSpan((i * table.Length) + offset, width).TrimEnd(" \0"u8);
                    if (System.Text.Ascii.IsValid(cell)) continue;
                    if (certain is null && MixedEncoding.IsUtf8(cell)) certain = row + 1;
                    Try(cell, row + 1, cell.Length == width, utf8, chinese);
                }
            }
        }

        if (certain is { } mixed && utf8.FirstBad is not null) throw Refusals.Mixed((int)mixed);
        return Decide(Stated(cpg), utf8, chinese, warnings);
    }

    private static string Decide(string? stated, Fit utf8, Fit chinese, List<ImportDiagnostic> warnings)
    {
        if (utf8.FirstBad is null && stated is not "GB18030") return "UTF-8";
        if (stated == "UTF-8" && utf8.FirstBad is { } bad && chinese.FirstBad is null)
        {
            warnings.Add(new((int)bad, "", "DBF_CPG_WRONG", ImportSeverity.Warning, $".cpg 写明是 UTF-8，但第 {bad} 行起的文字是 GBK，已按 GBK 读取。", "抽查几行中文；请提供者改正 .cpg。"));
            return "GB18030";
        }

        if (chinese.FirstBad is null)
        {
            if (stated is null) warnings.Add(new(0, "", "FILE_ENCODING_GBK", ImportSeverity.Warning, "没有 .cpg，属性表是 GBK 编码，已按 GB 18030 读取。", "抽查几行中文；今后导出时选 UTF-8 并附 .cpg。"));
            return "GB18030";
        }

        if (utf8.FirstBad is null) return "UTF-8";
        var row = Math.Max(utf8.FirstBad ?? 0, chinese.FirstBad ?? 0);
        throw new FileRefusedException(
            "FILE_ENCODING", $"属性表的文字编码不一致：第 {utf8.FirstBad} 行不是 UTF-8，第 {chinese.FirstBad} 行不是 GBK。", "多半是两份数据合并而成：在 QGIS 中分别指定编码，统一存为 UTF-8 后再导入。", (int)row);
    }

    private static void Try(ReadOnlySpan<byte> cell, long row, bool cut, Fit utf8, Fit chinese)
    {
        utf8.Try(cell, row, cut ? 3 : 0);
        chinese.Try(cell, row, cut ? 3 : 0);
    }

    private static string? Stated(string? cpg)
    {
        if (cpg is null || new FileInfo(cpg).Length > 100) return null;
        var text = File.ReadAllText(cpg).Trim().ToUpperInvariant();
        return text is "UTF-8" or "UTF8" or "65001" ? "UTF-8" : text.Contains("GB", StringComparison.Ordinal) || text.Contains("936", StringComparison.Ordinal) ? "GB18030" : null;
    }

    private sealed class Fit(Encoding encoding)
    {
        private readonly char[] _chars = new char[1024];

        public long? FirstBad { get; private set; }

        public void Try(ReadOnlySpan<byte> cell, long row, int spare)
        {
            if (FirstBad is not null) return;
            for (var less = 0; less <= spare && less < cell.Length; less++)
            {
                try
                {
                    _ = encoding.GetChars(cell[..^less], _chars);
                    return;
                }
                catch (DecoderFallbackException)
                {
                    // Try again without what may be the first half of a character.
                }
            }

            FirstBad = row;
        }
    }
}
