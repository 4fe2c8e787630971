using Huodi.Domain.Overlays;
using NetTopologySuite.Geometries;

namespace Huodi.Domain.Quality;

/// <summary>A shape in two arrays, so that a city of a million parcels fits into memory.</summary>
internal sealed class CompactShape
{
    private readonly int[] _ends;
    private readonly int[] _parts;

    public CompactShape(string id, Geometry shape)
    {
        Id = id;
        Box = shape.EnvelopeInternal.Copy();
        var xy = new double[2 * shape.NumPoints];
        var ends = new List<int>(1);
        var parts = new List<int>(1);
        var used = 0;
        for (var part = 0; part < shape.NumGeometries; part++)
        {
            var polygon = (Polygon)shape.GetGeometryN(part);
            for (var ring = 0; ring <= polygon.NumInteriorRings; ring++)
            {
                var points = (ring == 0 ? polygon.ExteriorRing : polygon.GetInteriorRingN(ring - 1)).CoordinateSequence;
                for (var i = 0; i < points.Count; i++)
                {
                    xy[used++] = points.GetX(i);
                    xy[used++] = points.GetY(i);
                }

                ends.Add(used);
            }

            parts.Add(ends.Count);
        }

        (Xy, _ends, _parts) = (xy, [.. ends], [.. parts]);
    }

    public string Id { get; }

    public Envelope Box { get; }

    /// <summary>x and y of all points, ring after ring.</summary>
    public double[] Xy { get; }

    /// <summary>Area in the plane of longitude and latitude, holes taken off.</summary>
    public double SquareDegrees
    {
        get
        {
            var (sum, part, ring) = (0.0, 0, 0);
            foreach (var (start, end) in Rings())
            {
                var doubled = 0.0;
                for (var i = start; i + 3 < end; i += 2) doubled += ((Xy[i] - Box.MinX) * (Xy[i + 3] - Box.MinY)) - ((Xy[i + 2] - Box.MinX) * (Xy[i + 1] - Box.MinY));
                sum += IsShell(ring, part) ? Math.Abs(doubled) : -Math.Abs(doubled);
                if (++ring == _parts[part]) part++;
            }

            return sum / 2;
        }
    }

    /// <summary>Start and end of each ring in <see cref="Xy"/>.</summary>
    public IEnumerable<(int Start, int End)> Rings()
    {
        for (var r = 0; r < _ends.Length; r++) yield return (r == 0 ? 0 : _ends[r - 1], _ends[r]);
    }

    /// <summary>Fills plain rings with the shape.</summary>
    public void Fill(OutlineRings rings)
    {
        rings.Begin();
        var part = 0;
        for (var r = 0; r < _ends.Length; r++)
        {
            var start = r == 0 ? 0 : _ends[r - 1];
            rings.Add(Xy.AsSpan(start, _ends[r] - start), IsShell(r, part));
            if (r + 1 == _parts[part]) part++;
        }
    }

    private bool IsShell(int ring, int part) => ring == (part == 0 ? 0 : _parts[part - 1]);

    /// <summary>The shape in metres east and north of an origin.</summary>
    public Geometry InMetres(LocalFrame frame, GeometryFactory factory)
    {
        var polygons = new Polygon[_parts.Length];
        var ring = 0;
        for (var part = 0; part < _parts.Length; part++)
        {
            var rings = new List<LinearRing>();
            for (; ring < _parts[part]; ring++) rings.Add(Ring(ring, frame, factory));
            polygons[part] = factory.CreatePolygon(rings[0], [.. rings.Skip(1)]);
        }

        return polygons.Length == 1 ? polygons[0] : factory.CreateMultiPolygon(polygons);
    }

    private LinearRing Ring(int ring, LocalFrame frame, GeometryFactory factory)
    {
        var start = ring == 0 ? 0 : _ends[ring - 1];
        var points = new Coordinate[(_ends[ring] - start) / 2];
        for (var i = 0; i < points.Length; i++) points[i] = frame.ToMetres(Xy[start + (2 * i)], Xy[start + (2 * i) + 1]);
        return factory.CreateLinearRing(points);
    }
}
