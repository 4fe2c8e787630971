using Huodi.Domain.Lineage;

namespace Huodi.App.Lineage;

/// <summary>Everything a parcel came out of and went into, over all generations.</summary>
public static class LineageTrail
{
    /// <summary>All changes in its family line, in the order recorded; empty for a parcel that never changed.</summary>
    public static async Task<IReadOnlyList<ParcelChange>> OfAsync(ILineageStore lineage, string parcel, CancellationToken cancellation)
    {
        var found = new SortedDictionary<long, ParcelChange>();
        await FollowAsync(parcel, c => c.After, c => c.Before);
        await FollowAsync(parcel, c => c.Before, c => c.After);
        return [.. found.Values];

        // Backwards a parcel leads to the change it began with and that change's parcels before; forwards the other way round.
        async Task FollowAsync(string from, Func<ParcelChange, IReadOnlyList<ChangedParcel>> here, Func<ParcelChange, IReadOnlyList<ChangedParcel>> there)
        {
            var (waiting, seen) = (new Queue<string>([from]), new HashSet<string>(StringComparer.Ordinal) { from });
            while (waiting.TryDequeue(out var id))
            {
                await foreach (var change in lineage.ChangesOfAsync(id, cancellation))
                {
                    if (here(change).All(p => p.Id != id)) continue;
                    found[change.Number] = change;
                    foreach (var next in there(change).Where(p => seen.Add(p.Id))) waiting.Enqueue(next.Id);
                }
            }
        }
    }
}
