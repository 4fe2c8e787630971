using System.Text;
using Huodi.App.Imports;
using Huodi.Formats.Files;
using Huodi.Formats.SupplyResults;

namespace Huodi.Cli.Land;

/// <summary>Writes refused rows for correction; the file appears whole or not at all.</summary>
internal static class RefusedFile
{
    public static async Task WriteAsync(string path, IAsyncEnumerable<RefusedRow> rows, IReadOnlyList<string> header, CancellationToken cancellation)
    {
        if (header.Count == 0) throw new CliException("REFUSED_EXPORT", "这一批不是表格，没有可导出的行。", "按提示直接修改原文件后再导入。");
        await WholeFile.WriteAsync(path, new UTF8Encoding(false), Fill, cancellation);

        // Brings its own byte order mark.
        Task Fill(StreamWriter writer) => RefusedRowsExport.WriteAsync(rows, header, writer.BaseStream, cancellation);
    }
}
