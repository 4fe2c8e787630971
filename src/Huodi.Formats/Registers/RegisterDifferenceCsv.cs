using System.Globalization;
using System.Text;
using Huodi.App.Registers;
using Huodi.Formats.Csv;
using Huodi.Formats.Files;

namespace Huodi.Formats.Registers;

/// <summary>Writes the differences of two versions as a table, one line a field that changed, one line a row that joined or left.</summary>
public static class RegisterDifferenceCsv
{
    private static readonly string[] Header =
        ["变化", "对象", "编号", "名称", "行政区划代码", "状态", "栏目", "旧值", "新值", "旧面积(㎡)", "新面积(㎡)", "面积变化(㎡)", "原因", "旧版", "新版"];

    /// <summary>Writes the whole file or none of it.</summary>
    public static Task WriteAsync(
        string path, RegisterVersion before, RegisterVersion after, IReadOnlyList<RegisterDifference> differences, CancellationToken cancellation) =>
        WholeFile.WriteAsync(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), w => WriteAsync(w, before, after, differences), cancellation);

    /// <summary>Writes the lines.</summary>
    public static async Task WriteAsync(TextWriter writer, RegisterVersion before, RegisterVersion after, IReadOnlyList<RegisterDifference> differences)
    {
        writer.NewLine = "\r\n";
        await writer.WriteLineAsync(string.Join(',', Header));
        foreach (var row in differences)
        {
            var fields = row.Fields.DefaultIfEmpty(new FieldChange("", null, null));
            foreach (var field in fields) await writer.WriteLineAsync(Line(row, field, before, after));
        }
    }

    private static string Line(RegisterDifference row, FieldChange field, RegisterVersion before, RegisterVersion after)
    {
        string[] cells =
        [
            DifferenceWords.Chinese(row.Kind), RegisterWords.Chinese(row.Subject), row.Id, row.Name, row.Division.Digits,
            RegisterWords.Chinese(row.Standing), field.Field, field.Before ?? "", field.After ?? "", Area(row.AreaBefore), Area(row.AreaAfter),
        ];
        // A figure that begins with a minus is no formula.
        return string.Join(
            ',',
            [
                .. cells.Select(SafeCell.Quoted), Area(DifferenceWords.AreaChange(row)), SafeCell.Quoted(string.Join('；', row.Reasons)),
                SafeCell.Quoted(before.Name), SafeCell.Quoted(after.Name),
            ]);
    }

    private static string Area(long? hundredths) => hundredths is { } whole ? (whole / 100m).ToString("0.00", CultureInfo.InvariantCulture) : "";
}
