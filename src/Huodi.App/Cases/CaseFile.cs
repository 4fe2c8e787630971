using Huodi.Domain.Ledger;
using Huodi.Policies.Packages;
using Huodi.Policies.Procedures;

namespace Huodi.App.Cases;

/// <summary>A case, worked out from the ledger for one day and one moment.</summary>
/// <param name="Number">案件编号.</param>
/// <param name="Opened">The entry that opened it.</param>
/// <param name="Course">The procedure and how far it has come; null when the packages do not have the procedure.</param>
/// <param name="Steps">The steps that fit together, in their order.</param>
/// <param name="End">What ended it from outside, or null.</param>
/// <param name="Problems">What does not fit together; empty when all does.</param>
public sealed record CaseFile(
    string Number, LedgerEntry Opened, ProcedureCase? Course, IReadOnlyList<CaseStep> Steps, CaseEnd? End, IReadOnlyList<CaseProblem> Problems)
{
    /// <summary>What it is about.</summary>
    public LedgerSubject Subject => Opened.Subject;

    /// <summary>How it stands.</summary>
    public CaseStanding Standing
    {
        get
        {
            if (End is not null) return CaseStanding.Ended;
            if (Problems.Count > 0 || Course is null) return CaseStanding.Broken;
            return Course.Next is null ? CaseStanding.Closed : CaseStanding.Running;
        }
    }

    /// <summary>The step that is next; null unless the case runs.</summary>
    public ProcedureStep? Next => Standing == CaseStanding.Running ? Course!.Next : null; // A running case has a course.

    /// <summary>How it stands, for people.</summary>
    public string StandingWords => Standing.Chinese();
}
