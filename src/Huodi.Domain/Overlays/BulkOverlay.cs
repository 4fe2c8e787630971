using System.Collections.Concurrent;

namespace Huodi.Domain.Overlays;

/// <summary>Measures a stream of parcels against control layers on several threads. Holds the layers and a few chunks of parcels in memory.</summary>
public sealed class BulkOverlay(IReadOnlyList<ControlLayer> layers)
{
    // Rounded to the hundredth of a square metre in which areas are kept, less than this is nothing.
    private const double LeastArea = 0.005;

    /// <summary>How many threads measure.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Measures chunks of parcels; results come chunk by chunk in the order of the chunks, only for parcels that overlap.</summary>
    /// <param name="chunks">Parcels, some thousands at a time; read from one thread at a time, as needed.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ArgumentException">A shape is no polygon or multipolygon; the message names the parcel.</exception>
    public IEnumerable<OverlayChunk> Measure(IEnumerable<IReadOnlyList<ParcelOutline>> chunks, CancellationToken cancellation)
    {
        using var overlays = new ThreadLocal<ParcelOverlay>(() => new(layers));
        var ordered = Partitioner.Create(chunks, EnumerablePartitionerOptions.NoBuffering).AsParallel().AsOrdered()
            .WithDegreeOfParallelism(Threads).WithMergeOptions(ParallelMergeOptions.NotBuffered).WithCancellation(cancellation)
            .Select(chunk => Measure(overlays.Value!, chunk)); // made by its factory
        foreach (var results in ordered) yield return results;
    }

    private OverlayChunk Measure(ParcelOverlay overlay, IReadOnlyList<ParcelOutline> chunk)
    {
        var found = new List<ParcelOverlap>();
        Span<OverlapMeasure> measures = stackalloc OverlapMeasure[layers.Count];
        var area = 0.0;
        foreach (var parcel in chunk)
        {
            area += Measure(overlay, parcel, measures);
            for (var l = 0; l < measures.Length; l++)
            {
                if (measures[l].SquareMetres >= LeastArea) found.Add(new(parcel.Id, l, measures[l]));
            }
        }

        return new(chunk.Count, area, found);
    }

    private static double Measure(ParcelOverlay overlay, in ParcelOutline parcel, Span<OverlapMeasure> measures)
    {
        try
        {
            return overlay.Measure(parcel.Wkb.Span, measures);
        }
        catch (ArgumentException e)
        {
            throw new ArgumentException($"{parcel.Id}: {e.Message}", nameof(parcel), e);
        }
    }
}
