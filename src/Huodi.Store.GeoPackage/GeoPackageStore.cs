using System.Runtime.CompilerServices;
using System.Text.Json;
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
using Huodi.Store.GeoPackage.Approvals;
using Huodi.Store.GeoPackage.Assessments;
using Huodi.Store.GeoPackage.Documents;
using Huodi.Store.GeoPackage.Files;
using Huodi.Store.GeoPackage.Imports;
using Huodi.Store.GeoPackage.Ledger;
using Huodi.Store.GeoPackage.Lineage;
using Huodi.Store.GeoPackage.Overlays;
using Huodi.Store.GeoPackage.Registers;
using Huodi.Store.GeoPackage.Shapes;
using Huodi.Store.GeoPackage.Tables;
using Huodi.Store.GeoPackage.Warnings;
using Microsoft.Data.Sqlite;

namespace Huodi.Store.GeoPackage;

/// <summary>
/// The land database in one GeoPackage file, which QGIS opens as it is. One process and one save write at a time; any number read
/// beside them, each read from the state at its beginning. Moments are kept to the thousandth of a second.
/// </summary>
public sealed class GeoPackageStore : ILandStore, IStoreWriter
{
    private readonly Connections _connections;
    private readonly StoreReader _reader;
    private readonly TimeProvider _clock;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private bool _isClosed;

    private GeoPackageStore(Connections connections, TimeProvider clock)
    {
        _connections = connections;
        _reader = new StoreReader(connections);
        _clock = clock;
        ControlLayers = new ControlTables(connections, _reader, this, clock);
        ShapeHistory = new ShapeHistory(connections, _reader, WriteAsync);
        Registers = new RegisterTables(_reader, this);
        Lineage = new LineageTables(_reader, this);
        Approvals = new ApprovalTable(_reader, this);
        Ledger = new GeoPackageLedger(this, connections, _reader, clock);
        Warnings = new WarningTables(this, connections, _reader, clock);
        Documents = new DocumentTables(_reader, this, clock);
    }

    /// <inheritdoc/>
    public IRegisterStore Registers { get; }

    /// <inheritdoc/>
    public ILineageStore Lineage { get; }

    /// <inheritdoc/>
    public IApprovalStore Approvals { get; }

    /// <inheritdoc/>
    public IControlLayerStore ControlLayers { get; }

    /// <inheritdoc/>
    public ILedgerStore Ledger { get; }

    /// <inheritdoc/>
    public IWarningStore Warnings { get; }

    /// <inheritdoc/>
    public IDocumentStore Documents { get; }

    /// <inheritdoc/>
    public IShapeHistory ShapeHistory { get; }

    /// <summary>Opens the store at the path, makes it where there is no file, and brings an older one up to date.</summary>
    /// <exception cref="StoreException">The path is no store of ours, or cannot be read or written; nothing was changed.</exception>
    public static async Task<GeoPackageStore> OpenAsync(string path, TimeProvider clock, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (!StoreFile.IsStore(path, Migrations.Newest))
        {
            await Connections.CreateAsync(path, replace: false, c => Fill(c, clock), cancellation);
            if (!StoreFile.IsStore(path, Migrations.Newest)) throw new FileNotFoundException(null, path);
        }

        return new GeoPackageStore(Connections.Open(path, clock), clock);

        static Task Fill(SqliteConnection connection, TimeProvider clock)
        {
            Connections.KeepLog(connection);
            Migrations.Apply(connection, clock);
            return Task.CompletedTask;
        }
    }

    /// <inheritdoc/>
    public Task<DateTimeOffset?> ClockAsync(CancellationToken cancellation) => Task.FromResult<DateTimeOffset?>(null);

