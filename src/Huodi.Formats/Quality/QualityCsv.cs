using System.Globalization;
using System.Text;
using Huodi.App.Quality;
using Huodi.Domain.Quality;
using Huodi.Formats.Csv;
using Huodi.Formats.Files;

namespace Huodi.Formats.Quality;

/// <summary>Writes findings as a table, one line each, that Excel opens with its Chinese intact and no text run as a formula.</summary>
public static class QualityCsv
{
    private static readonly string[] Header = ["宗地", "相关宗地", "代码", "问题", "程度", "说明", "经度", "纬度", "部分", "环", "点", "数值", "处理"];

    /// <summary>Writes the whole file or none of it.</summary>
    public static Task WriteAsync(string path, QualityReport report, CancellationToken cancellation) => WholeFile.WriteAsync(
        path,
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
        async writer =>
        {
            writer.NewLine = "\r\n";
            await writer.WriteLineAsync(string.Join(',', Header));
            foreach (var finding in report.Findings)
            {
                cancellation.ThrowIfCancellationRequested();
                await writer.WriteLineAsync(string.Join(',', Cells(finding)));
            }
        },
        cancellation);

    private static IEnumerable<string> Cells(ParcelFinding found) =>
    [
        SafeCell.Quoted(found.Parcel),
        SafeCell.Quoted(found.Other ?? ""),
        found.Finding.Code,
        found.Finding.Kind.Title,
        QualityWords.Of(found.Finding.Severity),
        SafeCell.Quoted(found.Finding.Message),
        Degrees(found.Finding.Place?.Longitude),
        Degrees(found.Finding.Place?.Latitude),
        Count(found.Finding.Place?.Part),
        Count(found.Finding.Place?.Ring),
        Count(found.Finding.Place?.Vertex),
        SafeCell.Quoted(QualityWords.Of(found.Finding.Figures)),
        SafeCell.Quoted(found.Finding.Kind.Remedy),
    ];

    private static string Degrees(double? value) => value is { } v && double.IsFinite(v) ? v.ToString("0.000000000", CultureInfo.InvariantCulture) : "";

    private static string Count(int? value) => value is > 0 ? value.Value.ToString(CultureInfo.InvariantCulture) : "";
}
