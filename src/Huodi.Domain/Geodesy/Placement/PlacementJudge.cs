namespace Huodi.Domain.Geodesy.Placement;

/// <summary>
/// Finds out by where the shapes would fall whether a file's coordinates are what it says: an east value without its zone number,
/// swapped axes, degrees under the name of metres or packed with minutes and seconds, another zone, a lost decimal point.
/// </summary>
public static class PlacementJudge
{
    private const int LargestSample = 512;
    private const int FirstLook = 16;

    // Single rows may lie outside for reasons of their own, which are told row by row; a mistaken system moves nearly all.
    private const double Most = 0.9;
    private const double ClearlyMore = 0.2;

    private const int Decimals = 9;

    /// <summary>Judges a file.</summary>
    /// <param name="stated">What the file says; not one that is refused.</param>
    /// <param name="sample">Raw coordinates in the order of the file, taken evenly from the whole of it; empty fits.</param>
    /// <param name="extent">Where they should lie.</param>
    public static PlacementVerdict Judge(StatedCoordinateSystem stated, IReadOnlyList<(double X, double Y)> sample, KnownExtent extent)
    {
        if (stated.Refusal is { } refusal) return new(PlacementOutcome.Elsewhere, null, [], refusal);
        var points = Thin(sample);
        var asStated = stated.System is { } system ? new CoordinateReading(system, false, NumberForm.AsWritten) : null;
        if (points.Count == 0) return new(asStated is null ? PlacementOutcome.Inferred : PlacementOutcome.Fits, asStated ?? new(CoordinateSystems.Cgcs2000, false, NumberForm.AsWritten), [], null);

        var first = asStated is null ? null : PlacementTrial.Of(asStated, points, extent);
        if (first?.Share >= Most) return Fits(first, [first], points, extent);

        var found = Try(stated.System, points, extent);
        var trials = found.Select(f => f.Trial).ToList();
        if (first is not null && !trials.Contains(first)) trials.Add(first);
        return first is null
            ? WithoutStatement(found, trials, points, extent)
            : WithStatement(first, found, trials, points, extent);
    }

    private static PlacementVerdict WithStatement(
        PlacementTrial first, List<(PlacementTrial Trial, int Distance)> found, List<PlacementTrial> trials, IReadOnlyList<(double X, double Y)> points, KnownExtent extent)
    {
        var better = found.Where(f => f.Trial.Share >= Most && f.Trial.Share >= first.Share + ClearlyMore && f.Trial.Reading != first.Reading).ToList();
        if (better.Count > 0)
        {
            var best = better[0];
            var equals = Equals(better);
            return equals.Count == 1
                ? new(PlacementOutcome.Mistaken, best.Trial.Reading, trials, PlacementWords.Mistaken(first, best.Trial))
                : new(PlacementOutcome.Ambiguous, null, trials, PlacementWords.Ambiguous(first, equals));
        }

        return first.Share > 0
            ? Fits(first, trials, points, extent)
            : new(PlacementOutcome.Elsewhere, null, trials, PlacementWords.Elsewhere(first, found.Select(f => f.Trial), extent));
    }

    private static PlacementVerdict WithoutStatement(
        List<(PlacementTrial Trial, int Distance)> found, List<PlacementTrial> trials, IReadOnlyList<(double X, double Y)> points, KnownExtent extent)
    {
        var good = found.Where(f => f.Trial.Share >= Most).ToList();
        if (good.Count == 0) return new(PlacementOutcome.Elsewhere, null, trials, PlacementWords.Nowhere(points[points.Count / 2], trials, extent));

        var best = good[0];
        var equals = Equals(good);
        if (equals.Count > 1) return new(PlacementOutcome.Ambiguous, null, trials, PlacementWords.Ambiguous(null, equals));
        var isPlain = best.Trial.Reading is { IsSwapped: false, Form: NumberForm.AsWritten, System: not null };
        return !isPlain ? new(PlacementOutcome.Mistaken, best.Trial.Reading, trials, PlacementWords.Mistaken(null, best.Trial))
            : Packed(best.Trial, points, extent) ?? new(PlacementOutcome.Inferred, best.Trial.Reading, trials, null);
    }

