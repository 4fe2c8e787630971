using Huodi.App.Filing;
using Huodi.Domain.Quality;
using Huodi.Formats.Sources.CoordinateText;

namespace Huodi.Formats.Filing;

/// <summary>What goes into a package, and where it is to be.</summary>
public sealed record FilingJob
{
    /// <summary>The folder to make; it must not exist.</summary>
    public required string Folder { get; init; }

    /// <summary>What is filed, in words: the name of a register version, or the region of a store.</summary>
    public required string Title { get; init; }

    /// <summary>The delivery schema.</summary>
    public required FilingProfile Profile { get; init; }

    /// <summary>The land, read once.</summary>
    public required IAsyncEnumerable<FilingSubject> Subjects { get; init; }

    /// <summary>Names of districts by code.</summary>
    public required IReadOnlyDictionary<string, string> Districts { get; init; }

    /// <summary>Thresholds of the checks.</summary>
    public required QualityProfile Quality { get; init; }

    /// <summary>Moment of the export, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Head of the coordinate txt of the package; null to write none.</summary>
    public CoordinateTextHeader? Coordinates { get; init; }

    /// <summary>Makes the writer of the GeoPackage at a path.</summary>
    public required Func<string, FilingProfile, IFilingWriter> GeoPackage { get; init; }
}
