using System.Diagnostics.CodeAnalysis;

namespace Huodi.App.Imports;

/// <summary>What came of reading a file: a batch to save, or the reasons why nothing of it can be read. Never both.</summary>
public sealed record ImportOutcome
{
    private ImportOutcome(ImportBatch? batch, IReadOnlyList<ImportDiagnostic> errors) => (Batch, FileErrors) = (batch, errors);

    /// <summary>The batch, or null when the file cannot be read. A batch may hold refused rows only.</summary>
    public ImportBatch? Batch { get; }

    /// <summary>Why the file as a whole cannot be read; empty when there is a batch.</summary>
    public IReadOnlyList<ImportDiagnostic> FileErrors { get; }

    /// <summary>Whether there is a batch.</summary>
    [MemberNotNullWhen(true, nameof(Batch))]
    public bool IsReadable => Batch is not null;

    /// <summary>A file that was read.</summary>
    public static ImportOutcome Read(ImportBatch batch) => new(batch, []);

    /// <summary>A file that cannot be read.</summary>
    public static ImportOutcome Unreadable(params IReadOnlyList<ImportDiagnostic> errors) => new(null, errors);
}
