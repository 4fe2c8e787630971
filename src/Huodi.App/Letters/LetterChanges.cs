using Huodi.Domain.Ledger;
using Huodi.Domain.Ledger.Kinds;
using Huodi.Domain.Ledger.Projection;

namespace Huodi.App.Letters;

/// <summary>What a letter rests on that was put right after it was made.</summary>
public static class LetterChanges
{
    /// <summary>A sentence for each fact that is no longer what the letter says of its day; empty when all still holds.</summary>
    /// <param name="letter">The letter.</param>
    /// <param name="kinds">The declared kinds.</param>
    /// <param name="entries">All entries about its subject, in number order.</param>
    /// <param name="knownAsOf">The moment; null for everything recorded.</param>
    public static IReadOnlyList<string> Of(KeptLetter letter, LedgerKinds kinds, IReadOnlyList<LedgerEntry> entries, DateTimeOffset? knownAsOf = null)
    {
        var then = FactProjection.Run(kinds, entries.Where(e => e.Number < letter.Entry.Number), letter.AsOf);
        var now = FactProjection.Run(kinds, entries, letter.AsOf, knownAsOf);
        return [.. letter.Facts.Select(f => Change(letter, f.Key, f.Value, then.Find(f.Key), now.Find(f.Key))).OfType<string>()];
    }

    private static string? Change(KeptLetter letter, string name, string told, ProjectedFact? then, ProjectedFact? now)
    {
        var current = now is null ? null : LetterEntries.Value(now.Value);
        if (current == told || (now is null && then is null)) return null; // A fact of the registers alone is not the ledger's to put right.
        var what = $"文书 {letter.Letter.Number}《{letter.Letter.Title}》所依据的“{name}”";
        return now is null
            ? $"{what}（{told}）已撤回或者无法确定"
            : $"{what}（{told}）已更正为 {current}（第 {string.Join("、", now.Entries.Select(e => e.Number))} 条登记{(now.Entries[^1].Draft.Supersedes is { } old ? $"：{old.Reason}" : "")}）";
    }
}
