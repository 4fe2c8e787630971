using System.Globalization;
using System.Text;
using Huodi.App.Overlays;
using Huodi.Formats.Csv;
using Huodi.Formats.Files;

namespace Huodi.Formats.Overlays;

/// <summary>Writes the overlaps of a run as a table, one line a parcel and layer.</summary>
public static class OverlayCsv
{
    private static readonly string[] Header = ["宗地", "控制线图层", "版本", "重叠面积（平方米）", "占宗地比例", "叠加编号", "叠加时间（UTC）"];

    /// <summary>Writes the whole file or none of it.</summary>
    public static Task WriteAsync(
        string path, OverlayRun run, IReadOnlyList<ControlLayerVersion> layers, IAsyncEnumerable<StoredOverlap> overlaps, CancellationToken cancellation) => WholeFile.WriteAsync(
        path,
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
        async writer =>
        {
            writer.NewLine = "\r\n";
            await writer.WriteLineAsync(string.Join(',', Header));
            var byNumber = layers.ToDictionary(l => l.Number);
            await foreach (var one in overlaps.WithCancellation(cancellation))
            {
                var layer = byNumber[one.Layer];
                await writer.WriteLineAsync(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{SafeCell.Quoted(one.Parcel)},{SafeCell.Quoted(layer.Name)},{layer.Version},{one.Hundredths / 100m:0.00},{one.Share:0.########},{run.Number},{run.RunAt:yyyy-MM-dd HH:mm:ss}"));
            }
        },
        cancellation);
}
