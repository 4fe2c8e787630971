using System.Globalization;
using System.Text;
using Huodi.App.Registers;
using Huodi.Domain.Registers;
using Huodi.Formats.Csv;
using Huodi.Formats.Files;

namespace Huodi.Formats.Registers;

/// <summary>Writes a register as a table, one line a row, that Excel opens with its Chinese intact and no text run as a formula.</summary>
public static class RegisterCsv
{
    private static readonly string[] Fixed =
        ["台账", "版本", "序号", "状态", "对象", "编号", "名称", "行政区划代码", "类别", "理由", "来由", "存疑", "缺项", "量算面积(㎡)", "演示数据"];

    /// <summary>Writes the whole file or none of it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="version">The filed version, or the head of a draft.</param>
    /// <param name="entries">Its rows.</param>
    /// <param name="cancellation">Cancels.</param>
    public static Task WriteAsync(string path, RegisterVersion version, IAsyncEnumerable<RegisterEntry> entries, CancellationToken cancellation) =>
        WholeFile.WriteAsync(
            path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), writer => WriteAsync(writer, version, entries, cancellation), cancellation);

    /// <summary>Writes the lines.</summary>
    public static async Task WriteAsync(
        TextWriter writer, RegisterVersion version, IAsyncEnumerable<RegisterEntry> entries, CancellationToken cancellation)
    {
        writer.NewLine = "\r\n";
        await writer.WriteLineAsync(Line([.. Fixed, .. version.Columns.Select(RegisterCells.Heading), "版本哈希"]));
        var number = 0;
        await foreach (var entry in entries.WithCancellation(cancellation)) await writer.WriteLineAsync(Row(version, entry, ++number));
    }

    private static string Row(RegisterVersion version, RegisterEntry entry, int number) => Line(
    [
        version.RegisterName, version.Name, number.ToString(CultureInfo.InvariantCulture), RegisterWords.Chinese(entry.Standing),
        RegisterWords.Chinese(entry.Subject), entry.Id, entry.Name, entry.Division.Digits, entry.Category, entry.Reason,
        string.Join('；', entry.Origins.Select(o => o.Words)), string.Join('；', entry.Doubts), string.Join('；', entry.Missing),
        entry.MeasuredArea?.SquareMetres.ToString("0.00", CultureInfo.InvariantCulture) ?? "", entry.IsGenerated ? "是" : "否",
        .. version.Columns.Select(c => RegisterCells.Text(entry.Facts, c)), version.Hash,
    ]);

    private static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(SafeCell.Quoted));
}
