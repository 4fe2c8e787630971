using NetTopologySuite.IO;

namespace Huodi.Domain.Overlays;

/// <summary>The polygons of one control layer, for example 永久基本农田, ready for overlay. Read by any number of threads.</summary>
public sealed class ControlLayer
{
    // Less than this of a polygon under another one is rounding of its file, not a second polygon on the same ground.
    private const double Meant = 1e-9;

    private readonly BoxIndex _index;

    private ControlLayer(string name, ControlOutline[] outlines)
    {
        Name = name;
        Outlines = outlines;
        _index = new([.. outlines.SelectMany(o => new[] { o.Rings.MinX, o.Rings.MaxX, o.Rings.MinY, o.Rings.MaxY })]);
    }

    /// <summary>Name of the layer.</summary>
    public string Name { get; }

    /// <summary>How many polygons there are.</summary>
    public int Count => Outlines.Length;

    internal ControlOutline[] Outlines { get; }

    /// <summary>Takes the polygons and multipolygons of a layer as two-dimensional little-endian WKB in EPSG:4490.</summary>
    /// <exception cref="ArgumentException">One of them is no such shape.</exception>
    public static ControlLayer Build(string name, IEnumerable<ReadOnlyMemory<byte>> shapes)
    {
        var outlines = new List<ControlOutline>();
        foreach (var shape in shapes)
        {
            var rings = new OutlineRings();
            rings.Read(shape.Span);
            if (rings.Rings > 0) outlines.Add(Sound(rings));
        }

        var layer = new ControlLayer(name, [.. outlines]);
        layer.FindCoveredTwice();
        return layer;
    }

    internal void Find(OutlineRings box, List<int> found) => _index.Find(box.MinX, box.MaxX, box.MinY, box.MaxY, found);

    /// <summary>An outline that crosses itself is made valid first: its area is that of the parts it goes round.</summary>
    private static ControlOutline Sound(OutlineRings rings)
    {
        var outline = new ControlOutline(rings);
        if (!outline.CrossesItself()) return outline;
        var repaired = new OutlineRings();
        repaired.Read(new WKBWriter(ByteOrder.LittleEndian, handleSRID: false).Write(rings.ToGeometry()));
        return new(repaired);
    }

    /// <summary>Marks polygons that cover the same ground, so that it is counted once.</summary>
    private void FindCoveredTwice() => _ = Parallel.For(
        0,
        Outlines.Length,
        new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
        () => (Overlap: new OutlineOverlap(), Found: new List<int>()),
        (i, _, own) =>
        {
            var rings = Outlines[i].Rings;
            own.Found.Clear();
            Find(rings, own.Found);
            if (own.Found.Count == 1) return own;
            var area = new LocalArea(rings.Y[0]);
            var whole = OutlineOverlap.Whole(rings, area);
            foreach (var j in own.Found)
            {
                if (j > i && own.Overlap.Share(rings, area, whole, Outlines[j]) > Meant) Outlines[i].OverlapsAnother = Outlines[j].OverlapsAnother = true;
            }

            return own;
        },
        _ => { });
}
