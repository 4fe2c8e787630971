using Huodi.App.Stores;
using Huodi.Domain.Districts;
using Huodi.Domain.Quality;
using Huodi.Formats.Overlays;
using Huodi.Formats.Sources;
using Huodi.Policies.Facts;

namespace Huodi.Formats.Imports;

/// <summary>What an import is told.</summary>
/// <param name="Path">The file, or the folder of a FileGDB.</param>
/// <param name="Dictionary">The fact dictionary.</param>
/// <param name="Districts">Districts the store holds; what does not lie in one is reported.</param>
/// <param name="ImportedAt">Moment of the import, UTC.</param>
/// <param name="Today">The day against which a date counts as future.</param>
/// <param name="Store">Opens the store. Asked for only when the file has proved readable, so that a bad one leaves no store behind; whoever
/// gave it disposes of the store.</param>
public sealed record ImportJob(
    string Path,
    FactDictionary Dictionary,
    IReadOnlyList<District> Districts,
    DateTimeOffset ImportedAt,
    DateOnly Today,
    Func<CancellationToken, Task<ILandStore>> Store)
{
    /// <summary>Name of the file, without a folder: what sources of facts say.</summary>
    public string File => System.IO.Path.GetFileName(System.IO.Path.TrimEndingDirectorySeparator(Path));

    /// <summary>How the file is opened, its layer among it.</summary>
    public SourceOptions Source { get; init; } = SourceOptions.Default;

    /// <summary>The coordinate reference system the user states (<c>EPSG:4528</c>); null to go by the file.</summary>
    public string? Crs { get; init; }

    /// <summary>The mapping to use, as a file; null to guess one.</summary>
    public string? MappingFile { get; init; }

    /// <summary>Thresholds of the checks, among them how far registered and measured area may differ.</summary>
    public QualityProfile Quality { get; init; } = QualityProfile.Default;

    /// <summary>What a control layer is to be; null for every other layer.</summary>
    public ControlRequest? Control { get; init; }

    /// <summary>Where a guessed mapping is written for next time; null to write none.</summary>
    public string? SaveMappingTo { get; init; }

    /// <summary>Show everything, store nothing.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>Takes lines for the user while the import runs: the mapping, the coordinate system.</summary>
    public Action<string> Tell { get; init; } = _ => { };

    /// <summary>Takes the progress, often.</summary>
    public Action<ImportProgress> Progress { get; init; } = _ => { };
}