    /// <inheritdoc/>
    public async Task<IImportSession> BeginImportAsync(ImportHeader header, CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        await _writing.WaitAsync(cancellation);
        try
        {
            return SqliteErrors.Guard(_connections.Path, () => ImportSession.Begin(_connections, header, _clock, () => _writing.Release()));
        }
        catch
        {
            _ = _writing.Release();
            throw;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ImportReport> ImportsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        using var details = _connections.OpenReader();
        const string Select = DiagnosticRows.SelectReports + " ORDER BY id DESC";
        await foreach (var report in _reader.ReadAsync(Select, [], r => DiagnosticRows.Report(r, details), cancellation)) yield return report;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<RefusedRow> RefusedAsync(long batch, CancellationToken cancellation) =>
        _reader.ReadGroupsAsync(DiagnosticRows.SelectRefused, [batch, -1], DiagnosticRows.Refused, cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<ImportDiagnostic> WarningsAsync(long batch, CancellationToken cancellation) =>
        _reader.ReadAsync(DiagnosticRows.SelectWarnings, [batch, -1], r => DiagnosticRows.Diagnostic(r, 0), cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> HeaderAsync(long batch, CancellationToken cancellation)
    {
        const string Select = "SELECT header FROM import_batch WHERE id = $1";
        return await _reader.FirstAsync(Select, [batch], r => JsonSerializer.Deserialize<List<string>>(r.GetString(0)) ?? [], cancellation) ?? [];
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<District> DistrictsAsync(CancellationToken cancellation) =>
        _reader.ReadAsync(DistrictTable.Select + " ORDER BY code", [], DistrictTable.Read, cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<Parcel> ParcelsAsync(DivisionCode region, CancellationToken cancellation) =>
        ReadRegionAsync(ParcelTable.Select + " WHERE retired_by IS NULL AND", "id", region, ParcelTable.Read, cancellation);

    /// <inheritdoc/>
    public Task<Parcel?> FindParcelAsync(string id, CancellationToken cancellation) =>
        _reader.FirstAsync(ParcelTable.Select + " WHERE id = $1", [id], ParcelTable.Read, cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<Grant> GrantsAsync(DivisionCode region, CancellationToken cancellation) =>
        ReadRegionAsync(GrantTable.Select + " WHERE", "number", region, GrantTable.Read, cancellation);

    /// <inheritdoc/>
    public Task<Grant?> FindGrantAsync(string number, CancellationToken cancellation) =>
        _reader.FirstAsync(GrantTable.Select + " WHERE number = $1", [number], GrantTable.Read, cancellation);

    /// <inheritdoc/>
    public Task<AssessmentRun> SaveRunAsync(AssessmentRun run, IAsyncEnumerable<SubjectAssessment> subjects, CancellationToken cancellation) =>
        WriteAsync(transaction => new RunWriter(_connections.Writer, transaction).WriteAsync(run, subjects, cancellation), cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<AssessmentRun> RunsAsync(CancellationToken cancellation) =>
        _reader.ReadAsync(RunRows.SelectRuns, [], RunRows.Run, cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<SubjectAssessment> RunSubjectsAsync(long run, CancellationToken cancellation) =>
        _reader.ReadGroupsAsync(RunRows.SelectSubjects, [run], RunRows.Subject, cancellation);

    /// <inheritdoc/>
    public Task<SubjectAssessment?> FindRunSubjectAsync(long run, SubjectKind kind, string id, CancellationToken cancellation) =>
        _reader.FirstAsync(RunRows.SelectSubject, [run, RunWriter.Text(kind), id], r => RunRows.Subject(r).Subject, cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> CheckAsync(CancellationToken cancellation)
    {
        // Nothing is read from a file whose structure is damaged.
        var wrong = await Task.Run(Check, cancellation);
        return wrong.Count > 0 ? wrong : await new CheckDocuments(Documents).RunAsync(cancellation);

        IReadOnlyList<string> Check()
        {
            using var connection = _connections.OpenReader();
            return SqliteErrors.Guard(_connections.Path, () => Soundness.Check(connection, cancellation));
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_isClosed) return;
        _isClosed = true;
        await _writing.WaitAsync(CancellationToken.None);
        _connections.Dispose();
        _writing.Dispose();
    }

    Task<T> IStoreWriter.WriteAsync<T>(Func<SqliteConnection, SqliteTransaction, Task<T>> write, CancellationToken cancellation) =>
        WriteAsync(transaction => write(_connections.Writer, transaction), cancellation);

    private IAsyncEnumerable<T> ReadRegionAsync<T>(
        string select, string order, DivisionCode region, Func<SqliteDataReader, T> map, CancellationToken cancellation)
    {
        // The plus keeps SQLite on the index of identities: no region is worth sorting all its rows for, facts and shapes included.
        var (first, last) = RegionRange.Of(region);
        var (condition, values) = region == DivisionCode.Country ? ("true", Array.Empty<object>())
            : first == last ? ("division = $1", [first])
            : ("+division BETWEEN $1 AND $2", [first, last]);
        return _reader.ReadAsync($"{select} {condition} ORDER BY {order}", values, map, cancellation);
    }

    /// <summary>One transaction, forced to disk; nobody else writes meanwhile.</summary>
    internal Task<T> WriteAsync<T>(Func<SqliteTransaction, Task<T>> write, CancellationToken cancellation) => AloneAsync(
        async () =>
        {
            using var transaction = _connections.Writer.BeginTransaction(deferred: false);
            var written = await write(transaction);
            cancellation.ThrowIfCancellationRequested();
            transaction.Commit();
            return written;
        },
        cancellation);

    /// <summary>Writes while nobody else in this process does.</summary>
    internal async Task<T> AloneAsync<T>(Func<Task<T>> write, CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        await _writing.WaitAsync(cancellation);
        try
        {
            return await write();
        }
        catch (SqliteException e)
        {
            throw SqliteErrors.Translate(_connections.Path, e);
        }
        finally
        {
            _ = _writing.Release();
        }
    }
}
