using Huodi.Domain.Ledger;

namespace Huodi.App.Ledger.States;

/// <summary>The states of a subject on a day. They are never typed by hand.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="AsOf">The day.</param>
/// <param name="Development">未供, 已供未开工, 逾期开工, 在建, 停工, 逾期竣工, 竣工, 已退出 or 不明.</param>
/// <param name="Findings">疑似闲置, 闲置（已认定）, 疑似低效, 低效（已认定）, 处置中, 闲置存量土地: each apart.</param>
public sealed record SubjectState(LedgerSubject Subject, DateOnly AsOf, DerivedState Development, IReadOnlyList<DerivedState> Findings)
{
    private static readonly string[] MostTelling = ["处置中", "闲置（已认定）", "低效（已认定）", "疑似闲置", "疑似低效"];

    /// <summary>The one state that a list shows: the way out, then the acts of the authority, then what is suspected, then the development.</summary>
    public string Headline
    {
        get
        {
            if (Development.Name == DevelopmentStates.Exited) return Development.Name;
            return MostTelling.FirstOrDefault(n => Findings.Any(f => f.Name == n && f.Holds == true)) ?? Development.Name;
        }
    }
}
