using Huodi.App.Ledger.Readings;
using Huodi.Domain.Ledger;

namespace Huodi.App.Ledger.Recording;

/// <summary>What would come of recording a draft, without recording it.</summary>
/// <param name="Draft">The draft.</param>
/// <param name="Today">The day as of which it was worked out.</param>
/// <param name="LastSeen">Number of the last entry about the subject; 0 for none. When it is another at the time of recording, somebody recorded meanwhile.</param>
/// <param name="Same">The entry that records the same already, or null.</param>
/// <param name="Superseded">The entry it replaces, or null.</param>
/// <param name="Before">The reading without it; null when nothing is recorded about the subject.</param>
/// <param name="After">The reading with it.</param>
/// <param name="Changes">What differs.</param>
public sealed record EntryPreview(
    LedgerDraft Draft,
    DateOnly Today,
    long LastSeen,
    LedgerEntry? Same,
    LedgerEntry? Superseded,
    SubjectReading? Before,
    SubjectReading After,
    ReadingChanges Changes)
{
    /// <summary>The entry that recorded the same and was withdrawn, when nothing else records it; the draft is then recorded anew.</summary>
    public LedgerEntry? Withdrawn { get; init; }
}
