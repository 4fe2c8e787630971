using Huodi.App.Ledger;
using Huodi.Domain.Ledger;
using Huodi.Policies.Letters;

namespace Huodi.App.Letters;

/// <summary>What came of making a letter.</summary>
/// <param name="Draft">The letter or everything in the way.</param>
/// <param name="Entry">The entry that keeps it; null when it was not recorded.</param>
/// <param name="Faults">Why it was not recorded.</param>
public sealed record LetterMade(LetterDraft Draft, LedgerEntry? Entry, IReadOnlyList<EntryFault> Faults);
