using System.Globalization;
using Huodi.App.Imports;
using Huodi.Formats.Csv;
using Huodi.Formats.Geo;
using Huodi.Formats.Sources.Shapes;
using NetTopologySuite.Geometries;

namespace Huodi.Formats.Sources.CoordinateText;

/// <summary>Reads the plots of a coordinate txt one at a time. Signs of full width and lenticular brackets are taken for what they stand for.</summary>
internal sealed class CoordinateTextPlots(LineReader lines, List<ImportDiagnostic> warnings, int mostPoints)
{
    private readonly List<(string Ring, Coordinate At)> _points = [];
    private readonly List<ImportDiagnostic> _faults = [];
    private string[]? _head;
    private int _headLine;

    public IEnumerable<SourceFeature> Read()
    {
        var isInside = false;
        for (var number = 1; lines.Next() is { } next; number++)
        {
            var line = Plain(next.Text);
            if (!isInside)
            {
                isInside = line == "[地块坐标]";
                continue;
            }

            if (line.Length == 0) continue;
            if (line.EndsWith('@') || line.EndsWith("@,", StringComparison.Ordinal))
            {
                if (_head is not null) yield return Finish();
                (_head, _headLine) = (line.TrimEnd(',', '@').Split(','), number);
                _faults.Clear();
                _points.Clear();
            }
            else if (_head is null)
            {
                (_head, _headLine) = ([], number);
                Fault(number, "TXT_NO_HEAD", $"“{Short(line)}”之前没有以 @ 结尾的地块行。", "补上“界址点数,地块面积,地块编号,地块名称,面,图幅号,地块用途,地类编码,@”。");
            }
            else
            {
                Point(line, number);
            }
        }

        if (_head is not null) yield return Finish();
    }

    /// <summary>A line with its signs as the format means them; in a line that has the format's own commas, full-width ones belong to names.</summary>
    public static string Plain(string line)
    {
        line = line.Trim().Trim('\uFEFF').Trim();
        if (!line.Contains(',', StringComparison.Ordinal)) line = line.Replace('，', ',').Replace('【', '[').Replace('】', ']').Replace('＝', '=');
        return line.EndsWith('＠') ? line[..^1] + "@" : line;
    }

    private void Point(string line, int number)
    {
        var cells = line.TrimEnd(',').Split(',');
        if (_points.Count >= mostPoints)
        {
            Fault(number, "TXT_POINTS", $"一个地块超过 {mostPoints} 个界址点。", "检查是否漏了地块行。");
        }
        else if (cells.Length == 4 && Number(cells[2], out var north) && Number(cells[3], out var east))
        {
            _points.Add((cells[1].Trim(), new(east, north)));
        }
        else
        {
            Fault(number, "TXT_POINT", $"界址点写作“{Short(line)}”。", "应为“点号,圈号,X坐标（北）,Y坐标（东）”，坐标是有限的数。");
        }
    }

    private SourceFeature Finish()
    {
        var head = _head ?? [];
        var cells = new SourceValue[CoordinateTextSource.Names.Length];
        for (var i = 0; i < cells.Length && i + 1 < head.Length; i++)
        {
            var text = head[i + 1].Trim();
            if (i == 0) text = text.EndsWith("公顷", StringComparison.Ordinal) ? text[..^2].TrimEnd() : text;
            cells[i] = i == 0 && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? SourceValue.Digits(text) : SourceValue.Of(text);
        }

        var kind = head.Length > 4 ? head[4].Trim() : "面";
        if (kind is "点" or "线") Fault(_headLine, "GEO_GEOMETRY_TYPE", $"图形属性是“{kind}”，应为“面”。", "宗地须是面。");
        var shape = _faults.Count == 0 ? Shape(head) : null;
        var row = new SourceFeature(_headLine, cells, shape, [.. _faults]);
        _faults.Clear();
        _points.Clear();
        return row;
    }

    private Geometry? Shape(string[] head)
    {
        var rings = new List<List<Coordinate>>();
        var name = "";
        foreach (var (ring, at) in _points)
        {
            // A ring that has come back to its start is complete: what follows under the same number is another.
            if (rings.Count == 0 || ring != name || (rings[^1].Count > 3 && rings[^1][0].Equals2D(rings[^1][^1]))) rings.Add([]);
            name = ring;
            rings[^1].Add(at);
        }

        if (rings.Count == 0)
        {
            Fault(_headLine, "GEO_GEOMETRY_EMPTY", "地块没有界址点。", "补上界址点，或删去这个地块。");
            return null;
        }

        CheckCount(head, rings);
        foreach (var ring in rings)
        {
            if (ring.Count > 2 && !ring[0].Equals2D(ring[^1])) ring.Add(ring[0].Copy());
            if (ring.Count < 4) Fault(_headLine, "GEO_RING_SHORT", $"有一圈只有 {ring.Count} 个点，围不成面。", "一圈至少三个不同的界址点。");
        }

        return _faults.Count == 0 ? RingAssembly.Build([.. rings.Select(r => GeoShapes.Factory.CreateLinearRing([.. r]))]) : null;
    }

    /// <summary>Some programs count the point that closes a ring, some do not; a count that is neither tells of a lost point.</summary>
    private void CheckCount(string[] head, List<List<Coordinate>> rings)
    {
        var closing = rings.Count(r => r.Count > 1 && r[0].Equals2D(r[^1]));
        if (head.Length == 0 || !int.TryParse(head[0].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var stated))
        {
            warnings.Add(new(_headLine, "界址点数", "TXT_POINT_COUNT_UNREAD", ImportSeverity.Warning, "地块行没有写明界址点数，不能核对是否缺点。", "在地块行开头写明界址点数。"));
        }
        else if (stated < _points.Count - closing || stated > _points.Count + rings.Count - closing)
        {
            Fault(_headLine, "TXT_POINT_COUNT", $"写明有 {stated} 个界址点，实有 {_points.Count} 行。", "可能缺了界址点，或文件被截断：对照勘测定界成果补齐。");
        }
    }

    private void Fault(int line, string code, string message, string suggestion)
    {
        if (_faults.Count < 20) _faults.Add(new(line, "", code, ImportSeverity.Error, message, suggestion));
    }

    private static bool Number(string text, out double number) =>
        double.TryParse(text.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);

    private static string Short(string text) => SafeCell.Visible(text.Length > 40 ? text[..40] + "…" : text);
}
