using Huodi.App.Imports;
using Huodi.Domain.Geodesy.Placement;
using Huodi.Domain.Parcels;
using Huodi.Formats.Files;
using Huodi.Formats.Mappings;
using Huodi.Formats.Sources;

namespace Huodi.Formats.Imports;

/// <summary>A small file of parcels read whole, checked and converted as an import does, for what is not an import: a change of parcels, a layer of batches.</summary>
/// <param name="Hash">SHA-256 of its bytes, lower-case hex.</param>
/// <param name="Good">Parcels that are sound.</param>
/// <param name="Refused">Rows that are not, each with its reasons.</param>
/// <param name="Warnings">What was found in sound rows and in the file.</param>
public sealed record ParcelFile(
    string Hash, IReadOnlyList<Parcel> Good, IReadOnlyList<RefusedRow> Refused, IReadOnlyList<ImportDiagnostic> Warnings)
{
    /// <summary>Reads the file; nothing is stored.</summary>
    /// <param name="job">The file and how it is read; its store is not asked for.</param>
    /// <param name="layer">What it is imported as: the layer of its mapping.</param>
    /// <param name="identity">Column that identifies a row, where the file has it; else what an import would take.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <exception cref="FileRefusedException">The file as a whole cannot be read.</exception>
    public static async Task<ParcelFile> ReadAsync(ImportJob job, string layer, string? identity, CancellationToken cancellation)
    {
        using var source = FeatureSources.Open(job.Path, job.Source, cancellation);
        var hash = await FileHash.OfAsync(source.Parts, cancellation);
        var choice = MappingChoice.Choose(job, layer, source);
        foreach (var line in choice.Lines) job.Tell(line);
        var chosen = choice.Mapping;
        var mapping = identity is not null && source.Columns.Any(c => c.Name == identity) ? chosen with { Id = identity } : chosen;
        var extent = KnownExtent.Of(job.Districts);
        var placement = SourcePlacement.Decide(source, job.Crs ?? mapping.Crs, extent, cancellation);
        var rows = new ParcelRows(mapping, source, new FactCells(mapping, source.Columns, job.Dictionary, job.File), placement, extent, job);
        var (good, refused, warnings) = (new List<Parcel>(), new List<RefusedRow>(), new List<ImportDiagnostic>());
        warnings.AddRange(placement.Warnings);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in source.Read(cancellation).Select(rows.Read))
        {
            if (row.Id.Length > 0 && seen.Contains(row.Id)) row.Findings.Error("", "PARCEL_REPEATED", $"{row.Id} 出现了两次。", "合并成一个多部件面，或改正编号。");
            if (row.Parcel is null || row.Findings.HasErrors)
            {
                refused.Add(new(row.Source.Row, [row.Id, row.Name], row.Findings.All));
                continue;
            }

            good.Add(row.Parcel);
            _ = seen.Add(row.Id);
            warnings.AddRange(row.Findings.All);
        }

        return new(hash, good, refused, [.. warnings, .. source.Warnings]);
    }
}
