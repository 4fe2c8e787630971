using System.Globalization;
using System.Text.RegularExpressions;
using Huodi.Formats.Geo;
using Huodi.Formats.Sources.Shapes;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Huodi.Formats.Sources.Tables;

/// <summary>Where a table holds its shapes: a WKT column, a column with a list of coordinates, or two columns with one point. None is common too.</summary>
internal sealed partial class TableShapes
{
    private static readonly string[] WktNames = ["wkt", "geometry", "geom", "the_geom", "图形", "wkt_geom"];
    private static readonly string[] ListNames = ["坐标串", "界址点坐标", "坐标", "拐点坐标"];
    private static readonly (string X, string Y)[] PointNames = [("经度", "纬度"), ("longitude", "latitude"), ("lon", "lat"), ("lng", "lat"), ("x", "y"), ("东坐标", "北坐标")];

    private readonly WKTReader _wkt = new(new NetTopologySuite.NtsGeometryServices(new PrecisionModel(), 4490)) { IsOldNtsCoordinateSyntaxAllowed = false };
    private readonly int _column = -1;
    private readonly bool _isList;
    private readonly (int X, int Y)? _point;

    public TableShapes(IReadOnlyList<string> names)
    {
        _column = Find(names, WktNames);
        _isList = _column < 0;
        if (_isList) _column = Find(names, ListNames);
        if (_column >= 0) return;
        foreach (var (x, y) in PointNames)
        {
            if (Find(names, [x]) is var easts and >= 0 && Find(names, [y]) is var norths and >= 0)
            {
                _point = (easts, norths);
                return;
            }
        }
    }

    public bool Any => _column >= 0 || _point is not null;

    /// <summary>Whether a column only holds the shape and is no fact.</summary>
    public bool IsShape(int column) => column == _column;

    /// <summary>The shape of a row, or null with a fault, or null without one when the cells are blank.</summary>
    public Geometry? Read(IReadOnlyList<SourceValue> cells, out ShapeFault? fault)
    {
        fault = null;
        if (_point is { } at) return Point(cells[at.X], cells[at.Y], out fault);
        if (_column < 0 || string.IsNullOrWhiteSpace(cells[_column].Text)) return null;
        return _isList && !cells[_column].Text.Contains('(', StringComparison.Ordinal) ? List(cells[_column].Text, out fault) : Wkt(cells[_column].Text, out fault);
    }

    private Geometry? Wkt(string text, out ShapeFault? fault)
    {
        fault = null;
        try
        {
            var shape = _wkt.Read(text);
            if (shape.IsEmpty) fault = ShapeFault.Empty;
            else if (Array.Exists(shape.Coordinates, c => !double.IsFinite(c.X) || !double.IsFinite(c.Y))) fault = ShapeFault.NotFinite(1, Array.FindIndex(shape.Coordinates, c => !double.IsFinite(c.X) || !double.IsFinite(c.Y)) + 1);
            return fault is null ? shape : null;
        }
        catch (Exception problem) when (problem is ParseException or ArgumentException or FormatException or OverflowException)
        {
            fault = new("GEO_WKT", $"图形写作“{Short(text)}”，不是完整的 WKT（{problem.Message}）。", "写作 POLYGON((经度 纬度, …)) 的样子，环要闭合。");
            return null;
        }
    }

    private static Polygon? List(string text, out ShapeFault? fault)
    {
        var numbers = Number().Matches(text).Select(m => double.Parse(m.ValueSpan, CultureInfo.InvariantCulture)).ToList();
        fault = null;
        if (Foreign().IsMatch(text) || numbers.Count % 2 != 0)
        {
            fault = new("GEO_COORDINATE_LIST", $"坐标串写作“{Short(text)}”，不能分成一对一对的坐标。", "写作“x,y;x,y;…”：每点东坐标（经度）在前，点间用分号。");
            return null;
        }

        var points = new List<Coordinate>();
        for (var i = 0; i + 1 < numbers.Count; i += 2) points.Add(new(numbers[i], numbers[i + 1]));
        if (points.Count > 2 && !points[0].Equals2D(points[^1])) points.Add(points[0].Copy());
        if (points.Count >= 4) return GeoShapes.Factory.CreatePolygon([.. points]);
        fault = ShapeFault.Short(1, points.Count);
        return null;
    }

    private static Point? Point(SourceValue x, SourceValue y, out ShapeFault? fault)
    {
        fault = null;
        if (string.IsNullOrWhiteSpace(x.Text) && string.IsNullOrWhiteSpace(y.Text)) return null;
        if (double.TryParse(x.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var east) && double.TryParse(y.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var north)
            && double.IsFinite(east) && double.IsFinite(north))
        {
            return GeoShapes.Factory.CreatePoint(new Coordinate(east, north));
        }

        fault = ShapeFault.NotFinite(1, 1);
        return null;
    }

    private static int Find(IReadOnlyList<string> names, string[] wanted) =>
        Enumerable.Range(0, names.Count).FirstOrDefault(i => wanted.Contains(names[i].Trim(), StringComparer.OrdinalIgnoreCase), -1);

    private static string Short(string text) => Csv.SafeCell.Visible(text.Length > 40 ? text[..40] + "…" : text);

    [GeneratedRegex(@"[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"[^\d\s.,;，；、|+\-eE]", RegexOptions.CultureInvariant)]
    private static partial Regex Foreign();
}
