using System.Text.Json.Nodes;
using Huodi.App.Documents;
using Huodi.Domain.Ledger;
using Huodi.Policies.Procedures;

namespace Huodi.App.Cases;

/// <summary>A step that somebody wants to record.</summary>
/// <param name="Case">案件编号.</param>
/// <param name="Done">What was done; its documents are the names of <paramref name="Documents"/>.</param>
/// <param name="Documents">What was at hand.</param>
/// <param name="Fields">Further fields of the entry, such as 文号.</param>
/// <param name="By">Who records it.</param>
/// <param name="Evidence">The document that evidences the entry.</param>
/// <param name="Place">The place in the case for which it was filled in; null takes the one that is next.</param>
public sealed record StepRequest(
    string Case, CaseEvent Done, IReadOnlyList<SourceDocument> Documents, JsonObject Fields, string By, SourceDocument Evidence, int? Place)
{
    /// <summary>The files of the evidence and of what was at hand; null for none.</summary>
    public KeepFiles? Files { get; init; }
}
