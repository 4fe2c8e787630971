using System.Globalization;
using System.Text.Json;
using Huodi.Domain.Ledger.Projection;
using Huodi.Policies.Answers;
using Huodi.Policies.Evaluation;

namespace Huodi.App.Ledger.States;

/// <summary>
/// How far a piece of land has come. Each step is taken only on what the ledger says: no entry about the start does not mean that
/// there was none. What was observed holds until something else is recorded, and the reason names the day of the observation.
/// </summary>
internal sealed class DevelopmentStates(SubjectProjection ledger, ISubjectAnswers answers, Question question)
{
    public const string Exited = "已退出";
    public const string Unknown = "不明";

    /// <summary>The decision that gives the day of starting where none was agreed.</summary>
    public const string StartDue = "CN-53-22/动工开发日期";

    /// <summary>The facts it reads.</summary>
    public static readonly string[] Facts =
        ["已退出", "已供地", "已竣工", "实际竣工日期", "已开工", "实际开工日期", "停工中", "约定开工日期", "约定开工日期不明", "约定竣工日期"];

    private const string NotSupplied = "未供";
    private const string NotStarted = "已供未开工";
    private const string StartOverdue = "逾期开工";
    private const string Building = "在建";
    private const string Suspended = "停工";
    private const string CompletionOverdue = "逾期竣工";
    private const string Completed = "竣工";

    private readonly DateOnly _asOf = question.AsOf;
    private readonly List<StateReason> _reasons = [];

    public DerivedState Derive()
    {
        if (Truth("已退出") == true) return Is(Exited);
        if (Truth("已供地") is not { } supplied)
            return Open("台账里没有供地登记，也没有尚未供地的登记。", ["已供地"], NotSupplied, NotStarted, StartOverdue, Building, Suspended, CompletionOverdue, Completed);
        if (!supplied) return Is(NotSupplied);
        if (Done("已竣工", "实际竣工日期") is { } completed && completed) return Is(Completed);
        return Done("已开工", "实际开工日期") switch
        {
            null => Open("没有开工登记，也没有尚未开工的巡查登记。", ["已开工", "实际开工日期"], NotStarted, StartOverdue, Building, Suspended, CompletionOverdue, Completed),
            false => Due(StartDate(), "约定开工日期", NotStarted, StartOverdue),
            true => Started(),
        };
    }

    private DerivedState Started()
    {
        if (Done("已竣工", "实际竣工日期") is null)
            return Open("已经开工，但没有竣工登记，也没有尚未竣工的巡查登记。", ["已竣工", "实际竣工日期"], Building, Suspended, CompletionOverdue, Completed);
        return Truth("停工中") switch
        {
            null => Open("已经开工、尚未竣工，但没有是否停工的登记。", ["停工中"], Building, Suspended, CompletionOverdue),
            true => Is(Suspended),
            false => Due((Day("约定竣工日期"), ["约定竣工日期"]), "约定竣工日期", Building, CompletionOverdue),
        };
    }

    private (DateOnly? Day, IReadOnlyList<string> Missing) StartDate()
    {
        if (Truth("约定开工日期不明") != true && Day("约定开工日期") is { } agreed) return (agreed, []);
        var answer = answers.Of(StartDue, question);
        if (answer is { Outcome: Outcome.Value, Value: { } value } && Parse(value.ToString()) is { } day)
        {
            _reasons.Add(new($"未约定开工日期或者约定不明，动工开发日期为 {day:yyyy-MM-dd}（闲置土地处置办法 第二十二条）", [], StartDue));
            return (day, []);
        }

        return (null, answer.Missing.Count > 0 ? [.. answer.Missing.Select(m => m.Name)] : ["约定开工日期"]);
    }

    private DerivedState Due((DateOnly? Day, IReadOnlyList<string> Missing) due, string what, string before, string after)
    {
        if (due.Day is not { } day) return Open($"不知道{what}，不能判断是否逾期。", due.Missing, before, after);
        var passed = _asOf > day;
        _reasons.Add(new($"{what}为 {day:yyyy-MM-dd}，截至 {_asOf:yyyy-MM-dd} {(passed ? "已过；是否违约、违约几天另按不计入期间计算" : "未过")}", Numbers(what)));
        return Is(passed ? after : before);
    }

    /// <summary>A thing that is done: by the fact itself or by its date; two that disagree tell nothing.</summary>
    private bool? Done(string fact, string date)
    {
        var byDate = Day(date) is { } day && day <= _asOf ? true : (bool?)null;
        var byFact = Truth(fact);
        if (byDate is not null && byFact == false)
        {
            _reasons.Add(new($"“{fact}”登记为否，而“{date}”已到，两者矛盾，请核对", [.. Numbers(fact), .. Numbers(date)]));
            return null;
        }

        return byDate ?? byFact;
    }

    private bool? Truth(string fact)
    {
        if (ledger.Find(fact) is not { } known || known.Value.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False)) return null;
        var truth = known.Value.GetValueKind() == JsonValueKind.True;
        Because(known, truth ? "是" : "否");
        return truth;
    }

    private DateOnly? Day(string fact)
    {
        if (ledger.Find(fact) is not { } known || Parse(known.Value.ToString()) is not { } day) return null;
        Because(known, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return day;
    }

    private void Because(ProjectedFact known, string value)
    {
        var entry = known.Entries[^1];
        var reason = new StateReason($"{known.Name}：{value}（第 {entry.Number} 条登记，{entry.Happened:yyyy-MM-dd}，{entry.Draft.Document.Name}）", [entry.Number]);
        if (!_reasons.Exists(r => r.Text == reason.Text)) _reasons.Add(reason);
    }

    private long[] Numbers(string fact) => ledger.Find(fact) is { } known ? [.. known.Entries.Select(e => e.Number)] : [];

    private DerivedState Is(string name) => new(name, true, _reasons, [], []);

    private DerivedState Open(string why, IReadOnlyList<string> missing, params string[] candidates)
    {
        _reasons.AddRange(ledger.Problems.Where(p => p.Fact.Length == 0 || missing.Contains(p.Fact)).Select(p => new StateReason(p.Message, p.Entries)));
        _reasons.Add(new(why, []));
        return new(Unknown, null, _reasons, missing, [.. candidates.Where(IsPossible)]);
    }

    /// <summary>A state that depends on an agreed day is ruled out where that day is known.</summary>
    private bool IsPossible(string state) => state switch
    {
        NotStarted => Agreed("约定开工日期") is not { } day || _asOf <= day,
        StartOverdue => Agreed("约定开工日期") is not { } day || _asOf > day,
        CompletionOverdue => Agreed("约定竣工日期") is not { } day || _asOf > day,
        _ => true,
    };

    private DateOnly? Agreed(string fact) => ledger.Find(fact) is { } known ? Parse(known.Value.ToString()) : null;

    private static DateOnly? Parse(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
