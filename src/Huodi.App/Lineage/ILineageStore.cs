using Huodi.App.Stores;
using Huodi.Domain.Lineage;
using Huodi.Domain.Parcels;

namespace Huodi.App.Lineage;

/// <summary>What became of parcels: splits, merges, changes of boundary, and corrections of facts. Nothing here is ever changed or removed.</summary>
public interface ILineageStore
{
    /// <summary>Retires the parcels before the change and adds those after it, in one transaction.</summary>
    /// <param name="change">The change.</param>
    /// <param name="successors">The parcels that begin; their ids are those of <see cref="ParcelChange.After"/>.</param>
    /// <param name="source">Where the shapes were read.</param>
    /// <param name="cancellation">Cancels; nothing changes then.</param>
    /// <exception cref="StoreException">PARCEL_GONE: a parcel before the change does not stand any more. PARCEL_ID_TAKEN: an id after it
    /// was used already. Nothing was changed.</exception>
    Task<ParcelChange> SaveAsync(ParcelChange change, IReadOnlyList<Parcel> successors, ChangeSource source, CancellationToken cancellation);

    /// <summary>Corrects facts of a parcel that stands, in one transaction.</summary>
    /// <exception cref="StoreException">PARCEL_GONE: it does not stand. FACT_MOVED_ON: a fact is not what the correction says it was.</exception>
    Task<IReadOnlyList<ParcelCorrection>> CorrectAsync(IReadOnlyList<ParcelCorrection> corrections, CancellationToken cancellation);

    /// <summary>All changes, in the order recorded.</summary>
    IAsyncEnumerable<ParcelChange> ChangesAsync(CancellationToken cancellation);

    /// <summary>Changes that a parcel went into or came out of, in the order recorded.</summary>
    IAsyncEnumerable<ParcelChange> ChangesOfAsync(string parcel, CancellationToken cancellation);

    /// <summary>All corrections, in the order recorded.</summary>
    IAsyncEnumerable<ParcelCorrection> CorrectionsAsync(CancellationToken cancellation);
}
