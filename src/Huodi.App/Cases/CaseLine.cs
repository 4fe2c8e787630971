using Huodi.Domain.Ledger;
using Huodi.Policies.Procedures;

namespace Huodi.App.Cases;

/// <summary>What a list shows of a case, on one day.</summary>
/// <param name="Number">案件编号.</param>
/// <param name="Opened">The entry that opened it.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Procedure">Id of its procedure.</param>
/// <param name="Name">Name of its procedure; empty where the packages do not have it.</param>
/// <param name="Standing">How it stands.</param>
/// <param name="Step">Name of the next step; empty unless it runs.</param>
/// <param name="LastDay">The last day for it; null where no article sets one, or where it cannot be worked out.</param>
/// <param name="DaysLeft">Days to it, negative behind it; null without one.</param>
/// <param name="Missing">What is missing to work it out.</param>
public sealed record CaseLine(
    string Number,
    long Opened,
    LedgerSubject Subject,
    string Procedure,
    string Name,
    CaseStanding Standing,
    string Step,
    DateOnly? LastDay,
    int? DaysLeft,
    IReadOnlyList<string> Missing)
{
    /// <summary>The line of a case.</summary>
    /// <param name="file">The case.</param>
    /// <param name="next">Its next step, of the same day.</param>
    public static CaseLine Of(CaseFile file, NextStep? next) => new(
        file.Number,
        file.Opened.Number,
        file.Subject,
        ReadCases.Text(file.Opened, CaseField.Procedure),
        file.Course?.Procedure.Name ?? "",
        file.Standing,
        next?.Step.Name ?? "",
        next?.LastDay,
        next?.DaysLeft,
        next?.Missing ?? []);
}
