using Huodi.Domain.Ledger;

namespace Huodi.App.Ledger;

/// <summary>What a check of the whole chain found.</summary>
/// <param name="Head">The head as the store holds it; written down elsewhere, it is the next check's anchor.</param>
/// <param name="Checked">How many entries were read.</param>
/// <param name="Problems">What is wrong; empty when nothing is.</param>
public sealed record LedgerVerification(LedgerHead Head, long Checked, IReadOnlyList<ChainProblem> Problems)
{
    /// <summary>What could not be checked, and why, in Chinese; empty when everything was.</summary>
    public IReadOnlyList<string> Unchecked { get; init; } = [];

    /// <summary>Checks entries that come in number order against the head of the same moment.</summary>
    /// <param name="entries">The entries.</param>
    /// <param name="head">The head, read at the same state as the entries.</param>
    /// <param name="anchor">An earlier head, or null.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task<LedgerVerification> OfAsync(
        IAsyncEnumerable<LedgerEntry> entries, LedgerHead head, LedgerHead? anchor, CancellationToken cancellation)
    {
        var check = new ChainCheck(anchor);
        try
        {
            await foreach (var entry in entries.WithCancellation(cancellation)) check.Add(entry);
        }
        catch (Stores.StoreException unreadable) when (unreadable.Code == "STORE_CORRUPT")
        {
            check.Unreadable(unreadable.Message);
        }

        return new(head, check.Checked, check.Finish(head));
    }
}
