namespace Huodi.App.Imports;

/// <summary>A row that was not kept, with its original cells, so that it can be exported, corrected and imported again.</summary>
/// <param name="Row">Line or feature number in the file, from 1.</param>
/// <param name="Cells">The cells as read, unchanged.</param>
/// <param name="Diagnostics">Why it was refused, warnings included.</param>
public sealed record RefusedRow(int Row, IReadOnlyList<string> Cells, IReadOnlyList<ImportDiagnostic> Diagnostics);
