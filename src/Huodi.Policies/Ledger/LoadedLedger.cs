using Huodi.Domain.Clocks;
using Huodi.Domain.Ledger.Kinds;
using Huodi.Policies.Letters;
using Huodi.Policies.Loading;

namespace Huodi.Policies.Ledger;

/// <summary>What loading <c>ledger/</c> below a policies folder gave.</summary>
/// <param name="Kinds">The kinds of entries; not to be used when <see cref="HasErrors"/>.</param>
/// <param name="States">The states that articles decide.</param>
/// <param name="Clocks">The deadlines.</param>
/// <param name="Money">The accounts.</param>
/// <param name="Calendar">Which days are worked.</param>
/// <param name="Diagnostics">Everything wrong, by file and line as found.</param>
public sealed record LoadedLedger(
    LedgerKinds Kinds,
    IReadOnlyList<StateRule> States,
    IReadOnlyList<ClockRule> Clocks,
    IReadOnlyList<MoneyRule> Money,
    WorkCalendar Calendar,
    IReadOnlyList<PolicyDiagnostic> Diagnostics)
{
    /// <summary>How warnings are given.</summary>
    public WarningRules Warnings { get; init; } = WarningRules.None;

    /// <summary>Decisions that give a day and have no clock, each with the reason.</summary>
    public IReadOnlyList<Exemption> Unclocked { get; init; } = [];

    /// <summary>The letter templates beside the packages; none when one of them is broken.</summary>
    public IReadOnlyList<LetterTemplate> Letters { get; init; } = [];

    /// <summary>How letters are numbered.</summary>
    public IReadOnlyList<LetterNumberRule> LetterNumbers { get; init; } = [];

    /// <summary>Decisions that give a sum and have no account, each with the reason.</summary>
    public IReadOnlyList<Exemption> Unaccounted { get; init; } = [];

    /// <summary>Whether something is wrong that forbids recording.</summary>
    public bool HasErrors => Diagnostics.Any(d => d.IsError);
}
