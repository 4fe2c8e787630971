using Huodi.Domain.Documents;
using Huodi.Domain.Ledger;
using Huodi.Domain.Ledger.Kinds;
using Huodi.Policies.Facts;

namespace Huodi.Web.Ledger;

/// <summary>One entry.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Name">Name of its kind.</param>
/// <param name="Kind">Its kind; null when that is not declared any more.</param>
/// <param name="Successor">The last entry that corrects or withdraws it, or null.</param>
/// <param name="Recorded"><c>new</c> when it was recorded just now, <c>same</c> when it was there already; else empty.</param>
/// <param name="Files">The files that it names by their hash, each with what is kept of it; null where the file itself is not.</param>
/// <param name="Dictionary">Types, units and words of the fields.</param>
public sealed record EntryView(
    LedgerEntry Entry,
    string Name,
    LedgerKind? Kind,
    LedgerEntry? Successor,
    string Recorded,
    IReadOnlyList<(SourceDocument Document, KeptDocument? Kept)> Files,
    FactDictionary Dictionary)
{
    /// <summary>Whether it can be corrected or withdrawn; a withdrawal cannot.</summary>
    public bool IsCorrectable => Entry.Kind != EffectiveEntries.Withdrawal;
}
