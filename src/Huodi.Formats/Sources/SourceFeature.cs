using Huodi.App.Imports;
using NetTopologySuite.Geometries;

namespace Huodi.Formats.Sources;

/// <summary>One row of a source.</summary>
/// <param name="Row">Its line, row or feature number as the file's own program shows it, from 1.</param>
/// <param name="Cells">Its cells, in the order of <see cref="IFeatureSource.Columns"/>.</param>
/// <param name="Shape">The shape in the file's coordinates, X (easting, longitude) first, without Z and M; null when there is none or it
/// cannot be read. Any kind of geometry; a ring is closed and its coordinates are finite, nothing more is promised.</param>
/// <param name="Faults">Why the row cannot be taken as it stands; empty for a good one.</param>
public sealed record SourceFeature(int Row, IReadOnlyList<SourceValue> Cells, Geometry? Shape, IReadOnlyList<ImportDiagnostic> Faults)
{
    /// <summary>The shape as a faulty file wrote it, where it could be drawn all the same: for showing, never for storing.</summary>
    public Geometry? Drawn { get; init; }
}
