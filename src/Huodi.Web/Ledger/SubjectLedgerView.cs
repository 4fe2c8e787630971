using Huodi.App.Ledger.Readings;
using Huodi.App.Letters;
using Huodi.Domain.Ledger;
using Huodi.Domain.Ledger.Kinds;
using Huodi.Policies.Facts;
using Huodi.Policies.Letters;

namespace Huodi.Web.Ledger;

/// <summary>A subject's life as the ledger has it.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Name">What the land database calls it; empty when it does not know it.</param>
/// <param name="Query">The dates as asked.</param>
/// <param name="Dates">The dates.</param>
/// <param name="Reading">What the ledger says; null when it knows nothing.</param>
/// <param name="Assumed">The reading with what is assumed, or null.</param>
/// <param name="AssumedWords">What is assumed.</param>
/// <param name="Fault">Why it cannot be assumed; empty when it can.</param>
/// <param name="Life">The shown reading along the days; null when there is none.</param>
/// <param name="Later">How many entries were recorded after the moment of knowledge.</param>
/// <param name="Letters">The letters made about it.</param>
/// <param name="Templates">The letters that can be made.</param>
/// <param name="Kinds">The kinds.</param>
/// <param name="Dictionary">Types, units and words of the facts.</param>
public sealed record SubjectLedgerView(
    LedgerSubject Subject,
    string Name,
    SubjectQuery Query,
    LedgerDates Dates,
    SubjectReading? Reading,
    SubjectReading? Assumed,
    string AssumedWords,
    string Fault,
    LifeLine? Life,
    int Later,
    IReadOnlyList<KeptLetter> Letters,
    IReadOnlyList<LetterTemplate> Templates,
    LedgerKinds Kinds,
    FactDictionary Dictionary)
{
    /// <summary>The reading that is shown: with what is assumed, if anything.</summary>
    public SubjectReading? Shown => Assumed ?? Reading;
}
