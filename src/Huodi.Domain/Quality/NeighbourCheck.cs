using System.Collections.Concurrent;
using NetTopologySuite.Geometries;

namespace Huodi.Domain.Quality;

/// <summary>
/// Finds what is wrong between parcels: overlaps, gaps, shapes given twice, ids given twice. Shapes are taken one by one and kept
/// compactly; then neighbours are compared. A shape with an error of its own takes no part and is named.
/// </summary>
public sealed class NeighbourCheck(QualityProfile profile)
{
    private readonly List<CompactShape> _shapes = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly List<ParcelFinding> _found = [];
    private readonly PairCheck _pairs = new(profile);

    /// <summary>Takes a parcel.</summary>
    /// <param name="id">Its identity.</param>
    /// <param name="shape">Its shape in degrees; null when it has none.</param>
    /// <param name="isSound">Whether <see cref="GeometryCheck"/> found no error.</param>
    public void Add(string id, Geometry? shape, bool isSound)
    {
        if (!_ids.Add(id)) _found.Add(new(id, id, new(NeighbourKinds.SameId, $"编号“{id}”出现不止一次。", Place(shape), [])));
        if (isSound && shape is not null) _shapes.Add(new(id, shape));
        else _found.Add(new(id, null, new(NeighbourKinds.Skipped, "图形有错误，没有参加邻接检查。", Place(shape), [])));
    }

    /// <summary>Compares neighbours. What was found comes by parcel, in the order of their ids.</summary>
    public IReadOnlyList<ParcelFinding> Run(CancellationToken cancellation)
    {
        // A degree of longitude is shorter than one of latitude, and shortest in the north; boxes are widened by the larger figure.
        var north = _shapes.Count == 0 ? 0 : _shapes.Max(s => s.Box.MaxY);
        var reach = profile.GapWidthMetres / LocalScale.At(Math.Clamp(north, -80, 80)).East;
        var index = new PairIndex(_shapes, reach);
        var found = new ConcurrentBag<ParcelFinding>(_found);
        _ = Parallel.For(0, index.Strips, new ParallelOptions { CancellationToken = cancellation }, strip =>
        {
            foreach (var (a, b) in index.Pairs(strip))
            {
                foreach (var finding in _pairs.Check(a, b, index)) found.Add(finding);
            }
        });
        return
        [
            .. found.OrderBy(f => f.Parcel, StringComparer.Ordinal)
                .ThenBy(f => f.Other, StringComparer.Ordinal)
                .ThenBy(f => f.Finding.Code, StringComparer.Ordinal)
                .ThenBy(f => f.Finding.Message, StringComparer.Ordinal),
        ];
    }

    private static QualityPlace? Place(Geometry? shape) =>
        shape?.EnvelopeInternal is { IsNull: false } box && double.IsFinite(box.Centre.X + box.Centre.Y) ? new(box.Centre.X, box.Centre.Y) : null;
}
