using System.Buffers;
using Huodi.App.Stores;
using Huodi.Domain.Parcels;
using Huodi.Store.GeoPackage.Files;

namespace Huodi.Store.GeoPackage.Imports;

/// <summary>Parcels with their shapes and facts as the store keeps them, worked out on the reader's thread while the writer's is busy with those before.</summary>
internal sealed class ParcelRows
{
    private readonly ArrayBufferWriter<byte> _bytes;
    private readonly int[] _ends;

    /// <summary>Writes shapes and facts out; sources get the batch, or keep their own where it is null.</summary>
    /// <param name="parcels">The parcels.</param>
    /// <param name="batch">Their batch.</param>
    /// <param name="facts">Writes facts.</param>
    /// <param name="bytes">An empty buffer. Megabytes made anew for every piece would be garbage that only a full collection takes away.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <exception cref="ArgumentException">A shape is no area.</exception>
    public ParcelRows(
        IReadOnlyList<Parcel> parcels, long? batch, FactSheetWriter facts, ArrayBufferWriter<byte> bytes, CancellationToken cancellation)
    {
        (Parcels, _bytes) = (parcels, bytes);
        _ends = new int[2 * parcels.Count];
        var n = 0;
        foreach (var parcel in parcels)
        {
            cancellation.ThrowIfCancellationRequested();
            ShapeWriter.Write(parcel.Shape, _bytes);
            _ends[n++] = _bytes.WrittenCount;
            facts.Write(parcel.Facts, batch, _bytes);
            _ends[n++] = _bytes.WrittenCount;
        }
    }

    public IReadOnlyList<Parcel> Parcels { get; }

    public ReadOnlySpan<byte> Shape(int n) => Part(2 * n);

    public ReadOnlySpan<byte> Facts(int n) => Part((2 * n) + 1);

    private ReadOnlySpan<byte> Part(int part)
    {
        var start = part == 0 ? 0 : _ends[part - 1];
        return _bytes.WrittenSpan[start.._ends[part]];
    }
}
