using System.Runtime.CompilerServices;
using Huodi.App.Approvals;
using Huodi.App.Assessments;
using Huodi.App.Documents;
using Huodi.App.Imports;
using Huodi.App.Ledger;
using Huodi.App.Lineage;
using Huodi.App.Overlays;
using Huodi.App.Quality.Repairs;
using Huodi.App.Registers;
using Huodi.App.Stores;
using Huodi.App.Warnings;
using Huodi.Domain.Codes;
using Huodi.Domain.Districts;
using Huodi.Domain.Facts;
using Huodi.Domain.Grants;
using Huodi.Domain.Parcels;

namespace Huodi.Testing;

/// <summary>The port's semantics in a few dictionaries, for tests that need a store but not a file. Everything it gives back is ordered as the port says.</summary>
public sealed class InMemoryLandStore : ILandStore
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, District> _districts = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Parcel> _parcels = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Grant> _grants = new(StringComparer.Ordinal);
    private readonly List<(ImportReport Report, IReadOnlyList<string> Header)> _imports = [];
    private readonly List<(AssessmentRun Run, IReadOnlyList<SubjectAssessment> Subjects)> _runs = [];

    public InMemoryLandStore(TimeProvider? clock = null)
    {
        Lineage = new InMemoryLineage(_parcels, _gate);
        Ledger = new InMemoryLedger(clock ?? TimeProvider.System);
    }

    /// <inheritdoc/>
    public IRegisterStore Registers { get; } = new InMemoryRegisters();

    /// <inheritdoc/>
    public ILineageStore Lineage { get; }

    /// <inheritdoc/>
    public IApprovalStore Approvals { get; } = new InMemoryApprovals();

    /// <inheritdoc/>
    public ILedgerStore Ledger { get; }

    /// <inheritdoc/>
    public IWarningStore Warnings { get; } = new InMemoryWarnings(TimeProvider.System);

    /// <inheritdoc/>
    public IDocumentStore Documents { get; } = new InMemoryDocuments(TimeProvider.System);

    /// <inheritdoc/>
    public Task<DateTimeOffset?> ClockAsync(CancellationToken cancellation) => Task.FromResult<DateTimeOffset?>(null);

    /// <inheritdoc/>
    public IControlLayerStore ControlLayers => field ??= new InMemoryControlLayers(_gate, _parcels);

    /// <inheritdoc/>
    public IShapeHistory ShapeHistory => field ??= new InMemoryShapeHistory(_gate, _parcels);

    /// <inheritdoc/>
    public Task<IImportSession> BeginImportAsync(ImportHeader header, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult<IImportSession>(new InMemoryImport(_imports.Count + 1, import => Save(header, import)));
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ImportReport> ImportsAsync(CancellationToken cancellation) =>
        Stream(() => _imports.Select(i => i.Report).Reverse(), cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<RefusedRow> RefusedAsync(long batch, CancellationToken cancellation) =>
        Stream(() => _imports.FirstOrDefault(i => i.Report.Batch == batch).Report?.Refused ?? [], cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<ImportDiagnostic> WarningsAsync(long batch, CancellationToken cancellation) =>
        Stream(() => _imports.FirstOrDefault(i => i.Report.Batch == batch).Report?.Warnings ?? [], cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> HeaderAsync(long batch, CancellationToken cancellation) =>
        Task.FromResult(_imports.FirstOrDefault(i => i.Report.Batch == batch).Header ?? []);

    /// <inheritdoc/>
    public IAsyncEnumerable<District> DistrictsAsync(CancellationToken cancellation) => Stream(() => _districts.Values, cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<Parcel> ParcelsAsync(DivisionCode region, CancellationToken cancellation) =>
        Stream(() => _parcels.Values.Where(p => p.RetiredBy is null && region.Contains(p.Division)), cancellation);

    /// <inheritdoc/>
    public Task<Parcel?> FindParcelAsync(string id, CancellationToken cancellation) => Task.FromResult(_parcels.GetValueOrDefault(id));

    /// <inheritdoc/>
    public IAsyncEnumerable<Grant> GrantsAsync(DivisionCode region, CancellationToken cancellation) =>
        Stream(() => _grants.Values.Where(g => region.Contains(g.Division)), cancellation);

    /// <inheritdoc/>
    public Task<Grant?> FindGrantAsync(string number, CancellationToken cancellation) => Task.FromResult(_grants.GetValueOrDefault(number));

    /// <inheritdoc/>
    public async Task<AssessmentRun> SaveRunAsync(AssessmentRun run, IAsyncEnumerable<SubjectAssessment> subjects, CancellationToken cancellation)
    {
        var all = new List<SubjectAssessment>();
        await foreach (var subject in subjects.WithCancellation(cancellation)) all.Add(subject);
        lock (_gate)
        {
            var saved = run with { Number = _runs.Count + 1 };
            _runs.Add((saved, [.. all.OrderBy(s => s.Kind).ThenBy(s => s.Id, StringComparer.Ordinal)]));
            return saved;
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<AssessmentRun> RunsAsync(CancellationToken cancellation) => Stream(() => _runs.Select(r => r.Run).Reverse(), cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<SubjectAssessment> RunSubjectsAsync(long run, CancellationToken cancellation) =>
        Stream(() => _runs.FirstOrDefault(r => r.Run.Number == run).Subjects ?? [], cancellation);

    /// <inheritdoc/>
    public Task<SubjectAssessment?> FindRunSubjectAsync(long run, SubjectKind kind, string id, CancellationToken cancellation) =>
        Task.FromResult(_runs.FirstOrDefault(r => r.Run.Number == run).Subjects?.FirstOrDefault(s => s.Kind == kind && s.Id == id));

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> CheckAsync(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<string>>([]);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private ImportReport Save(ImportHeader header, InMemoryImport import)
    {
        lock (_gate)
        {
            var tally = new InMemoryTally(import.Batch);
            foreach (var (d, cells) in import.Districts) tally.Keep(_districts, d.Code.Digits, d, FactSheet.Empty, ContentDifference.Of, "区县", cells);
            foreach (var (p, cells) in import.Parcels)
            {
                tally.Keep(_parcels, p.Id, p with { Facts = tally.Numbered(p.Facts) }, p.Facts, ContentDifference.Of, "宗地", cells);
            }

            foreach (var (g, cells) in import.Grants)
            {
                tally.Keep(_grants, g.Number, g with { Facts = tally.Numbered(g.Facts) }, g.Facts, ContentDifference.Of, "供地结果", cells);
            }

            var found = new FindingTally();
            List<RefusedRow> refused = [.. import.Refused, .. tally.Refused];
            foreach (var row in refused) found.Count(row);
            foreach (var warning in import.Warnings) found.Count(warning);
            var report = new ImportReport(
                tally.Number, header.File, header.Layer, header.ImportedAt, tally.Added, tally.Unchanged, refused, import.Warnings)
            {
                RefusedCount = found.Refused,
                WarningCount = found.Warnings,
                Findings = found.Findings,
            };
            _imports.Add((report, header.Columns));
            return report;
        }
    }

    private async IAsyncEnumerable<T> Stream<T>(Func<IEnumerable<T>> items, [EnumeratorCancellation] CancellationToken cancellation)
    {
        IReadOnlyList<T> snapshot;
        lock (_gate) snapshot = [.. items()];
        foreach (var item in snapshot)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return item;
        }

        await Task.CompletedTask;
    }
}
