namespace Huodi.App.Imports;

/// <summary>
/// What became of a saved import. Counts are complete; of rows and diagnostics it lists the first <see cref="Listed"/>, since a file may
/// have a million bad ones. The store gives all of them (<c>ILandStore.RefusedAsync</c>, <c>WarningsAsync</c>).
/// </summary>
/// <param name="Batch">Number of the batch in the store.</param>
/// <param name="File">Name of the file.</param>
/// <param name="Layer">What it was read as.</param>
/// <param name="ImportedAt">Moment of the import, UTC.</param>
/// <param name="Added">Items new to the store.</param>
/// <param name="Unchanged">Items the store held already with the same content; not stored twice.</param>
/// <param name="Refused">Rows not kept, those refused because the store holds other content under the same identity included; by row.</param>
/// <param name="Warnings">Diagnostics of rows that were kept, and of the file, in the order they were found.</param>
public sealed record ImportReport(
    long Batch,
    string File,
    string Layer,
    DateTimeOffset ImportedAt,
    int Added,
    int Unchanged,
    IReadOnlyList<RefusedRow> Refused,
    IReadOnlyList<ImportDiagnostic> Warnings)
{
    /// <summary>How many rows and how many diagnostics a report lists at most.</summary>
    public const int Listed = 1000;

    /// <summary>What it is called where it is no numbered batch: 永久基本农田（第 2 版）; null for a batch.</summary>
    public string? Title { get; init; }

    /// <summary>Number of rows not kept.</summary>
    public required int RefusedCount { get; init; }

    /// <summary>Number of diagnostics of rows that were kept, and of the file.</summary>
    public required int WarningCount { get; init; }

    /// <summary>What was found how often, the most frequent first.</summary>
    public required IReadOnlyList<FindingCount> Findings { get; init; }
}
