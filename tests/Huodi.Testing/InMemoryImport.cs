using Huodi.App.Imports;
using Huodi.App.Stores;
using Huodi.Domain.Districts;
using Huodi.Domain.Grants;
using Huodi.Domain.Parcels;

namespace Huodi.Testing;

/// <summary>An import that is remembered until it is committed.</summary>
internal sealed class InMemoryImport(long batch, Func<InMemoryImport, ImportReport> commit) : IImportSession
{
    private readonly List<(District Item, RowCells? Cells)> _districts = [];
    private readonly List<(Parcel Item, RowCells? Cells)> _parcels = [];
    private readonly List<(Grant Item, RowCells? Cells)> _grants = [];
    private readonly List<RefusedRow> _refused = [];
    private readonly List<ImportDiagnostic> _warnings = [];

    public long Batch => batch;

    public IReadOnlyList<(District Item, RowCells? Cells)> Districts => _districts;

    public IReadOnlyList<(Parcel Item, RowCells? Cells)> Parcels => _parcels;

    public IReadOnlyList<(Grant Item, RowCells? Cells)> Grants => _grants;

    public IReadOnlyList<RefusedRow> Refused => _refused;

    public IReadOnlyList<ImportDiagnostic> Warnings => _warnings;

    public Task AddAsync(IReadOnlyList<District> districts, CancellationToken cancellation) =>
        AddAsync(_districts, districts.Select(d => (d, (RowCells?)null)), cancellation);

    public Task AddAsync(IReadOnlyList<Parcel> parcels, RowCells? cells, CancellationToken cancellation) =>
        AddAsync(_parcels, parcels.Select(p => (p, cells)), cancellation);

    public Task AddAsync(IReadOnlyList<Grant> grants, RowCells? cells, CancellationToken cancellation) =>
        AddAsync(_grants, grants.Select(g => (g, cells)), cancellation);

    public Task RefuseAsync(IReadOnlyList<RefusedRow> rows, CancellationToken cancellation) => AddAsync(_refused, rows, cancellation);

    public Task WarnAsync(IReadOnlyList<ImportDiagnostic> warnings, CancellationToken cancellation) => AddAsync(_warnings, warnings, cancellation);

    public Task<ImportReport> CommitAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(commit(this));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static Task AddAsync<T>(List<T> to, IEnumerable<T> items, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        to.AddRange(items);
        return Task.CompletedTask;
    }
}
