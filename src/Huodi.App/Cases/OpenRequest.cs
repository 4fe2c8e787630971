using Huodi.App.Documents;
using Huodi.Domain.Ledger;

namespace Huodi.App.Cases;

/// <summary>A case that somebody wants to open.</summary>
/// <param name="Subject">What it is about.</param>
/// <param name="Procedure">Id of the procedure.</param>
/// <param name="Number">案件编号; null takes the next of the year, 2026-0001.</param>
/// <param name="Day">The day it is opened.</param>
/// <param name="By">Who records it.</param>
/// <param name="Evidence">What evidences it.</param>
public sealed record OpenRequest(LedgerSubject Subject, string Procedure, string? Number, DateOnly Day, string By, SourceDocument Evidence)
{
    /// <summary>The file of the evidence; null for none.</summary>
    public KeepFiles? Files { get; init; }
}
