using Huodi.App.Imports;
using Huodi.App.Stores;
using Huodi.Domain.Districts;
using Huodi.Domain.Grants;
using Huodi.Domain.Parcels;

namespace Huodi.Formats.Imports;

/// <summary>Counts what an import would bring, and stores nothing. What the store holds already is not known to it.</summary>
internal sealed class DryRunSession(ImportHeader header) : IImportSession
{
    private readonly FindingTally _tally = new();
    private readonly List<RefusedRow> _refused = [];
    private readonly List<ImportDiagnostic> _warnings = [];
    private int _added;

    public long Batch => 0;

    public Task AddAsync(IReadOnlyList<District> districts, CancellationToken cancellation) => Counted(districts.Count);

    public Task AddAsync(IReadOnlyList<Parcel> parcels, RowCells? cells, CancellationToken cancellation) => Counted(parcels.Count);

    public Task AddAsync(IReadOnlyList<Grant> grants, RowCells? cells, CancellationToken cancellation) => Counted(grants.Count);

    public Task RefuseAsync(IReadOnlyList<RefusedRow> rows, CancellationToken cancellation)
    {
        foreach (var row in rows)
        {
            _tally.Count(row);
            if (_refused.Count < ImportReport.Listed) _refused.Add(row);
        }

        return Task.CompletedTask;
    }

    public Task WarnAsync(IReadOnlyList<ImportDiagnostic> warnings, CancellationToken cancellation)
    {
        foreach (var warning in warnings)
        {
            _tally.Count(warning);
            if (_warnings.Count < ImportReport.Listed) _warnings.Add(warning);
        }

        return Task.CompletedTask;
    }

    public Task<ImportReport> CommitAsync(CancellationToken cancellation) => Task.FromResult(
        new ImportReport(0, header.File, header.Layer, header.ImportedAt, _added, 0, _refused, _warnings)
        {
            RefusedCount = _tally.Refused,
            WarningCount = _tally.Warnings,
            Findings = _tally.Findings,
        });

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Counts items of another kind.</summary>
    public void Count(int items) => _added += items;

    private Task Counted(int items)
    {
        Count(items);
        return Task.CompletedTask;
    }
}
