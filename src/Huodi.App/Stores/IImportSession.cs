using Huodi.App.Imports;
using Huodi.Domain.Districts;
using Huodi.Domain.Grants;
using Huodi.Domain.Parcels;

namespace Huodi.App.Stores;

/// <summary>
/// One import on its way into the store: one transaction, fed piece by piece in the order of the file, kept whole by
/// <see cref="CommitAsync"/> and dropped without a trace by disposing of it before. Its memory does not grow with the file. Nobody else
/// writes while it is open; anybody may read. One call at a time.
/// </summary>
/// <remarks>
/// An item already stored with the same content is counted as unchanged; one stored with other content is refused and listed, never
/// overwritten. Sources get the batch's number. A piece may still be on its way when its call returns; what goes wrong with it is thrown
/// by a later call, and at the latest by <see cref="CommitAsync"/>. After that the session can only be disposed of.
/// </remarks>
public interface IImportSession : IAsyncDisposable
{
    /// <summary>The number the batch will have.</summary>
    long Batch { get; }

    /// <summary>Adds districts.</summary>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    Task AddAsync(IReadOnlyList<District> districts, CancellationToken cancellation);

    /// <summary>Adds parcels.</summary>
    /// <param name="parcels">Parcels; the list must not be changed after the call.</param>
    /// <param name="cells">Original cells of their rows, for those that are refused; null when the file has none.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    Task AddAsync(IReadOnlyList<Parcel> parcels, RowCells? cells, CancellationToken cancellation);

    /// <summary>Adds grants.</summary>
    /// <param name="grants">Grants; the list must not be changed after the call.</param>
    /// <param name="cells">Original cells of their rows, for those that are refused; null when the file has none.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    Task AddAsync(IReadOnlyList<Grant> grants, RowCells? cells, CancellationToken cancellation);

    /// <summary>Lists rows that the reader refused.</summary>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    Task RefuseAsync(IReadOnlyList<RefusedRow> rows, CancellationToken cancellation);

    /// <summary>Lists diagnostics of rows that are kept, and of the file.</summary>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    Task WarnAsync(IReadOnlyList<ImportDiagnostic> warnings, CancellationToken cancellation);

    /// <summary>Keeps everything. When it returns, everything is on disk.</summary>
    /// <exception cref="StoreException">The store cannot be written; nothing was kept.</exception>
    Task<ImportReport> CommitAsync(CancellationToken cancellation);
}
