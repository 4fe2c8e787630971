namespace Huodi.Domain.Ledger;

/// <summary>One entry of the ledger. It never changes and is never deleted.</summary>
/// <param name="Number">Place in the store's chain, from 1, without gaps: the order of arrival.</param>
/// <param name="Recorded">The moment it was recorded, UTC, to the millisecond; never before that of the entry in front of it.</param>
/// <param name="Draft">What was recorded.</param>
/// <param name="Hash">SHA-256 over the entry and the hash of the one in front of it, 64 lower-case hexadecimal digits.</param>
public sealed record LedgerEntry(long Number, DateTimeOffset Recorded, LedgerDraft Draft, string Hash)
{
    /// <summary>What it is about.</summary>
    public LedgerSubject Subject => Draft.Subject;

    /// <summary>English identifier of the kind.</summary>
    public string Kind => Draft.Kind;

    /// <summary>The day it happened.</summary>
    public DateOnly Happened => Draft.Happened;
}
