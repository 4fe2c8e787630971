using Huodi.Domain.Ledger;
using Huodi.Policies.Letters;

namespace Huodi.App.Letters;

/// <summary>A letter as the ledger keeps it.</summary>
/// <param name="Entry">Its entry.</param>
/// <param name="Letter">The letter, word for word.</param>
/// <param name="AsOf">The day of its facts.</param>
/// <param name="Facts">The facts it tells or rests on, as they were, as JSON text by name.</param>
/// <param name="Case">案件编号, or empty.</param>
/// <param name="IsWithdrawn">Whether it was taken back.</param>
/// <param name="IsWhole">Whether the text kept still has the hash kept.</param>
public sealed record KeptLetter(
    LedgerEntry Entry, Letter Letter, DateOnly AsOf, IReadOnlyDictionary<string, string> Facts, string Case, bool IsWithdrawn, bool IsWhole)
{
    /// <summary>What it is about.</summary>
    public LedgerSubject Subject => Entry.Subject;
}
