using Huodi.Domain.Geodesy;

namespace Huodi.Domain.Overlays;

/// <summary>Measures parcels against control layers, one after another. One thread uses one instance.</summary>
public sealed class ParcelOverlay(IReadOnlyList<ControlLayer> layers)
{
    private readonly OutlineRings _parcel = new();
    private readonly OutlineOverlap _overlap = new();
    private readonly List<int> _found = [];
    private readonly List<ControlOutline> _touched = [];

    /// <summary>Measures a parcel against every layer.</summary>
    /// <param name="wkb">Polygon or multipolygon, two-dimensional little-endian WKB, EPSG:4490.</param>
    /// <param name="results">One for each layer, in their order.</param>
    /// <returns>The parcel's measured area in ㎡, not rounded.</returns>
    /// <exception cref="ArgumentException">Not such a shape.</exception>
    public double Measure(ReadOnlySpan<byte> wkb, Span<OverlapMeasure> results)
    {
        _parcel.Read(wkb);
        var squareMetres = EllipsoidalArea.OfWkb(wkb);
        results.Clear();
        if (_parcel.Rings == 0) return squareMetres;

        var area = new LocalArea(_parcel.Y[0]);
        var whole = default(LocalSum);
        for (var l = 0; l < layers.Count; l++)
        {
            _found.Clear();
            layers[l].Find(_parcel, _found);
            if (_found.Count == 0) continue;
            if (whole == default) whole = OutlineOverlap.Whole(_parcel, area);
            var share = Share(layers[l], area, whole);
            results[l] = new(share * squareMetres, share);
        }

        return squareMetres;
    }

    private double Share(ControlLayer layer, in LocalArea area, in LocalSum whole)
    {
        _touched.Clear();
        var (sum, doubtful) = (0.0, 0);
        foreach (var i in _found)
        {
            var outline = layer.Outlines[i];
            var share = _overlap.Share(_parcel, area, whole, outline);
            if (share == 0) continue;
            sum += share;
            _touched.Add(outline);
            if (outline.OverlapsAnother) doubtful++;
        }

        return doubtful > 1 ? OutlineOverlap.ShareOfUnion(_parcel, area, whole, _touched)
            : sum > 1 - 1e-9 ? 1 : sum;
    }
}
