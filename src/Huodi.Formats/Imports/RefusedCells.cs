using Huodi.Formats.Sources;
using NetTopologySuite.IO;

namespace Huodi.Formats.Imports;

/// <summary>
/// What is kept of a refused row of a layer: every cell, and the shape as the file drew it, in the file's coordinates, as a WKT column that a
/// corrected table is read back from.
/// </summary>
internal static class RefusedCells
{
    private const string Shape = "WKT";
    private const int MostPoints = 2000;

    /// <summary>The columns of the source, and the shape's.</summary>
    public static IReadOnlyList<string> Header(IFeatureSource source) => [.. source.Columns.Select(c => c.Name), Shape];

    /// <summary>The cells of a row; a shape too long for a table, or one that could not be drawn, leaves its cell blank.</summary>
    public static IReadOnlyList<string> Of(SourceFeature row)
    {
        var shape = row.Shape ?? row.Drawn;
        return [.. row.Cells.Select(c => c.Text), shape is null || shape.NumPoints > MostPoints ? "" : new WKTWriter().Write(shape)];
    }
}
