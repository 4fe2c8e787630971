using System.Collections;
using Huodi.Domain.Parcels;

namespace Huodi.Store.Tests.Contract;

/// <summary>Parcels whose reading cancels a token half way.</summary>
internal sealed class CancellingList(IReadOnlyList<Parcel> parcels, int after, CancellationTokenSource source) : IReadOnlyList<Parcel>
{
    public int Count => parcels.Count;

    public Parcel this[int index] => parcels[index];

    public IEnumerator<Parcel> GetEnumerator()
    {
        for (var i = 0; i < parcels.Count; i++)
        {
            if (i == after) source.Cancel();
            yield return parcels[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
