using Huodi.App.Cases;
using Huodi.Policies.Explaining;

namespace Huodi.Web.Cases;

/// <summary>Words and colours of cases.</summary>
internal static class CaseWords
{
    public static string Style(CaseFile file) => file.Standing switch
    {
        CaseStanding.Running => "mark-wait",
        CaseStanding.Broken => "mark-bad",
        CaseStanding.Ended => "mark-off",
        _ => "mark-good",
    };

    public static string Due(NextStep next) => next switch
    {
        { LastDay: { } day, DaysLeft: { } left } => $"最迟 {Figures.Day(day)}（{(left < 0 ? $"已过 {-left} 天" : left == 0 ? "今天到期" : $"还有 {left} 天")}）",
        { Missing.Count: > 0 } => $"期限不明，缺{string.Join("、", next.Missing)}",
        _ => "条文没有规定期限",
    };
}
