using Huodi.App.Stores;
using Huodi.Domain.Codes;
using Huodi.Domain.Geodesy;
using Huodi.Domain.Geodesy.Placement;
using Huodi.Domain.Measures;
using Huodi.Domain.Parcels;
using Huodi.Domain.Quality;
using Huodi.Formats.Mappings;
using Huodi.Formats.Sources;
using NetTopologySuite.Geometries;

namespace Huodi.Formats.Imports;

/// <summary>Turns rows of a source into parcels, each for itself and safely from several threads: facts, division, shape, measured area.</summary>
internal sealed class ParcelRows(LayerMapping mapping, IFeatureSource source, FactCells facts, SourcePlacement placement, KnownExtent extent, ImportJob job)
{
    private const int ParcelCodeLength = 19;
    private const int UnitNumberLength = 28;
    private readonly int _id = Place(mapping.Id, source);
    private readonly int _name = Place(mapping.Name, source);
    private readonly int _division = Place(mapping.Division, source);
    private readonly HashSet<DivisionCode> _known = [.. job.Districts.Select(d => d.Code)];
    private readonly GeometryCheck _geometry = new(job.Quality);
    private readonly AreaCheck _area = new(job.Quality);
    private readonly bool _closesLines = source.File.EndsWith(".dxf", StringComparison.OrdinalIgnoreCase) || source.Layer == "entities";

    /// <summary>One row: the parcel, or null; and everything found.</summary>
    public ParcelRow Read(SourceFeature row)
    {
        var findings = new Findings(row.Row);
        var parcel = Parcel(row, findings);
        return new(row, findings.HasErrors ? null : parcel, Text(row, _id), Text(row, _name), findings);
    }

    private Parcel? Parcel(SourceFeature row, Findings findings)
    {
        foreach (var fault in row.Faults) findings.Add(fault);
        try
        {
            var id = Text(row, _id);
            if (id.Length == 0) findings.Error(mapping.Id ?? "宗地代码", "PARCEL_ID_BLANK", "宗地没有代码，下次导入时无法认出。", mapping.Id is null ? "在字段对应表的“编号列”写明哪一列是编号。" : "填写宗地代码或唯一的编号。");
            if (HasNul(row.Cells)) findings.Error("", "TEXT_NUL", "文字里有空字符（NUL）。", "文件可能损坏：检查这一行，重新导出。");
            var sheet = facts.Read(row, findings);
            var shape = row.Faults.Count == 0 ? Shape(row, findings) : null;
            var division = Division(row, id, shape, findings);
            if (shape is null || findings.HasErrors) return null;
            var name = Text(row, _name);
            var measured = EllipsoidalArea.Measure(shape);
            Compare(RegisteredArea.SquareMetres(sheet), measured, findings);
            return new(id, name.Length > 0 ? name : id, division, shape, IsGenerated: false, sheet) { MeasuredArea = measured, SourceCrs = placement.Code };
        }
        catch (Exception problem) when (problem is not (OutOfMemoryException or OperationCanceledException))
        {
            // One row that nobody has thought of must not stop a million others; it is refused by number.
            findings.Error("", "ROW_UNREADABLE", $"这一行没有读成（{problem.GetType().Name}）。", "检查这一行的图形和各格，改正后重新导入。");
            return null;
        }
    }

    /// <summary>Holds the registered area, where there is one, against the measured one; both are kept.</summary>
    private void Compare(decimal? registered, Area measured, Findings findings)
    {
        if (registered is null || _area.Check(registered, measured.SquareMetres) is not { } found) return;
        findings.Warning("宗地面积", found.Code, found.Message, found.Kind.Remedy);
    }

    private Geometry? Shape(SourceFeature row, Findings findings)
    {
        if (row.Shape is not { } drawn)
        {
            findings.Error("geometry", "GEO_GEOMETRY_MISSING", "没有图形。", "补画边界，或删去这一条后重新导入。");
            return null;
        }

        if (drawn is LineString { IsClosed: true, NumPoints: > 3 } line && _closesLines)
        {
            drawn = Geo.GeoShapes.Factory.CreatePolygon(line.Coordinates);
            findings.Warning("geometry", "GEO_LINE_CLOSED", "闭合的多段线按面读取。", "核对它是否确是宗地界线。");
        }

        if (drawn is not (Polygon or MultiPolygon))
        {
            findings.Error("geometry", "GEO_GEOMETRY_TYPE", $"图形类型是 {drawn.GeometryType}，应为面。", drawn is LineString or MultiLineString ? "在 QGIS 中用“线转面”转换后重新导入。" : "宗地须有界线：导出面图层；点和注记不能作为宗地。");
            return null;
        }

        var shape = placement.Convert(drawn);
        if (!KnownExtent.InChina(shape.EnvelopeInternal))
        {
            var at = drawn.Coordinate;
            findings.Error("geometry", "GEO_OUT_OF_RANGE", $"坐标（{at.X:0.######}, {at.Y:0.######}）按{placement.Name}不在中国范围内。", "核对这一条的坐标：可能缺带号、前后颠倒或属于另一个坐标系。");
            return null;
        }

        foreach (var finding in _geometry.Check(shape))
        {
            if (finding.Severity == QualitySeverity.Error) findings.Error("geometry", finding.Code, finding.Message, finding.Kind.Remedy);
            else findings.Warning("geometry", finding.Code, finding.Message, finding.Kind.Remedy);
        }

        return shape;
    }

    private DivisionCode Division(SourceFeature row, string id, Geometry? shape, Findings findings)
    {
        var text = Text(row, _division);
        if (text.Length > 6 && text.All(char.IsAsciiDigit)) text = text[..6]; // a twelve-digit code begins with the county's
        if (DivisionCode.TryParse(text, out var division))
        {
            if (!_known.Contains(division)) findings.Warning(mapping.Division ?? "行政区划代码", "DISTRICT_UNKNOWN", $"{division} 不在已导入的区县里。", "先导入该区县的边界，或核对代码。");
            return division;
        }

        if (text.Length > 0) findings.Error(mapping.Division ?? "行政区划代码", "PARCEL_DIVISION", $"行政区划代码写作“{text}”，应为六位数字。", "填写县级行政区划代码（GB/T 2260）。");
        else if (id.Length is ParcelCodeLength or UnitNumberLength && DivisionCode.TryParse(id[..6], out division)) return division;
        else if (shape is not null && extent.IsChina is false && DivisionAt(shape) is { } found)
        {
            findings.Warning("行政区划代码", "PARCEL_DIVISION_BY_MAP", $"没有行政区划代码，按图形位置记为 {found}。", "区县界线是简化的：靠近界线的，核对后在文件中补填。");
            return found;
        }
        else findings.Error("行政区划代码", "PARCEL_DIVISION", "没有行政区划代码。", "填写县级行政区划代码（GB/T 2260），或先导入区县边界。");
        return default;
    }

    private DivisionCode? DivisionAt(Geometry shape)
    {
        var inside = shape.InteriorPoint;
        return job.Districts.FirstOrDefault(d => d.Boundary.EnvelopeInternal.Contains(inside.Coordinate) && d.Boundary.Covers(inside))?.Code;
    }

    private static bool HasNul(IReadOnlyList<SourceValue> cells)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i].Kind == SourceKind.Text && cells[i].Text.Contains('\0', StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private static string Text(SourceFeature row, int place) => place < 0 ? "" : row.Cells[place].Text.Trim();

    private static int Place(string? column, IFeatureSource source) =>
        column is null ? -1 : Enumerable.Range(0, source.Columns.Count).FirstOrDefault(i => source.Columns[i].Name == column, -1);
}
