using Huodi.Domain.Clocks;
using Huodi.Policies.Explaining;

namespace Huodi.Web.Subjects;

/// <summary>Draws a clock as SVG: one bar a track, agreed and actual dates above it, the excluded periods below, the day of the question across.</summary>
internal sealed class TimelineSvg : TimelineDrawing
{
    private readonly ClockView _clock;

    private TimelineSvg(ClockView clock, double width)
        : base(Days(clock), width, $"t{TimelineScale.Text(width)}") => _clock = clock;

    /// <summary>The drawing, <paramref name="width"/> units wide.</summary>
    public static string Draw(ClockView clock, double width) => new TimelineSvg(clock, width).Draw();

    private static IEnumerable<DateOnly> Days(ClockView clock) =>
        clock.Tracks.SelectMany(t => new[] { t.Agreed, t.Actual ?? t.Agreed })
            .Concat(clock.Excluded.SelectMany(e => new[] { e.From, e.To ?? clock.AsOf }))
            .Concat(clock.Changes.Select(c => c.Day))
            .Append(clock.AsOf);

    private string Draw()
    {
        foreach (var track in _clock.Tracks) Track(track);
        if (_clock.Excluded.Count > 0) Periods();
        if (_clock.Changes.Count > 0) Changes();
        return Finish("时间轴：约定与实际开竣工日期、计入和不计入的天数", _clock.AsOf);
    }

    private void Track(ClockTrack track)
    {
        var days = track.Reckoning is { } reckoning ? $"净违约 {Figures.Count(reckoning.Days)} 天" : $"不能计算：{track.Uncounted}";
        Line($"{track.Name}　{days}", bold: true);
        var points = new List<(string, double)> { ($"约定 {Short(track.Agreed)}", Scale.X(track.Agreed)) };
        if (track.Actual is { } actual) points.Add(($"实际 {Short(actual)}", Scale.X(actual)));
        Labels(points);
        Bar(Scale.First, Scale.Last, "#f4f6f9", "");
        foreach (var segment in track.Reckoning?.Segments ?? [])
        {
            var fill = segment.Kind switch { SegmentKind.Counted => "#c0392b", SegmentKind.Excluded => HatchFill, _ => "#d9c9a3" };
            Bar(segment.From, segment.To.AddDays(1), fill, SegmentText.Of(segment));
        }

        Point(track.Agreed, "#ffffff");
        if (track.Actual is { } happened) Point(happened, "#1d5fa8");
        Y += BarHeight + 12;
    }

    private void Periods()
    {
        Line("不计入期间", bold: true);
        foreach (var period in _clock.Excluded.OrderBy(p => p.From))
        {
            var to = period.To ?? _clock.AsOf;
            var text = $"{period.Cause} {Short(period.From)} 至 {(period.To is null ? "今" : Short(to))}";
            Labels([(text, (Scale.X(period.From) + Scale.X(to)) / 2)]);
            Bar(period.From, to < period.From ? period.From : to.AddDays(1), HatchFill, text, height: 8);
            Y += 14;
        }

        Y += 4;
    }

    private void Changes()
    {
        Line("权利主体变更", bold: true);
        foreach (var change in _clock.Changes.OrderBy(c => c.Day))
        {
            Labels([($"{change.Cause} {Short(change.Day)}", Scale.X(change.Day))]);
            Bar(Scale.First, Scale.Last, "#f4f6f9", "", height: 4);
            Point(change.Day, "#8e6b12", height: 4);
            Y += 16;
        }
    }
}
