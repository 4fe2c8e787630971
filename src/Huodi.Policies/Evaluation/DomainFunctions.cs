using Huodi.Domain.Clocks;
using Huodi.Rules;

namespace Huodi.Policies.Evaluation;

/// <summary>What FEEL cannot say well, callable from FEEL by its Chinese name.</summary>
internal static class DomainFunctions
{
    private static readonly FeelType Periods = FeelType.Parse("list<context<原因: string, 起: date, 止: date>>")!;
    private static readonly FeelType Changes = FeelType.Parse("list<context<日期: date, 原因: string>>")!;

    /// <summary>净违约天数: dates d with agreed &lt; d ≤ until in no excluded period, after the last change of holder by the cause that resets.
    /// 净天数: the same where no change of holder matters. Unit: days.</summary>
    public static IReadOnlyList<FeelFunction> All { get; } =
    [
        new(
            "净违约天数",
            [new("约定日期", FeelType.Date), new("截止日期", FeelType.Date), new("不计入期间", Periods), new("权利主体变更", Changes), new("重新计算的原因", FeelType.String)],
            FeelType.Number,
            a => FeelValue.Of((decimal)DefaultClock.Days(a[0].AsDate(), a[1].AsDate(), ReadPeriods(a[2]), ReadChanges(a[3]), a[4].AsString()))),
        new(
            "净天数",
            [new("起算日期", FeelType.Date), new("截止日期", FeelType.Date), new("不计入期间", Periods)],
            FeelType.Number,
            a => FeelValue.Of((decimal)DefaultClock.Days(a[0].AsDate(), a[1].AsDate(), ReadPeriods(a[2]), [], ""))),
    ];

    private static ExcludedPeriod[] ReadPeriods(FeelValue list) =>
    [
        .. list.AsList().Select(p => p.AsContext()).Select(p =>
            new ExcludedPeriod(p["原因"].AsString(), p["起"].AsDate(), p["止"].IsNull ? null : p["止"].AsDate())),
    ];

    private static HolderChange[] ReadChanges(FeelValue list) =>
        [.. list.AsList().Select(c => c.AsContext()).Select(c => new HolderChange(c["日期"].AsDate(), c["原因"].AsString()))];
}
