namespace Huodi.App.Imports;

/// <summary>What became of a saved import.</summary>
/// <param name="Batch">Number of the batch in the store.</param>
/// <param name="File">Name of the file.</param>
/// <param name="Layer">What it was read as.</param>
/// <param name="ImportedAt">Moment of the import, UTC.</param>
/// <param name="Added">Items new to the store.</param>
/// <param name="Unchanged">Items the store held already with the same content; not stored twice.</param>
/// <param name="Refused">Rows not kept, those refused because the store holds other content under the same identity included.</param>
/// <param name="Warnings">Diagnostics of rows that were kept.</param>
public sealed record ImportReport(
    long Batch,
    string File,
    string Layer,
    DateTimeOffset ImportedAt,
    int Added,
    int Unchanged,
    IReadOnlyList<RefusedRow> Refused,
    IReadOnlyList<ImportDiagnostic> Warnings);
