using Huodi.App.Quality.Repairs;
using Huodi.App.Stores;
using Huodi.Domain.Geodesy;
using Huodi.Domain.Parcels;
using NetTopologySuite.Geometries;

namespace Huodi.Testing;

/// <summary>The shapes that were replaced in an <see cref="InMemoryLandStore"/>.</summary>
internal sealed class InMemoryShapeHistory(Lock gate, SortedDictionary<string, Parcel> parcels) : IShapeHistory
{
    private readonly List<ShapeChange> _changes = [];

    /// <inheritdoc/>
    public Task<ShapeChange> ReplaceAsync(string parcel, Geometry expected, Geometry shape, ShapeChange change, CancellationToken cancellation)
    {
        lock (gate)
        {
            var found = parcels.GetValueOrDefault(parcel) ?? throw ShapeRefusals.Missing(parcel);
            if (!found.Shape.EqualsExact(expected)) throw ShapeRefusals.Changed(parcel);
            var kept = change with { Number = _changes.Count + 1, Parcel = parcel, Original = found.Shape, ChangedAt = StoredMoment.Keep(change.ChangedAt) };
            _changes.Add(kept);
            parcels[parcel] = found with { Shape = shape, MeasuredArea = EllipsoidalArea.Measure(shape) };
            return Task.FromResult(kept);
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ShapeChange> ChangesAsync(string? parcel, CancellationToken cancellation)
    {
        lock (gate) return _changes.Where(c => parcel is null || c.Parcel == parcel).ToList().ToAsyncEnumerable();
    }

    /// <inheritdoc/>
    public Task<ShapeChange?> FindChangeAsync(long number, CancellationToken cancellation)
    {
        lock (gate) return Task.FromResult(_changes.FirstOrDefault(c => c.Number == number));
    }
}
