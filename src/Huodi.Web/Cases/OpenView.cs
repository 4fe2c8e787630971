using Huodi.App.Ledger;
using Huodi.Domain.Ledger;
using Huodi.Policies.Packages;

namespace Huodi.Web.Cases;

/// <summary>The form that opens a case.</summary>
/// <param name="Form">What is filled in.</param>
/// <param name="Faults">What is wrong.</param>
/// <param name="Subject">What it is about; null while that is not known.</param>
/// <param name="Name">What the land database calls it; empty when it does not know it.</param>
/// <param name="Choices">The procedures that may be opened, each with its document and its article.</param>
/// <param name="IsPlaced">Whether the choices are those of the place; else of every place.</param>
public sealed record OpenView(
    OpenForm Form,
    IReadOnlyList<EntryFault> Faults,
    LedgerSubject? Subject,
    string Name,
    IReadOnlyList<(PolicyPackage Package, Procedure Procedure, Article? Article)> Choices,
    bool IsPlaced)
{
    /// <summary>The faults of one place.</summary>
    public IReadOnlyList<EntryFault> FaultsOf(string place) => [.. Faults.Where(f => f.Field == place)];
}
