using Huodi.Domain.Parcels;
using Huodi.Domain.Quality;

namespace Huodi.App.Quality;

/// <summary>Checks parcels one by one and against their neighbours. Bad ones are named; none stops the run.</summary>
public sealed class CheckQuality(QualityProfile profile)
{
    /// <summary>Reads the parcels once and checks them.</summary>
    /// <param name="parcels">The parcels, as a stream.</param>
    /// <param name="progress">Told how many were read.</param>
    /// <param name="cancellation">Cancels.</param>
    public Task<QualityReport> RunAsync(IAsyncEnumerable<Parcel> parcels, IProgress<int>? progress, CancellationToken cancellation) =>
        RunAsync(parcels.Select(p => (p, (IReadOnlyList<QualityFinding>)[])), progress, cancellation);

    /// <summary>Reads the parcels once and checks them; what is known about one already is reported with the rest.</summary>
    public async Task<QualityReport> RunAsync(
        IAsyncEnumerable<(Parcel Parcel, IReadOnlyList<QualityFinding> Known)> parcels, IProgress<int>? progress, CancellationToken cancellation)
    {
        const int Step = 1000;
        var one = new ParcelQuality(profile);
        var neighbours = new NeighbourCheck(profile);
        var findings = new List<ParcelFinding>();
        var read = 0;
        await foreach (var (parcel, known) in parcels.WithCancellation(cancellation))
        {
            var (found, isSound) = one.Check(parcel);
            findings.AddRange(known.Concat(found).Select(f => new ParcelFinding(parcel.Id, null, f)));
            neighbours.Add(parcel.Id, parcel.Shape, isSound);
            if (++read % Step == 0) progress?.Report(read);
        }

        progress?.Report(read);
        findings.AddRange(neighbours.Run(cancellation));
        var ordered = findings.OrderBy(f => f.Parcel, StringComparer.Ordinal).ToList();
        return new(read, ordered.Select(f => f.Parcel).Distinct(StringComparer.Ordinal).LongCount(), ordered);
    }
}
