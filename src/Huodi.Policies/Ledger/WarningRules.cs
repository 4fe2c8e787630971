namespace Huodi.Policies.Ledger;

/// <summary>How warnings are given: <c>ledger/warnings.yaml</c>.</summary>
/// <param name="Levels">The levels, the most urgent first.</param>
/// <param name="Escalations">Escalations.</param>
/// <param name="Superiors">The higher office of an office, where the city has named one.</param>
/// <param name="CatchUpDays">How many missed days a daily run makes up for, at most.</param>
public sealed record WarningRules(
    IReadOnlyList<string> Levels,
    IReadOnlyList<EscalationRule> Escalations,
    IReadOnlyDictionary<string, string> Superiors,
    int CatchUpDays)
{
    /// <summary>The level of a deadline that has passed.</summary>
    public const string Overdue = "逾期";

    /// <summary>The level of the last day.</summary>
    public const string DueToday = "今日到期";

    /// <summary>The level of a deadline whose last day cannot be known.</summary>
    public const string FactsMissing = "缺事实";

    /// <summary>No declaration: levels have no order, nothing is escalated.</summary>
    public static WarningRules None { get; } = new([], [], new Dictionary<string, string>(), 0);

    /// <summary>Urgency of a level, 0 the most urgent; one that is not declared comes last.</summary>
    public int Rank(string level)
    {
        for (var n = 0; n < Levels.Count; n++)
        {
            if (Levels[n] == level) return n;
        }

        return Levels.Count;
    }
}
