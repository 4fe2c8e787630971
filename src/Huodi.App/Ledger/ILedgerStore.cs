using Huodi.App.Ledger.Stretches;
using Huodi.Domain.Ledger;

namespace Huodi.App.Ledger;

/// <summary>
/// The life-cycle ledger of a land database: it takes entries and gives them back, and can do nothing else. What an append has
/// reported is on disk: a killed process loses none of it and breaks no chain. Appends wait for one another; reading never waits.
/// </summary>
public interface ILedgerStore
{
    /// <summary>Appends the drafts in one transaction, in the order given. One that the ledger holds already, word for word, is not
    /// recorded again; one that was withdrawn is (<see cref="HeldEntries"/>).</summary>
    /// <returns>For each draft the entry that now records it.</returns>
    /// <exception cref="Stores.StoreException">LEDGER_SUPERSEDES: a draft supersedes an entry that is not there or is about another
    /// subject; nothing was recorded.</exception>
    Task<IReadOnlyList<AppendedEntry>> AppendAsync(IReadOnlyList<LedgerDraft> drafts, CancellationToken cancellation) =>
        AppendAsync(drafts, null, cancellation);

    /// <summary>Appends the drafts if nothing has come in between that they depend on; that is looked at inside the transaction.</summary>
    /// <param name="drafts">The drafts.</param>
    /// <param name="expectation">What must not have moved since it was read; null when nothing matters.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <exception cref="Stores.StoreException">LEDGER_MOVED: something did come in; nothing was recorded. LEDGER_SUPERSEDES.</exception>
    Task<IReadOnlyList<AppendedEntry>> AppendAsync(IReadOnlyList<LedgerDraft> drafts, LedgerExpectation? expectation, CancellationToken cancellation);

    /// <summary>Appends a stream in one transaction, at full speed and without looking for what is held already: for the first
    /// loading of a city. Drafts that supersede are not taken.</summary>
    /// <returns>The head after it.</returns>
    Task<LedgerHead> AppendManyAsync(IAsyncEnumerable<LedgerDraft> drafts, CancellationToken cancellation);

    /// <summary>The end of the chain.</summary>
    Task<LedgerHead> HeadAsync(CancellationToken cancellation);

    /// <summary>All entries behind a number, in number order.</summary>
    IAsyncEnumerable<LedgerEntry> EntriesAsync(long after, CancellationToken cancellation);

    /// <summary>The entries about one subject, in number order.</summary>
    IAsyncEnumerable<LedgerEntry> OfSubjectAsync(LedgerSubject subject, CancellationToken cancellation);

    /// <summary>The entries of one kind, in number order.</summary>
    IAsyncEnumerable<LedgerEntry> OfKindAsync(string kind, CancellationToken cancellation);

    /// <summary>The entries that a filter asks for, newest first.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="take">How many at most; null for all.</param>
    /// <param name="cancellation">Cancels.</param>
    IAsyncEnumerable<LedgerEntry> NewestAsync(LedgerFilter filter, int? take, CancellationToken cancellation);

    /// <summary>The entries up to a number by subject, for working through all of them; subjects by kind and identity. Whoever appends
    /// meanwhile has higher numbers.</summary>
    /// <param name="upTo">The number of the last entry that is asked for.</param>
    /// <param name="whole">Whether whole entries will be asked for of most subjects. Those of a few may be asked for all the same.</param>
    /// <param name="cancellation">Cancels.</param>
    IAsyncEnumerable<LedgerStretch> StretchesAsync(long upTo, bool whole, CancellationToken cancellation);

    /// <summary>The entry of that number, or null.</summary>
    Task<LedgerEntry?> FindAsync(long number, CancellationToken cancellation);

    /// <summary>Reads everything and checks the chain, the head and, where one is given, an anchor written down earlier.</summary>
    Task<LedgerVerification> VerifyAsync(LedgerHead? anchor, CancellationToken cancellation);
}
