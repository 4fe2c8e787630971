using Huodi.App.Lineage;
using Huodi.Domain.Lineage;
using Huodi.Domain.Parcels;

namespace Huodi.Testing;

/// <summary>The lineage port's semantics over the parcels of an <see cref="InMemoryLandStore"/>.</summary>
/// <param name="parcels">The store's parcels by id.</param>
/// <param name="gate">Guards them.</param>
internal sealed class InMemoryLineage(SortedDictionary<string, Parcel> parcels, Lock gate) : ILineageStore
{
    private readonly List<ParcelChange> _changes = [];
    private readonly List<ParcelCorrection> _corrections = [];

    public Task<ParcelChange> SaveAsync(ParcelChange change, IReadOnlyList<Parcel> successors, ChangeSource source, CancellationToken cancellation)
    {
        lock (gate)
        {
            if (change.Before.FirstOrDefault(b => !Stands(b.Id)) is { } gone) throw LineageWords.Gone(gone.Id);
            if (successors.FirstOrDefault(s => parcels.ContainsKey(s.Id)) is { } taken) throw LineageWords.Taken(taken.Id);
            var saved = change with { Number = _changes.Count + 1 };
            _changes.Add(saved);
            foreach (var before in change.Before) parcels[before.Id] = parcels[before.Id] with { RetiredBy = saved.Number };
            foreach (var successor in successors) parcels[successor.Id] = successor;
            return Task.FromResult(saved);
        }
    }

    public Task<IReadOnlyList<ParcelCorrection>> CorrectAsync(IReadOnlyList<ParcelCorrection> corrections, CancellationToken cancellation)
    {
        lock (gate)
        {
            var saved = new List<ParcelCorrection>();
            var changed = new Dictionary<string, Parcel>(StringComparer.Ordinal);
            foreach (var one in corrections)
            {
                if (!Stands(one.Parcel)) throw LineageWords.Gone(one.Parcel);
                var correction = one with { Number = _corrections.Count + saved.Count + 1 };
                var parcel = changed.GetValueOrDefault(one.Parcel) ?? parcels[one.Parcel];
                changed[one.Parcel] = parcel with { Facts = LineageWords.Corrected(parcel.Facts, correction) };
                saved.Add(correction);
            }

            foreach (var (id, parcel) in changed) parcels[id] = parcel;
            _corrections.AddRange(saved);
            return Task.FromResult<IReadOnlyList<ParcelCorrection>>(saved);
        }
    }

    public IAsyncEnumerable<ParcelChange> ChangesAsync(CancellationToken cancellation) => Snapshot(() => _changes);

    public IAsyncEnumerable<ParcelChange> ChangesOfAsync(string parcel, CancellationToken cancellation) =>
        Snapshot(() => _changes.Where(c => c.Before.Concat(c.After).Any(p => p.Id == parcel)));

    public IAsyncEnumerable<ParcelCorrection> CorrectionsAsync(CancellationToken cancellation) => Snapshot(() => _corrections);

    private bool Stands(string id) => parcels.TryGetValue(id, out var parcel) && parcel.RetiredBy is null;

    private IAsyncEnumerable<T> Snapshot<T>(Func<IEnumerable<T>> items)
    {
        lock (gate) return items().ToList().ToAsyncEnumerable();
    }
}
