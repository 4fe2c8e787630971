using Huodi.App.Ledger.Stretches;
using Huodi.Policies.Ledger;
using Huodi.Policies.Procedures;

namespace Huodi.App.Ledger.States;

/// <summary>What <see cref="DeriveState"/> asks of a subject.</summary>
internal static class StateNeeds
{
    /// <summary>The facts and decisions of the states.</summary>
    public static SubjectNeeds Of(LoadedLedger declared) => new(
        [.. DevelopmentStates.Facts, .. DeriveState.Facts, CaseField.OpenedOn],
        [.. declared.States.SelectMany(s => s.Asked).Append(DevelopmentStates.StartDue).Distinct(StringComparer.Ordinal)]);
}
