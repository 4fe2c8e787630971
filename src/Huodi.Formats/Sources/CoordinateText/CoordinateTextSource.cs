using System.Text;
using Huodi.App.Imports;
using Huodi.Formats.Csv;
using Huodi.Formats.Files;

namespace Huodi.Formats.Sources.CoordinateText;

/// <summary>
/// The ministry's exchange format for the boundary points of surveyed plots (勘测定界界址点坐标交换格式): [属性描述] with the
/// coordinate system, then [地块坐标] with plots: a line ending in @, then their points 点号,圈号,X(北),Y(东). The row number is
/// the line of the plot's head. 地块面积 is in 公顷.
/// </summary>
internal sealed class CoordinateTextSource : IFeatureSource
{
    /// <summary>Names of the head's fields behind the number of points, in their order.</summary>
    public static readonly string[] Names = ["地块面积", "地块编号", "地块名称", "记录图形属性", "图幅号", "地块用途", "地类编码"];

    private const int MostHeaderLines = 200;
    private readonly string _path;
    private readonly Encoding _encoding;
    private readonly ImportLimits _limits;
    private readonly List<ImportDiagnostic> _warnings;

    private CoordinateTextSource(string path, string file, Encoding encoding, string header, ImportLimits limits, List<ImportDiagnostic> warnings)
    {
        (_path, File, _encoding, _limits, _warnings) = (path, file, encoding, limits, warnings);
        Reference = new(null, null, header);
    }

    public string File { get; }

    public string Layer => Path.GetFileNameWithoutExtension(File);

    public IReadOnlyList<SourceColumn> Columns { get; } = [.. Names.Select((n, i) => new SourceColumn(n, i == 0 ? SourceKind.Number : SourceKind.Text))];

    public bool HasShapes => true;

    public SourceReference Reference { get; }

    public long? Count => null;

    public IReadOnlyList<ImportDiagnostic> Warnings => _warnings;

    public IReadOnlyList<string> Parts => [_path];

    /// <exception cref="FileRefusedException">TXT_NO_SECTIONS, or what refuses any text.</exception>
    public static IFeatureSource Open(string path, string file, SourceOptions options, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var warnings = new List<ImportDiagnostic>();
        var encoding = TextEncoding.Of(path, warnings);
        using var text = new StreamReader(path, encoding);
        var header = new StringBuilder();
        for (var i = 0; i < MostHeaderLines && text.ReadLine() is { } line; i++)
        {
            var plain = CoordinateTextPlots.Plain(line);
            if (plain is "[地块坐标]") return new CoordinateTextSource(path, file, encoding, header.ToString().Trim(), options.Limits, warnings);
            if (plain is not "[属性描述]") _ = header.Append(plain).Append('\n');
        }

        throw new FileRefusedException(
            "TXT_NO_SECTIONS", $"{file} 里没有 [地块坐标] 一节，不是勘测定界界址点坐标文件。", "文件应有 [属性描述] 和 [地块坐标] 两节；表格请存为 .csv 后再导入。");
    }

    public IEnumerable<SourceFeature> Read(CancellationToken cancellation)
    {
        using var text = new StreamReader(_path, _encoding);
        var lines = new LineReader(text, _limits.LineLength);
        var plots = new CoordinateTextPlots(lines, _warnings, _limits.ValueBytes / 64);
        var count = 0;
        foreach (var plot in plots.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            if (++count > _limits.Rows) throw Refusals.TooManyRows(_limits.Rows, plot.Row);
            yield return plot;
        }
    }

    public void Dispose()
    {
        // Each reading opens and closes the file itself.
    }
}
