using Huodi.Domain.Ledger;

namespace Huodi.App.Ledger;

/// <summary>The entry that records a draft.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="IsNew">False when the ledger held it already.</param>
public sealed record AppendedEntry(LedgerEntry Entry, bool IsNew)
{
    /// <summary>Number of the entry with the same words that was withdrawn, when this one records them anew.</summary>
    public long? Withdrawn { get; init; }
}
