using Huodi.Domain.Quality;

namespace Huodi.App.Quality;

/// <summary>What a check of many parcels found.</summary>
/// <param name="Parcels">Parcels checked.</param>
/// <param name="WithFindings">Parcels about which something was found, as the first of the two or alone.</param>
/// <param name="Findings">Everything found, by parcel.</param>
public sealed record QualityReport(long Parcels, long WithFindings, IReadOnlyList<ParcelFinding> Findings)
{
    /// <summary>How often each kind was found, the heaviest first.</summary>
    public IReadOnlyList<(QualityKind Kind, int Count)> Counts { get; } =
    [
        .. Findings.GroupBy(f => f.Finding.Kind).Select(g => (g.Key, g.Count()))
            .OrderByDescending(c => c.Key.Severity).ThenBy(c => c.Key.Code, StringComparer.Ordinal),
    ];
}
