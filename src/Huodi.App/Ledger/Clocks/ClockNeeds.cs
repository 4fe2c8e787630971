using Huodi.App.Ledger.Stretches;
using Huodi.Policies.Ledger;

namespace Huodi.App.Ledger.Clocks;

/// <summary>What <see cref="ReadClocks"/> asks of a subject.</summary>
internal static class ClockNeeds
{
    private static readonly string[] Always = ["已退出", "出让价款总额", "已缴出让价款", "付款计划", "付款记录"];

    /// <summary>The facts and decisions of all clocks that are declared.</summary>
    public static SubjectNeeds Of(LoadedLedger declared) => new(
        [.. declared.Clocks.SelectMany(c => c.Done.Append(c.Start).Concat(c.IsDecision ? [] : [c.Due])).Concat(Always).Distinct(StringComparer.Ordinal)],
        [.. declared.Clocks.Where(c => c.IsDecision).Select(c => c.Due).Distinct(StringComparer.Ordinal)]);
}
