using Huodi.App.Ledger.Stretches;
using Huodi.Policies.Ledger;
using Huodi.Policies.Procedures;

namespace Huodi.App.Ledger.Clocks;

/// <summary>What <see cref="ReadClocks"/> asks of a subject.</summary>
internal static class ClockNeeds
{
    /// <summary>The facts and decisions of all clocks that are declared.</summary>
    public static SubjectNeeds Of(LoadedLedger declared)
    {
        var names = declared.Clocks.SelectMany(Names).Append("已退出").Append(CaseField.OpenedOn).Append(CaseField.OpenedOn).Distinct(StringComparer.Ordinal).ToLookup(n => n.Contains('/', StringComparison.Ordinal));
        return new([.. names[false]], [.. names[true]]);
    }

    private static IEnumerable<string> Names(ClockRule rule) =>
    [
        rule.Start, rule.Due, .. rule.Done, .. rule.NotDone, .. Given(rule.Agreed), .. rule.Settled?.Owed ?? [], .. Given(rule.Settled?.Paid), .. Given(rule.Stages?.Paid),
        .. Given(rule.Stages?.Returned),
    ];

    private static IEnumerable<string> Given(string? name) => name is null ? [] : [name];
}
