using System.Globalization;
using System.Xml.Linq;

namespace Huodi.Web.Subjects;

/// <summary>What drawings along a line of days share: bars, points, labels, the years and the day of the question.</summary>
internal abstract class TimelineDrawing
{
    /// <summary>Height of a bar.</summary>
    protected const double BarHeight = 20;

    /// <summary>Height of a line of text.</summary>
    protected const double RowHeight = 19;

    private const double FontSize = 14;
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private readonly double _width;
    private readonly string _id;
    private readonly XElement _drawing;
    private readonly XElement _back = new(Svg + "g");

    /// <summary>A drawing that shows all the days.</summary>
    protected TimelineDrawing(IEnumerable<DateOnly> days, double width, string id)
    {
        _width = width;
        _id = id;
        Scale = new TimelineScale(days, 4, width - 4);
        _drawing = new XElement(Svg + "svg", new XAttribute("role", "img"), new XAttribute("class", "timeline"), Hatch(), _back);
    }

    /// <summary>Where days lie.</summary>
    protected TimelineScale Scale { get; }

    /// <summary>Hatching, for days that do not count.</summary>
    protected string HatchFill => $"url(#{_id})";

    /// <summary>How far down the drawing has come.</summary>
    protected double Y { get; set; } = 4;

    /// <summary>Marks the years and the day of the question, and gives the drawing.</summary>
    protected string Finish(string title, DateOnly day)
    {
        _drawing.AddFirst(new XElement(Svg + "title", title));
        Axis(day);
        _drawing.Add(new XAttribute("viewBox", $"0 0 {TimelineScale.Text(_width)} {TimelineScale.Text(Y)}"));
        return _drawing.ToString(SaveOptions.DisableFormatting);
    }

    protected void Labels(IEnumerable<(string Text, double At)> labels, string colour = "#1f2937")
    {
        var placed = TimelineLabels.Place(labels.Select(l => (Fit(l.Text, FontSize - 1), l.At)), 2, _width - 2, FontSize - 1);
        var rows = placed.Max(p => p.Row) + 1;
        foreach (var (text, _, left, row) in placed) Text(text, left, Y + ((rows - row) * RowHeight) - 5, FontSize - 1, colour);
        Y += rows * RowHeight;
    }

    protected void Line(string text, bool bold)
    {
        Y += RowHeight;
        Text(Fit(text, FontSize), 2, Y - 4, FontSize, "#1f2937", bold);
    }

    protected void Bar(DateOnly from, DateOnly to, string fill, string title, double height = BarHeight)
    {
        var x = Scale.X(from);
        var bar = new XElement(Svg + "rect", Attributes(("x", x), ("y", Y), ("width", Math.Max(1.5, Scale.X(to) - x)), ("height", height), ("fill", fill)));
        if (title.Length > 0) bar.Add(new XElement(Svg + "title", title));
        _drawing.Add(bar);
    }

    protected void Point(DateOnly day, string fill, double height = BarHeight, string title = "")
    {
        var point = new XElement(
            Svg + "circle",
            Attributes(("cx", Scale.X(day)), ("cy", Y + (height / 2)), ("r", 6), ("fill", fill), ("stroke", "#1f2937"), ("stroke-width", 2)));
        if (title.Length > 0) point.Add(new XElement(Svg + "title", title));
        _drawing.Add(point);
    }

    protected void Text(string text, double x, double y, double size, string fill, bool bold = false)
    {
        var element = new XElement(Svg + "text", Attributes(("x", x), ("y", y), ("font-size", size), ("fill", fill)), text);
        if (bold) element.Add(new XAttribute("font-weight", "600"));
        _drawing.Add(element);
    }

    private static XElement Stroke(double x1, double y1, double x2, double y2, string colour, double width, string dash = "") => new(
        Svg + "line",
        Attributes(("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2), ("stroke", colour), ("stroke-width", width), ("stroke-dasharray", dash)));

    private static IEnumerable<XAttribute> Attributes(params (string Name, object Value)[] pairs) =>
        pairs.Where(p => p.Value is not "").Select(p => new XAttribute(p.Name, p.Value is double or int
            ? TimelineScale.Text(Convert.ToDouble(p.Value, CultureInfo.InvariantCulture)) : p.Value));

    protected static string Short(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>As much of a text as the drawing is wide.</summary>
    private string Fit(string text, double size)
    {
        while (text.Length > 1 && TimelineLabels.Width(text, size) > _width - 6) text = text[..^2] + "…";
        return text;
    }

    private void Axis(DateOnly day)
    {
        foreach (var year in Scale.Years(_width < 500 ? 5 : 12))
        {
            var x = Scale.X(year);
            _back.Add(Stroke(x, 0, x, Y, "#e3e7ed", 1));
            if (x < _width - 40) Text($"{year.Year}年", x + 3, Y + 12, 12, "#5b6573");
        }

        var asOf = Scale.X(day);
        _drawing.Add(Stroke(asOf, 0, asOf, Y + 18, "#0b3d6e", 2, "5 3"));
        Y += 20;
        Labels([($"截至日 {Short(day)}", asOf)], "#0b3d6e");
        Y += 2;
    }

    private XElement Hatch() => new(
        Svg + "defs",
        new XElement(
            Svg + "pattern",
            Attributes(("id", _id), ("width", 6), ("height", 6), ("patternUnits", "userSpaceOnUse"), ("patternTransform", "rotate(45)")),
            new XElement(Svg + "rect", Attributes(("width", 6), ("height", 6), ("fill", "#eef1f5"))),
            new XElement(Svg + "rect", Attributes(("width", 2), ("height", 6), ("fill", "#8a94a3")))));
}
