using Huodi.App.Lineage;
using Huodi.App.Quality.Repairs;
using Huodi.App.Registers;
using Huodi.App.Stores;
using Huodi.Domain.Lineage;
using Huodi.Domain.Registers;

namespace Huodi.Web.Parcels;

/// <summary>What became of a parcel over time: where it came from and went, which shapes it had, which filed registers it stands in.</summary>
/// <param name="Parcel">Its identity.</param>
/// <param name="Changes">Splits, merges and changes of boundary of its whole family line, in the order recorded.</param>
/// <param name="Shapes">Its shapes that were replaced, oldest first.</param>
/// <param name="Registers">Filed versions it stands in, newest first.</param>
public sealed record ParcelHistory(
    string Parcel, IReadOnlyList<ParcelChange> Changes, IReadOnlyList<ShapeChange> Shapes, IReadOnlyList<RegisterPlace> Registers)
{
    /// <summary>Whether it was retired by a change.</summary>
    public bool IsRetired => Changes.Any(c => c.Before.Any(p => p.Id == Parcel));

    internal static async Task<ParcelHistory> ReadAsync(ILandStore store, string parcel, CancellationToken cancellation) => new(
        parcel,
        await LineageTrail.OfAsync(store.Lineage, parcel, cancellation),
        await store.ShapeHistory.ChangesAsync(parcel, cancellation).ToListAsync(cancellation),
        await store.Registers.PlacesAsync(RegisterSubject.Parcel, parcel, cancellation).ToListAsync(cancellation));
}
