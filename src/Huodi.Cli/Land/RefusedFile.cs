using Huodi.App.Imports;
using Huodi.Formats.SupplyResults;

namespace Huodi.Cli.Land;

/// <summary>Writes refused rows for correction; the file appears whole or not at all.</summary>
internal static class RefusedFile
{
    public static async Task WriteAsync(string path, IReadOnlyList<RefusedRow> rows, IReadOnlyList<string> header, CancellationToken cancellation)
    {
        if (header.Count == 0) throw new CliException("REFUSED_EXPORT", "这一批不是表格，没有可导出的行。", "按提示直接修改原文件后再导入。");
        var half = path + ".part";
        await using (var stream = File.Create(half))
        {
            RefusedRowsExport.Write(rows, header, stream);
            await stream.FlushAsync(cancellation);
        }

        File.Move(half, path, overwrite: true);
    }
}
