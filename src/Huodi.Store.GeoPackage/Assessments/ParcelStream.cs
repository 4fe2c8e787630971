using Huodi.Domain.Parcels;

namespace Huodi.Store.GeoPackage.Assessments;

/// <summary>
/// Finds the parcels of subjects in a stream of parcels. A store gives both by id, so each parcel is met when it is wanted; one
/// that is met earlier is kept until it is.
/// </summary>
internal sealed class ParcelStream(IAsyncEnumerator<Parcel> parcels) : IAsyncDisposable
{
    private readonly Dictionary<string, Parcel> _waiting = new(StringComparer.Ordinal);

    /// <summary>The parcel, or null when the stream has none of that id.</summary>
    public async Task<Parcel?> FindAsync(string id)
    {
        if (_waiting.Remove(id, out var waiting)) return waiting;
        while (await parcels.MoveNextAsync())
        {
            if (parcels.Current.Id == id) return parcels.Current;
            _waiting[parcels.Current.Id] = parcels.Current;
        }

        return null;
    }

    public ValueTask DisposeAsync() => parcels.DisposeAsync();
}
