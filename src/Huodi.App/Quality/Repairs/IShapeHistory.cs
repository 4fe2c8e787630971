using Huodi.App.Stores;
using NetTopologySuite.Geometries;

namespace Huodi.App.Quality.Repairs;

/// <summary>Replaces shapes of parcels and keeps every one that was replaced. Nothing of it is ever erased.</summary>
public interface IShapeHistory
{
    /// <summary>Replaces a parcel's shape and measured area in one transaction and keeps the shape before.</summary>
    /// <param name="parcel">Identity of the parcel.</param>
    /// <param name="expected">The shape that is to be replaced; if the store holds another by now, nothing is changed.</param>
    /// <param name="shape">The shape to hold from now on.</param>
    /// <param name="change">Moment, person and reason; its number and original are given by the store.</param>
    /// <param name="cancellation">Cancels; nothing is changed.</param>
    /// <returns>What was kept.</returns>
    /// <exception cref="StoreException">PARCEL_MISSING: no such parcel; SHAPE_CHANGED: it has another shape by now.</exception>
    Task<ShapeChange> ReplaceAsync(string parcel, Geometry expected, Geometry shape, ShapeChange change, CancellationToken cancellation);

    /// <summary>All changes of a parcel, or of all where it is null, oldest first.</summary>
    IAsyncEnumerable<ShapeChange> ChangesAsync(string? parcel, CancellationToken cancellation);

    /// <summary>The change of that number, or null.</summary>
    Task<ShapeChange?> FindChangeAsync(long number, CancellationToken cancellation);
}
