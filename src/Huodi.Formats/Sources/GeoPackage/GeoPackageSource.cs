using Huodi.App.Imports;
using Huodi.Formats.Files;
using Huodi.Formats.Sources.Shapes;
using SQLitePCL;

namespace Huodi.Formats.Sources.GeoPackage;

/// <summary>
/// A layer of a GeoPackage, read with raw statements in the order of its key. The row number is the feature's <c>fid</c>, which QGIS
/// shows too; one more where numbering begins at 0, and the position where keys are no row numbers.
/// </summary>
internal sealed class GeoPackageSource : IFeatureSource
{
    private readonly ReadOnlyDatabase _database;
    private readonly GeoPackageLayer _layer;
    private readonly List<ImportDiagnostic> _warnings = [];
    private readonly string _select;
    private readonly GeoPackageCells[] _cells;
    private readonly (long Least, long Most) _keys;
    private readonly long? _rowShift;
    private bool _sawHeights;

    /// <exception cref="FileRefusedException">The file is no GeoPackage, or has no such layer.</exception>
    public GeoPackageSource(string path, string file, string? layer)
    {
        (File, Parts) = (file, [path]);
        _database = new(path, file);
        try
        {
            _layer = GeoPackageContents.Pick(_database, file, layer);
            var table = Quote(_layer.Table);
            var columns = _database.All(
                $"PRAGMA table_info({table})", s => (Name: ReadOnlyDatabase.Text(s, 1), Type: ReadOnlyDatabase.Text(s, 2), IsKey: raw.sqlite3_column_int(s, 5) > 0));
            var kept = columns.Where(c => !c.IsKey && !c.Name.Equals(_layer.Geometry, StringComparison.OrdinalIgnoreCase)).ToList();
            if (_layer.Geometry.Length > 0 && columns.All(c => !c.Name.Equals(_layer.Geometry, StringComparison.OrdinalIgnoreCase)))
                throw new FileRefusedException("GPKG_TABLE_MISSING", $"图层“{_layer.Table}”登记的图形列“{_layer.Geometry}”不存在。", "文件可能损坏：重新导出后再导入。");
            _cells = [.. kept.Select(c => GeoPackageCells.Of(c.Type))];
            Columns = [.. kept.Select((c, i) => new SourceColumn(c.Name, _cells[i].Kind))];
            var list = string.Concat(kept.Select(c => ", " + Quote(c.Name)));
            _select = $"SELECT rowid, {(_layer.Geometry.Length > 0 ? Quote(_layer.Geometry) : "NULL")}{list} FROM {table} ORDER BY rowid";
            _keys = _database.All($"SELECT min(rowid), max(rowid) FROM {table}", s => (raw.sqlite3_column_int64(s, 0), raw.sqlite3_column_int64(s, 1)))[0];
            // What a key must be shifted by to be a row number; nothing makes one of keys outside the range.
            _rowShift = _keys.Least < 0 || _keys.Most >= int.MaxValue ? null : _keys.Least == 0 ? 1 : 0;
            Count = StatedCount();
        }
        catch
        {
            _database.Dispose();
            throw;
        }
    }

    public string File { get; init; }

    public string Layer => _layer.Table;

    public IReadOnlyList<SourceColumn> Columns { get; }

    public bool HasShapes => _layer.Geometry.Length > 0;

    public SourceReference Reference => _layer.Reference;

    public long? Count { get; }

    public IReadOnlyList<ImportDiagnostic> Warnings => _warnings;

    public IReadOnlyList<string> Parts { get; init; }

    public IEnumerable<SourceFeature> Read(CancellationToken cancellation)
    {
        _database.Watch(cancellation);
        using var statement = _database.Prepare(_select);
        for (var position = 1; _database.Next(statement); position++)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return Feature(statement, _rowShift is { } shift ? checked((int)(raw.sqlite3_column_int64(statement, 0) + shift)) : position);
        }

        if (_sawHeights)
        {
            _warnings.Add(new(
                0, ShapeFault.Column, "GEO_HEIGHTS", ImportSeverity.Warning, "图形带有高程或量测值，没有保留。", "界线只取平面坐标；需要高程的，另行保存原文件。"));
            _sawHeights = false;
        }
    }

    public IEnumerable<SourceFeature> Sample(int most, CancellationToken cancellation)
    {
        if (_rowShift is not { } shift || _keys.Most - _keys.Least < most) return Read(cancellation).Take(most);
        return Stepwise(most, shift, cancellation);
    }

    public void Dispose() => _database.Dispose();

    private IEnumerable<SourceFeature> Stepwise(int most, long shift, CancellationToken cancellation)
    {
        _database.Watch(cancellation);
        using var statement = _database.Prepare(_select.Replace(" ORDER BY rowid", " WHERE rowid >= ?1 ORDER BY rowid LIMIT 1", StringComparison.Ordinal));
        for (var i = 0; i < most; i++)
        {
            _ = raw.sqlite3_reset(statement);
            _ = raw.sqlite3_bind_int64(statement, 1, _keys.Least + ((_keys.Most - _keys.Least) * i / most));
            if (_database.Next(statement)) yield return Feature(statement, checked((int)(raw.sqlite3_column_int64(statement, 0) + shift)));
        }
    }

    private SourceFeature Feature(sqlite3_stmt statement, int row)
    {
        var cells = new SourceValue[_cells.Length];
        for (var i = 0; i < cells.Length; i++) cells[i] = _cells[i].Read(statement, i + 2);
        if (!HasShapes || raw.sqlite3_column_type(statement, 1) == raw.SQLITE_NULL) return new(row, cells, null, []);
        var shape = GeoPackageShapes.Read(raw.sqlite3_column_blob(statement, 1), out var fault, out var hasHeights);
        _sawHeights |= hasHeights;
        return new(row, cells, shape, fault is null ? [] : [fault.At(row)]);
    }

    /// <summary>GDAL keeps a count; counting a million rows costs as much as reading them.</summary>
    private long? StatedCount()
    {
        if (_database.All("SELECT 1 FROM sqlite_master WHERE name = 'gpkg_ogr_contents'", _ => true).Count == 0) return null;
        var counts = _database.All(
            "SELECT feature_count FROM gpkg_ogr_contents WHERE lower(table_name) = lower(?1) AND feature_count IS NOT NULL", s => raw.sqlite3_column_int64(s, 0), _layer.Table);
        return counts.Count == 1 ? counts[0] : null;
    }

    private static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
