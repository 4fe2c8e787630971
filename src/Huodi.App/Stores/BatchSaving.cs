using Huodi.App.Imports;

namespace Huodi.App.Stores;

/// <summary>Saving a batch that is in memory whole.</summary>
public static class BatchSaving
{
    /// <summary>Saves a batch in one transaction, as an import session does.</summary>
    /// <exception cref="StoreException">The store cannot be written; nothing was kept.</exception>
    public static async Task<ImportReport> SaveAsync(this ILandStore store, ImportBatch batch, CancellationToken cancellation)
    {
        var header = new ImportHeader(batch.File, batch.FileHash, batch.Layer, batch.ImportedAt, batch.Header);
        await using var session = await store.BeginImportAsync(header, cancellation);
        await session.AddAsync(batch.Districts, cancellation);
        await session.AddAsync(batch.Parcels, Cells, cancellation);
        await session.AddAsync(batch.Grants, Cells, cancellation);
        await session.RefuseAsync(batch.Refused, cancellation);
        await session.WarnAsync(batch.Warnings, cancellation);
        return await session.CommitAsync(cancellation);

        IReadOnlyList<string> Cells(int row) => batch.KeptCells.GetValueOrDefault(row, []);
    }
}
