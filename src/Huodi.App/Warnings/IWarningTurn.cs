using Huodi.App.Stores;
using Huodi.Domain.Warnings;

namespace Huodi.App.Warnings;

/// <summary>
/// The turn to run. What is added is seen by nobody, and hinders nobody who reads or writes, until <see cref="SaveAsync"/>
/// keeps all of it in one transaction; a run that does not get there leaves no trace.
/// </summary>
public interface IWarningTurn : IAsyncDisposable
{
    /// <summary>The last run that was kept, or null.</summary>
    Task<WarningRun?> LastAsync(CancellationToken cancellation);

    /// <summary>Begins the run, before anything is added.</summary>
    /// <param name="run">Number behind the last, day, starter and ledger; moment and counts are the store's.</param>
    /// <param name="cancellation">Cancels.</param>
    Task BeginAsync(WarningRun run, CancellationToken cancellation);

    /// <summary>Adds what the day gives, each identity once. One that was given before is not given again; if a run had closed it, it is reopened.</summary>
    Task GiveAsync(IReadOnlyList<WarningNotice> notices, CancellationToken cancellation);

    /// <summary>Adds what becomes of open warnings, each once; one that a person closes meanwhile stays as the person left it.</summary>
    Task ChangeAsync(IReadOnlyList<WarningChange> changes, CancellationToken cancellation);

    /// <summary>Keeps everything.</summary>
    /// <param name="cancellation">Cancels; nothing is kept then.</param>
    /// <returns>The run as kept.</returns>
    /// <exception cref="StoreException">The store cannot be written; nothing was kept.</exception>
    Task<WarningRun> SaveAsync(CancellationToken cancellation);
}
