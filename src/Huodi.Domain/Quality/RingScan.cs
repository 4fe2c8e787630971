using System.Globalization;
using NetTopologySuite.Geometries;

namespace Huodi.Domain.Quality;

/// <summary>One pass over a ring: numbers that are none, vertices given twice, spikes, area and length.</summary>
internal sealed class RingScan(QualityProfile profile)
{
    private readonly double _duplicate2 = profile.DuplicateVertexMetres * profile.DuplicateVertexMetres;
    private readonly double _tangent = Math.Tan(double.DegreesToRadians(Math.Min(profile.SpikeAngleDegrees, 89)));

    /// <summary>Scans a closed ring and copies its points, those given twice in a row once.</summary>
    /// <param name="ring">The points.</param>
    /// <param name="scale">Metres in a degree here.</param>
    /// <param name="place">Part and ring, for the findings.</param>
    /// <param name="findings">Made on the first finding.</param>
    /// <param name="copy">Receives x and y of each point; as long as the ring at least, or empty when no copy is wanted.</param>
    /// <param name="copied">How many doubles were written.</param>
    public RingMeasure Scan(CoordinateSequence ring, LocalScale scale, QualityPlace place, ref FindingList? findings, Span<double> copy, out int copied)
    {
        copied = 0;
        var count = ring.Count;
        if (count == 0) return new(true, 0, 0);
        var (x0, y0) = (ring.GetX(0), ring.GetY(0));
        var (x, y) = (x0, y0);
        var finite = double.IsFinite(x) && double.IsFinite(y);
        if (finite) Copy(copy, ref copied, x, y);
        double area = 0, perimeter = 0, inX = 0, inY = 0, firstX = 0, firstY = 0;
        var firstVertex = 0;
        for (var i = 1; finite && i < count; i++)
        {
            var (nextX, nextY) = (ring.GetX(i), ring.GetY(i));
            var outX = (nextX - x) * scale.East;
            var outY = (nextY - y) * scale.North;
            var length2 = (outX * outX) + (outY * outY);
            if (!double.IsFinite(length2))
            {
                finite = double.IsFinite(nextX) && double.IsFinite(nextY);
                if (!finite) place = place with { Vertex = i + 1 };
            }

            area += ((x - x0) * (nextY - y0)) - ((nextX - x0) * (y - y0));
            perimeter += Math.Sqrt(length2);
            if (nextX != x || nextY != y) Copy(copy, ref copied, nextX, nextY);
            if (length2 < _duplicate2 || length2 == 0)
            {
                Duplicate(findings ??= new(), place with { Longitude = nextX, Latitude = nextY, Vertex = i + 1 }, Math.Sqrt(length2));
            }
            else
            {
                if (firstVertex == 0) (firstX, firstY, firstVertex) = (outX, outY, i);
                else Corner(inX, inY, outX, outY, place with { Longitude = x, Latitude = y, Vertex = i }, ref findings);
                (inX, inY) = (outX, outY);
            }

            (x, y) = (nextX, nextY);
        }

        if (!finite)
        {
            NotANumber(findings ??= new(), place with { Longitude = double.NaN, Latitude = double.NaN, Vertex = Math.Max(place.Vertex, 1) });
            return new(false, 0, 0);
        }

        if (firstVertex > 0) Corner(inX, inY, firstX, firstY, place with { Longitude = x, Latitude = y, Vertex = 1 }, ref findings);
        return new(true, area / 2 * scale.East * scale.North, perimeter);
    }

    private static void Copy(Span<double> copy, ref int copied, double x, double y)
    {
        if (copied + 2 > copy.Length) return;
        copy[copied++] = x;
        copy[copied++] = y;
    }

    /// <summary>A spike's two sides run back along each other: a small angle, and narrow where the shorter side ends.</summary>
    private void Corner(double inX, double inY, double outX, double outY, QualityPlace place, ref FindingList? findings)
    {
        var along = -((inX * outX) + (inY * outY));
        if (along <= 0) return;
        var across = Math.Abs((inX * outY) - (inY * outX));
        if (across >= _tangent * along) return;
        var longer = Math.Sqrt(Math.Max((inX * inX) + (inY * inY), (outX * outX) + (outY * outY)));
        var width = across / longer;
        if (width < profile.SpikeWidthMetres) Spike(findings ??= new(), place, double.RadiansToDegrees(Math.Atan2(across, along)), width);
    }

    private static void Spike(FindingList findings, QualityPlace place, double angle, double width) => findings.Add(
        ShapeKinds.Spike,
        string.Create(CultureInfo.InvariantCulture, $"{place} 是尖刺：夹角 {angle:0.###} 度，宽 {width:0.####} 米。"),
        place,
        new QualityFigure("夹角", angle, "度"),
        new QualityFigure("宽", width, "米"));

    private static void Duplicate(FindingList findings, QualityPlace place, double distance) => findings.Add(
        ShapeKinds.DuplicateVertex,
        string.Create(CultureInfo.InvariantCulture, $"{place} 与前一点重复，相距 {distance:0.######} 米。"),
        place,
        new QualityFigure("间距", distance, "米"));

    private static void NotANumber(FindingList findings, QualityPlace place) =>
        findings.Add(ShapeKinds.Coordinate, $"{place} 的坐标不是有限的数。", place);
}
