using Huodi.App.Imports;
using Huodi.App.Stores;
using Huodi.Domain.Parcels;

namespace Huodi.Formats.Imports;

/// <summary>Hands rows to the store in the order of the file, a code only once.</summary>
internal sealed class ParcelWriting(IImportSession session, ImportJob job, long? total)
{
    private const int MostListed = 20;

    /// <summary>What a file says of its length is believed up to here.</summary>
    private const int MostForeseen = 1 << 20;
    private readonly Dictionary<string, int> _seen = new((int)Math.Min(total ?? 0, MostForeseen), StringComparer.Ordinal);
    private long _done;

    /// <summary>Rows that are kept.</summary>
    public long Good { get; private set; }

    /// <summary>Rows that are refused.</summary>
    public long Refused { get; private set; }

    /// <summary>The first rows that are refused.</summary>
    public List<RefusedRow> FirstRefused { get; } = [];

    public async Task TakeAsync(List<ParcelRow> rows, CancellationToken cancellation)
    {
        var (parcels, refused, warnings) = (new List<Parcel>(rows.Count), new List<RefusedRow>(), new List<ImportDiagnostic>());
        foreach (var row in rows)
        {
            if (row.Id.Length > 0 && !_seen.TryAdd(row.Id, row.Source.Row))
                row.Findings.Error("宗地代码", "PARCEL_REPEATED", $"{row.Id} 已在第 {_seen[row.Id]} 行出现。", "合并成一个多部件面，或改正代码。");
            if (row.Parcel is null || row.Findings.HasErrors)
            {
                refused.Add(new(row.Source.Row, RefusedCells.Of(row.Source), row.Findings.All));
                continue;
            }

            parcels.Add(row.Parcel);
            warnings.AddRange(row.Findings.All);
        }

        Good += parcels.Count;
        Refused += refused.Count;
        FirstRefused.AddRange(refused.Take(MostListed - FirstRefused.Count));
        await session.AddAsync(parcels, null, cancellation);
        if (refused.Count > 0) await session.RefuseAsync(refused, cancellation);
        if (warnings.Count > 0) await session.WarnAsync(warnings, cancellation);
        _done += rows.Count;
        job.Progress(new(_done, total));
    }
}
