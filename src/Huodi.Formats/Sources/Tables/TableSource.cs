using Huodi.App.Imports;
using Huodi.Formats.Files;

namespace Huodi.Formats.Sources.Tables;

/// <summary>A table with a header, whatever file it stands in: its rows as features, with a shape where columns hold one.</summary>
internal sealed class TableSource : IFeatureSource
{
    private readonly Func<CancellationToken, IEnumerable<TableRow>> _rows;
    private readonly TableHeader _header;
    private readonly TableShapes _shapes;
    private readonly int _mostRows;
    private readonly IDisposable? _owned;
    private readonly List<ImportDiagnostic> _warnings;

    /// <param name="file">Name of the file.</param>
    /// <param name="layer">Name of the sheet, or the file's own.</param>
    /// <param name="path">The file.</param>
    /// <param name="rows">Reads all rows from the beginning, each time it is called.</param>
    /// <param name="span">How many rows a header takes, by its first row.</param>
    /// <param name="warnings">What was found about the file; more may be added while it is read.</param>
    /// <param name="limits">How much is read.</param>
    /// <param name="owned">Disposed of with the source.</param>
    /// <exception cref="FileRefusedException">FILE_HEADER, FILE_EMPTY, FILE_NO_ROWS.</exception>
    public TableSource(
        string file, string layer, string path, Func<CancellationToken, IEnumerable<TableRow>> rows, Func<int, int>? span, List<ImportDiagnostic> warnings, ImportLimits limits, IDisposable? owned)
    {
        (File, Layer, Parts, _rows, _warnings, _mostRows, _owned) = (file, layer, [path], rows, warnings, limits.Rows, owned);
        var first = rows(CancellationToken.None).Where(r => !r.IsBlank).Take(TableHeader.RowsSearched).ToList();
        if (first.Count == 0) throw Refusals.Empty();
        _header = TableHeader.Find(first, span);
        if (first.Count < TableHeader.RowsSearched && first[^1].Row <= _header.LastRow)
            throw new FileRefusedException("FILE_NO_ROWS", "文件只有表头，没有数据行。", "检查导出条件是否选中了记录，重新导出后再导入。");
        _shapes = new(_header.Names);
        Columns = [.. _header.Names.Where((_, i) => !_shapes.IsShape(i)).Select(n => new SourceColumn(n, SourceKind.Text))];
    }

    public string File { get; }

    public string Layer { get; }

    public IReadOnlyList<SourceColumn> Columns { get; }

    public bool HasShapes => _shapes.Any;

    public SourceReference Reference => SourceReference.None;

    public long? Count => null;

    public IReadOnlyList<ImportDiagnostic> Warnings => _warnings;

    public IReadOnlyList<string> Parts { get; }

    public IEnumerable<SourceFeature> Read(CancellationToken cancellation)
    {
        var count = 0;
        foreach (var row in _rows(cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            if (row.Row <= _header.LastRow || row.IsBlank) continue;
            if (++count > _mostRows) throw Refusals.TooManyRows(_mostRows, row.Row);
            yield return Feature(row);
        }
    }

    public void Dispose() => _owned?.Dispose();

    private SourceFeature Feature(TableRow row)
    {
        var width = _header.Names.Count;
        if (row.Fault is { } broken) return new(row.Row, new SourceValue[Columns.Count], null, [broken]);
        if (row.Cells.Count > width && row.Cells.Skip(width).Any(c => !string.IsNullOrWhiteSpace(c.Text)))
        {
            return new(row.Row, new SourceValue[Columns.Count], null,
            [
                new(row.Row, "", "ROW_CELL_COUNT", ImportSeverity.Error, $"这一行有 {row.Cells.Count} 格，表头有 {width} 格，各列会错位。", "对照原始记录删去多余的单元格；内容里有逗号的单元格要加英文双引号。"),
            ]);
        }

        var all = new SourceValue[width];
        for (var i = 0; i < Math.Min(width, row.Cells.Count); i++) all[i] = row.Cells[i];
        var shape = _shapes.Read(all, out var fault);
        return new(row.Row, [.. all.Where((_, i) => !_shapes.IsShape(i))], shape, fault is null ? [] : [fault.At(row.Row)]);
    }
}
