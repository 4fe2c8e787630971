using Huodi.Domain.Codes;

namespace Huodi.Domain.Warnings;

/// <summary>A warning as a run gives it.</summary>
/// <param name="Identity">What makes it one.</param>
/// <param name="Matter">Name of the deadline for people.</param>
/// <param name="Due">The last day; null where it cannot be known.</param>
/// <param name="Rank">Urgency by the declared order of levels, 0 the most urgent.</param>
/// <param name="Place">Where the subject lies; null when the ledger does not tell.</param>
/// <param name="Articles">Ids of the articles.</param>
/// <param name="Responsible">The office that the clock names.</param>
/// <param name="Text">What it says.</param>
public sealed record WarningNotice(
    WarningIdentity Identity,
    string Matter,
    DateOnly? Due,
    int Rank,
    DivisionCode? Place,
    IReadOnlyList<string> Articles,
    string Responsible,
    string Text);
