using Huodi.App.Imports;

namespace Huodi.Formats.Sources.Tables;

/// <summary>One row of a table while it is read.</summary>
/// <param name="Row">Its number as the file's own program shows it.</param>
/// <param name="Cells">Its cells; may be fewer than the header's.</param>
/// <param name="Fault">Why it cannot be split, or null.</param>
internal sealed record TableRow(int Row, IReadOnlyList<SourceValue> Cells, ImportDiagnostic? Fault = null)
{
    public bool IsBlank => Fault is null && Cells.All(c => string.IsNullOrWhiteSpace(c.Text));
}
