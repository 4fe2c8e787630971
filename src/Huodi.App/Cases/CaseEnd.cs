using Huodi.Domain.Ledger;
using Huodi.Policies.Answers;

namespace Huodi.App.Cases;

/// <summary>That something outside a case ended it, for example the start of building (DL-29a).</summary>
/// <param name="Day">The day from which the decision holds.</param>
/// <param name="Answer">The decision that holds, with its article.</param>
/// <param name="Entries">The entries that brought it about.</param>
public sealed record CaseEnd(DateOnly Day, PolicyAnswer Answer, IReadOnlyList<LedgerEntry> Entries);
