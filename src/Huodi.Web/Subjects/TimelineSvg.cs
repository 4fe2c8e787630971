using System.Xml.Linq;
using Huodi.Domain.Clocks;
using Huodi.Policies.Explaining;

namespace Huodi.Web.Subjects;

/// <summary>Draws a clock as SVG: one bar a track, agreed and actual dates above it, the excluded periods below, the day of the question across.</summary>
internal sealed class TimelineSvg
{
    private const double FontSize = 14;
    private const double RowHeight = 19;
    private const double BarHeight = 20;
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private readonly double _width;
    private readonly string _id;
    private readonly ClockView _clock;
    private readonly TimelineScale _scale;
    private readonly XElement _drawing;
    private double _y = 4;

    private TimelineSvg(ClockView clock, double width)
    {
        _clock = clock;
        _width = width;
        _id = $"t{TimelineScale.Text(width)}";
        _scale = new TimelineScale(Days(clock), 4, width - 4);
        _drawing = new XElement(Svg + "svg", new XAttribute("role", "img"), new XAttribute("class", "timeline"));
    }

    /// <summary>The drawing, <paramref name="width"/> units wide.</summary>
    public static string Draw(ClockView clock, double width) => new TimelineSvg(clock, width).Draw();

    private static IEnumerable<DateOnly> Days(ClockView clock) =>
        clock.Tracks.SelectMany(t => new[] { t.Agreed, t.Actual ?? t.Agreed })
            .Concat(clock.Excluded.SelectMany(e => new[] { e.From, e.To ?? clock.AsOf }))
            .Concat(clock.Changes.Select(c => c.Day))
            .Append(clock.AsOf);

    private string Draw()
    {
        _drawing.Add(new XElement(Svg + "title", "时间轴：约定与实际开竣工日期、计入和不计入的天数"), Hatch());
        var back = new XElement(Svg + "g");
        _drawing.Add(back);
        foreach (var track in _clock.Tracks) Track(track);
        if (_clock.Excluded.Count > 0) Periods();
        if (_clock.Changes.Count > 0) Changes();
        Axis(back);
        _drawing.Add(new XAttribute("viewBox", $"0 0 {TimelineScale.Text(_width)} {TimelineScale.Text(_y)}"));
        return _drawing.ToString(SaveOptions.DisableFormatting);
    }

    private XElement Hatch() => new(
        Svg + "defs",
        new XElement(
            Svg + "pattern",
            Attributes(("id", _id), ("width", 6), ("height", 6), ("patternUnits", "userSpaceOnUse"), ("patternTransform", "rotate(45)")),
            new XElement(Svg + "rect", Attributes(("width", 6), ("height", 6), ("fill", "#eef1f5"))),
            new XElement(Svg + "rect", Attributes(("width", 2), ("height", 6), ("fill", "#8a94a3")))));

    private void Track(ClockTrack track)
    {
        var days = track.Reckoning is { } reckoning ? $"净违约 {Figures.Count(reckoning.Days)} 天" : $"不能计算：{track.Uncounted}";
        Line($"{track.Name}　{days}", bold: true);
        var points = new List<(string, double)> { ($"约定 {Short(track.Agreed)}", _scale.X(track.Agreed)) };
        if (track.Actual is { } actual) points.Add(($"实际 {Short(actual)}", _scale.X(actual)));
        Labels(points);
        Bar(_scale.First, _scale.Last, "#f4f6f9", "");
        foreach (var segment in track.Reckoning?.Segments ?? [])
        {
            var fill = segment.Kind switch { SegmentKind.Counted => "#c0392b", SegmentKind.Excluded => $"url(#{_id})", _ => "#d9c9a3" };
            Bar(segment.From, segment.To.AddDays(1), fill, SegmentText.Of(segment));
        }

        Point(track.Agreed, "#ffffff");
        if (track.Actual is { } happened) Point(happened, "#1d5fa8");
        _y += BarHeight + 12;
    }

    private void Periods()
    {
        Line("不计入期间", bold: true);
        foreach (var period in _clock.Excluded.OrderBy(p => p.From))
        {
            var to = period.To ?? _clock.AsOf;
            var text = $"{period.Cause} {Short(period.From)} 至 {(period.To is null ? "今" : Short(to))}";
            Labels([(text, (_scale.X(period.From) + _scale.X(to)) / 2)]);
            Bar(period.From, to < period.From ? period.From : to.AddDays(1), $"url(#{_id})", text, height: 8);
            _y += 14;
        }

        _y += 4;
    }

    private void Changes()
    {
        Line("权利主体变更", bold: true);
        foreach (var change in _clock.Changes.OrderBy(c => c.Day))
        {
            Labels([($"{change.Cause} {Short(change.Day)}", _scale.X(change.Day))]);
            Bar(_scale.First, _scale.Last, "#f4f6f9", "", height: 4);
            Point(change.Day, "#8e6b12", height: 4);
            _y += 16;
        }
    }

    private void Axis(XElement back)
    {
        foreach (var year in _scale.Years(_width < 500 ? 5 : 12))
        {
            var x = _scale.X(year);
            back.Add(Stroke(x, 0, x, _y, "#e3e7ed", 1));
            if (x < _width - 40) Text($"{year.Year}年", x + 3, _y + 12, 12, "#5b6573");
        }

        var asOf = _scale.X(_clock.AsOf);
        _drawing.Add(Stroke(asOf, 0, asOf, _y + 18, "#0b3d6e", 2, "5 3"));
        _y += 20;
        Labels([($"截至日 {Short(_clock.AsOf)}", asOf)], "#0b3d6e");
        _y += 2;
    }

    private void Labels(IEnumerable<(string Text, double At)> labels, string colour = "#1f2937")
    {
        var placed = TimelineLabels.Place(labels, 2, _width - 2, FontSize - 1);
        var rows = placed.Max(p => p.Row) + 1;
        foreach (var (text, _, left, row) in placed) Text(text, left, _y + ((rows - row) * RowHeight) - 5, FontSize - 1, colour);
        _y += rows * RowHeight;
    }

    private void Line(string text, bool bold)
    {
        _y += RowHeight;
        Text(text, 2, _y - 4, FontSize, "#1f2937", bold);
    }

    private void Bar(DateOnly from, DateOnly to, string fill, string title, double height = BarHeight)
    {
        var x = _scale.X(from);
        var bar = new XElement(Svg + "rect", Attributes(("x", x), ("y", _y), ("width", Math.Max(1.5, _scale.X(to) - x)), ("height", height), ("fill", fill)));
        if (title.Length > 0) bar.Add(new XElement(Svg + "title", title));
        _drawing.Add(bar);
    }

    private void Point(DateOnly day, string fill, double height = BarHeight) => _drawing.Add(new XElement(
        Svg + "circle",
        Attributes(("cx", _scale.X(day)), ("cy", _y + (height / 2)), ("r", 6), ("fill", fill), ("stroke", "#1f2937"), ("stroke-width", 2))));

    private void Text(string text, double x, double y, double size, string fill, bool bold = false)
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
            ? TimelineScale.Text(Convert.ToDouble(p.Value, System.Globalization.CultureInfo.InvariantCulture)) : p.Value));

    private static string Short(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
