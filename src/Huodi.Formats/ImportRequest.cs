using Huodi.Domain.Districts;

namespace Huodi.Formats;

/// <summary>What a reader is told about the file it is to read.</summary>
/// <param name="File">Name of the file, without a folder.</param>
/// <param name="ImportedAt">Moment of the import, UTC.</param>
/// <param name="Today">The day against which a date counts as future.</param>
/// <param name="Districts">Districts the store holds; what does not lie in one is reported.</param>
public sealed record ImportRequest(string File, DateTimeOffset ImportedAt, DateOnly Today, IReadOnlyList<District> Districts)
{
    /// <summary>How much is read at most.</summary>
    public ImportLimits Limits { get; init; } = ImportLimits.Default;
}