    /// <summary>What fits as it stands, but for two mistakes that leave most of the shapes in the city.</summary>
    private static PlacementVerdict Fits(
        PlacementTrial first, IReadOnlyList<PlacementTrial> trials, IReadOnlyList<(double X, double Y)> points, KnownExtent extent) =>
        Packed(first, points, extent) ?? SeveralZones(first, points, extent) ?? new(PlacementOutcome.Fits, first.Reading, trials, null);

    /// <summary>A city on the edge of two zones may have both in one file: the fewer points of the other zone fall a thousand kilometres away.</summary>
    private static PlacementVerdict? SeveralZones(PlacementTrial first, IReadOnlyList<(double X, double Y)> points, KnownExtent extent)
    {
        if (first.Share == 1 || first.Reading.System?.Zone?.Prefix is null) return null;
        var own = PlacementTrial.Of(first.Reading with { System = null }, points, extent);
        return own.Share > first.Share ? new(PlacementOutcome.Mistaken, own.Reading, [own, first], PlacementWords.Mistaken(first, own)) : null;
    }

    /// <summary>The readings as near as the first one; those that come to the same places are one.</summary>
    private static List<PlacementTrial> Equals(List<(PlacementTrial Trial, int Distance)> good) =>
    [
        .. good.TakeWhile(f => f.Distance == good[0].Distance).Select(f => f.Trial)
            .DistinctBy(t => (Math.Round(t.Longitude, Decimals), Math.Round(t.Latitude, Decimals))),
    ];

    /// <summary>Degrees that fit as they stand may still be packed minutes and seconds, up to forty kilometres away.</summary>
    private static PlacementVerdict? Packed(PlacementTrial first, IReadOnlyList<(double X, double Y)> points, KnownExtent extent)
    {
        if (first.Reading.System?.Form != CoordinateForm.Degrees || !PackedDegrees.IsEvident(points)) return null;
        var packed = PlacementTrial.Of(first.Reading with { Form = NumberForm.PackedAfterPoint }, points, extent);
        return packed.Share >= Most ? new(PlacementOutcome.Mistaken, packed.Reading, [packed, first], PlacementWords.Mistaken(first, packed)) : null;
    }

    /// <summary>The readings that put any of the sample inside: first those that put most of it there, the nearest to the statement first.</summary>
    private static List<(PlacementTrial Trial, int Distance)> Try(CoordinateSystem? stated, IReadOnlyList<(double X, double Y)> points, KnownExtent extent) =>
    [
        .. LikelyReadings.Of(stated)
            .Where(r => Looks(r.Reading, points, extent))
            .Select(r => (Trial: PlacementTrial.Of(r.Reading, points, extent), r.Distance))
            .Where(t => t.Trial.Share > 0)
            .OrderBy(t => t.Trial.Share < Most).ThenBy(t => t.Distance).ThenByDescending(t => t.Trial.Share),
    ];

    private static bool Looks(CoordinateReading reading, IReadOnlyList<(double X, double Y)> points, KnownExtent extent)
    {
        var step = Math.Max(1, points.Count / FirstLook);
        for (var i = 0; i < points.Count; i += step)
        {
            var (longitude, latitude) = reading.Place(points[i].X, points[i].Y);
            if (extent.Contains(longitude, latitude)) return true;
        }

        return false;
    }

    private static IReadOnlyList<(double X, double Y)> Thin(IReadOnlyList<(double X, double Y)> sample) => sample.Count <= LargestSample
        ? sample
        : [.. Enumerable.Range(0, LargestSample).Select(i => sample[(int)((long)i * sample.Count / LargestSample)])];
}
