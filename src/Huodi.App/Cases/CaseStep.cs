using Huodi.Domain.Ledger;
using Huodi.Policies.Procedures;

namespace Huodi.App.Cases;

/// <summary>A step as the ledger holds it.</summary>
/// <param name="Place">Its place in the case, from 1.</param>
/// <param name="Done">What was done.</param>
/// <param name="Entry">The entry that holds.</param>
public sealed record CaseStep(int Place, CaseEvent Done, LedgerEntry Entry);
