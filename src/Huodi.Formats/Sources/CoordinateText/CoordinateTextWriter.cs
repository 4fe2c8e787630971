using System.Globalization;
using NetTopologySuite.Geometries;

namespace Huodi.Formats.Sources.CoordinateText;

/// <summary>
/// Writes plots in the ministry's exchange format. Rings are numbered through a plot, outer ring first, each followed by its holes; points
/// are numbered through the plot and each ring ends with its first point again, which the stated number of points counts.
/// </summary>
public static class CoordinateTextWriter
{
    /// <summary>How its lines end.</summary>
    public const string NewLine = "\r\n";

    /// <summary>Writes the whole file.</summary>
    /// <exception cref="ArgumentException">The plane cannot be stated in this format, or a plot is no area.</exception>
    public static async Task WriteAsync(TextWriter writer, CoordinateTextHeader header, IAsyncEnumerable<CoordinatePlot> plots, CancellationToken cancellation)
    {
        writer.NewLine = NewLine;
        foreach (var line in Head(header)) await writer.WriteLineAsync(line.AsMemory(), cancellation);
        await foreach (var plot in plots.WithCancellation(cancellation))
        {
            foreach (var line in Lines(plot, header.Decimals)) await writer.WriteLineAsync(line.AsMemory(), cancellation);
        }
    }

    /// <summary>The lines before the first plot.</summary>
    /// <exception cref="ArgumentException">The plane cannot be stated in this format.</exception>
    public static IEnumerable<string> Head(CoordinateTextHeader header) => CoordinateTextHeader.CanState(header.System)
        ? [.. header.Lines(), "[地块坐标]"]
        : throw new ArgumentException("The plane has no zone number.", nameof(header));

    /// <summary>The lines of a plot.</summary>
    /// <exception cref="ArgumentException">It is no area.</exception>
    public static IEnumerable<string> Lines(CoordinatePlot plot, int decimals)
    {
        var format = "F" + decimals.ToString(CultureInfo.InvariantCulture);
        var rings = Rings(plot.Shape).ToList();
        var head = new[] { Points(rings), plot.Hectares?.ToString(CultureInfo.InvariantCulture) ?? "", plot.Number, plot.Name, "面", plot.Sheet, plot.Use, plot.LandClass };
        yield return string.Join(',', head.Select(Cell)) + ",@";
        var number = 1;
        for (var ring = 0; ring < rings.Count; ring++)
        {
            var (points, first) = (rings[ring].Coordinates, number);
            for (var i = 0; i < points.Length; i++)
            {
                var name = i == points.Length - 1 ? first : number++;
                yield return string.Create(CultureInfo.InvariantCulture, $"J{name},{ring + 1},{points[i].Y.ToString(format, CultureInfo.InvariantCulture)},{points[i].X.ToString(format, CultureInfo.InvariantCulture)}");
            }
        }
    }

    private static string Points(List<LineString> rings) => rings.Sum(r => r.NumPoints).ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<LineString> Rings(Geometry shape)
    {
        for (var part = 0; part < shape.NumGeometries; part++)
        {
            if (shape.GetGeometryN(part) is not Polygon polygon) throw new ArgumentException($"A plot must be an area, not a {shape.GeometryType}.", nameof(shape));
            yield return polygon.ExteriorRing;
            foreach (var hole in polygon.InteriorRings) yield return hole;
        }
    }

    /// <summary>The format has no quotation: a comma, an at sign or a line end in a name would be read as structure, and becomes its full-width sign.</summary>
    private static string Cell(string text) => text.Replace(',', '，').Replace('@', '＠').ReplaceLineEndings(" ");
}
