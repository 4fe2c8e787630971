using Huodi.App.Ledger.Clocks;
using Huodi.App.Ledger.Readings;
using Huodi.Domain.Ledger.Kinds;
using Huodi.Policies.Explaining;
using Huodi.Web.Subjects;

namespace Huodi.Web.Ledger;

/// <summary>Draws a subject's life as SVG: its states, what happened stage by stage, its deadlines as bars up to their last day, the days that do not count.</summary>
internal sealed class LifeSvg : TimelineDrawing
{
    private const int MostLabels = 8;
    private static readonly string[] Stages = ["招商", "供地", "监管", "处置", "退出"];

    private readonly SubjectReading _reading;
    private readonly LifeLine _life;
    private readonly LedgerKinds _kinds;

    private LifeSvg(SubjectReading reading, LifeLine life, LedgerKinds kinds, double width)
        : base(Days(reading, life), width, $"l{TimelineScale.Text(width)}") => (_reading, _life, _kinds) = (reading, life, kinds);

    /// <summary>The drawing, <paramref name="width"/> units wide.</summary>
    public static string Draw(SubjectReading reading, LifeLine life, LedgerKinds kinds, double width) => new LifeSvg(reading, life, kinds, width).Draw();

    /// <summary>The colour of a development.</summary>
    public static string Colour(string state) => state switch
    {
        "未供" => "#cfd8e3",
        "已供未开工" => "#9cc3e6",
        "逾期开工" or "逾期竣工" => "#d9822b",
        "在建" => "#5aa469",
        "停工" => "#b07aa1",
        "竣工" => "#2f7d4f",
        "已退出" => "#6b7889",
        _ => "#f0dd9a",
    };

    private static IEnumerable<DateOnly> Days(SubjectReading reading, LifeLine life) =>
        reading.Entries.Select(e => e.Happened).Concat(life.Clocks.SelectMany(c => new[] { c.From, c.Clock.Due ?? c.From, c.Clock.Done ?? c.From }))
            .Concat(ExcludedDays.Of(reading).Select(p => p.From)).Append(reading.Dates.AsOf);

    private string Draw()
    {
        States();
        foreach (var stage in Stages) Stage(stage);
        if (_life.Clocks.Count > 0) Clocks();
        Excluded();
        return Finish("全程：状态、经过、时限和不计入期间", _reading.Dates.AsOf);
    }

    private void States()
    {
        Line("状态", bold: true);
        Labels(_life.States.Select(s => ($"{s.Name} {Short(s.From)}", Scale.X(s.From))));
        foreach (var period in _life.States)
            Bar(period.From, period.To.AddDays(1), Colour(period.Name), $"{period.Name}，{Figures.Day(period.From)} 至 {Figures.Day(period.To)}");
        Y += BarHeight + 8;
    }

    private void Stage(string stage)
    {
        var entries = _reading.Entries.Where(e => _kinds.Find(e.Kind)?.Stage == stage).OrderBy(e => e.Happened).ToList();
        if (entries.Count == 0) return;
        Line($"{stage}　{entries.Count} 条", bold: true);
        if (entries.Count <= MostLabels) Labels(entries.Select(e => ($"{LedgerWords.Kind(e.Kind, _kinds)} {Short(e.Happened)}", Scale.X(e.Happened))));
        Y += 6; // The points are higher than the line, and must not cover the words above it.
        Bar(Scale.First, Scale.Last, "#e3e7ed", "", height: 4);
        foreach (var entry in entries)
        {
            var isSuperseded = _reading.Superseding.ContainsKey(entry.Number);
            Point(entry.Happened, isSuperseded ? "#ffffff" : "#1d5fa8", height: 4, $"{Figures.Day(entry.Happened)} {LedgerWords.Kind(entry.Kind, _kinds)}{(isSuperseded ? "（已被更正或者撤回）" : "")}");
        }

        Y += 16;
    }

    private void Clocks()
    {
        Line("时限", bold: true);
        foreach (var (from, clock) in _life.Clocks)
        {
            var due = clock.Due!.Value; // Only clocks with a last day are drawn.
            Labels([($"{clock.Name} 末日 {Short(due)} {clock.Status}", (Scale.X(from) + Scale.X(due)) / 2)]);
            Bar(from, due < from ? from : due.AddDays(1), Fill(clock), $"{clock.Name}：{LedgerWords.Clock(clock)}", height: 8);
            Point(due, clock.Done is null ? "#ffffff" : "#2f7d4f", height: 8, $"末日 {Figures.Day(due)}");
            Y += 15;
        }
    }

    private void Excluded()
    {
        var periods = ExcludedDays.Of(_reading).ToList();
        if (periods.Count == 0) return;
        Line("不计入期间", bold: true);
        foreach (var (cause, from, to) in periods)
        {
            var end = to ?? _reading.Dates.AsOf;
            var words = $"{cause} {Short(from)} 至 {(to is null ? "今" : Short(end))}";
            Labels([(words, (Scale.X(from) + Scale.X(end)) / 2)]);
            Bar(from, end < from ? from : end.AddDays(1), HatchFill, words, height: 8);
            Y += 14;
        }
    }

    private static string Fill(ClockReading clock) => clock.Status switch
    {
        "逾期" or "逾期已办" => "#c0392b",
        "今日到期" or "预警" => "#e0a100",
        "已办" => "#5aa469",
        _ => "#7fa6cf",
    };
}
