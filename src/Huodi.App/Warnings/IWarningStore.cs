using Huodi.App.Stores;
using Huodi.Domain.Warnings;

namespace Huodi.App.Warnings;

/// <summary>The warnings of a land database. Nothing is deleted; what happened to a warning is only added to.</summary>
public interface IWarningStore
{
    /// <summary>Takes the turn to run: one process at a time, whoever else has the store open. A killed process gives it back.</summary>
    /// <exception cref="StoreException">WARNING_RUNNING: another one runs.</exception>
    Task<IWarningTurn> TakeTurnAsync(CancellationToken cancellation);

    /// <summary>All runs, newest first.</summary>
    IAsyncEnumerable<WarningRun> RunsAsync(CancellationToken cancellation);

    /// <summary>All open warnings, by kind and identity of their subject in the order of <c>ILedgerStore.StretchesAsync</c>, then by number.</summary>
    IAsyncEnumerable<Warning> OpenAsync(CancellationToken cancellation);

    /// <summary>The warnings wanted: the most urgent first, then by last day, then by number.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="skip">How many to pass over.</param>
    /// <param name="take">How many at most; null for all.</param>
    /// <param name="cancellation">Cancels.</param>
    IAsyncEnumerable<Warning> ListAsync(WarningFilter filter, long skip, int? take, CancellationToken cancellation);

    /// <summary>How many there are, by office and level.</summary>
    Task<IReadOnlyList<WarningCount>> CountAsync(WarningFilter filter, CancellationToken cancellation);

    /// <summary>The warning of that number, or null.</summary>
    Task<Warning?> FindAsync(long number, CancellationToken cancellation);

    /// <summary>What happened to a warning, in order.</summary>
    IAsyncEnumerable<WarningEvent> HistoryAsync(long number, CancellationToken cancellation);

    /// <summary>Records what a person did, on the version that was seen.</summary>
    /// <returns>The warning after it.</returns>
    /// <exception cref="StoreException">WARNING_UNKNOWN; WARNING_CHANGED: somebody did something since, which the message names; nothing was recorded.</exception>
    /// <exception cref="Domain.DomainException">WARNING_CLOSED, WARNING_ACKNOWLEDGED.</exception>
    Task<Warning> ActAsync(long number, int version, WarningAct act, CancellationToken cancellation);
}
