using Huodi.App.Cases;
using Huodi.Policies.Explaining;

namespace Huodi.Web.Cases;

/// <summary>Words and colours of cases.</summary>
internal static class CaseWords
{
    public static string Style(CaseStanding standing) => standing switch
    {
        CaseStanding.Running => "mark-wait",
        CaseStanding.Broken => "mark-bad",
        CaseStanding.Ended => "mark-off",
        _ => "mark-good",
    };

    public static string Due(NextStep next) => Due(next.LastDay, next.DaysLeft, next.Missing);

    public static string Due(DateOnly? last, int? daysLeft, IReadOnlyList<string> missing) => (last, daysLeft) switch
    {
        ({ } day, { } left) => $"最迟 {Figures.Day(day)}（{(left < 0 ? $"已过 {-left} 天" : left == 0 ? "今天到期" : $"还有 {left} 天")}）",
        _ when missing.Count > 0 => $"期限不明，缺{string.Join("、", missing)}",
        _ => "条文没有规定期限",
    };

    public static string Chinese(CaseDue due) => due switch
    {
        CaseDue.Overdue => "已过期",
        CaseDue.Week => "7 天内",
        CaseDue.Month => "30 天内",
        CaseDue.Unknown => "期限不明",
        _ => "没有期限",
    };
}
