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
using Huodi.Store.Postgres.Approvals;
using Huodi.Store.Postgres.Assessments;
using Huodi.Store.Postgres.Documents;
using Huodi.Store.Postgres.Imports;
using Huodi.Store.Postgres.Ledger;
using Huodi.Store.Postgres.Lineage;
using Huodi.Store.Postgres.Overlays;
using Huodi.Store.Postgres.Registers;
using Huodi.Store.Postgres.Server;
using Huodi.Store.Postgres.Shapes;
using Huodi.Store.Postgres.Tables;
using Huodi.Store.Postgres.Warnings;
using Npgsql;

namespace Huodi.Store.Postgres;

/// <summary>
/// The land database on a PostgreSQL server with PostGIS, which QGIS opens too. Its tables live in the schema that stands first in
/// the connection's Search Path, <c>huodi</c> unless it says otherwise. One import and one run are saved at a time; any number read beside them.
/// </summary>
public sealed class PostgresStore : ILandStore, IStoreWriter
{
    private readonly NpgsqlDataSource _source;
    private readonly ServerErrors _errors;
    private readonly StoreReader _reader;

    private PostgresStore(NpgsqlDataSource source, ServerErrors errors, TimeProvider clock)
    {
        _source = source;
        _errors = errors;
        _reader = new StoreReader(source, errors);
        ControlLayers = new ControlTables(_reader, this);
        ShapeHistory = new ShapeHistory(_reader, WriteAsync);
        Registers = new RegisterTables(_reader, this);
        Lineage = new LineageTables(_reader, this);
        Approvals = new ApprovalTable(_reader, this);
        Ledger = new PostgresLedger(this, source, errors, _reader, clock);
        Warnings = new WarningTables(source, errors, _reader, clock);
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

    /// <summary>Connects, makes the tables where they are missing, and brings older ones up to date.</summary>
    /// <param name="connectionString"><c>Host=db;Database=hefei;Username=huodi</c> or <c>postgres://huodi@db/hefei</c>.</param>
    /// <param name="clock">Dates the migrations and the entries of the ledger.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <exception cref="StoreException">The server cannot be reached, or the schema is not ours; nothing was changed.</exception>
    public static async Task<PostgresStore> OpenAsync(string connectionString, TimeProvider clock, CancellationToken cancellation)
    {
        var settings = ConnectionText.Parse(connectionString);
        var schema = ConnectionText.FirstSchema(settings.SearchPath ?? "");
        var errors = new ServerErrors($"{settings.Host}/{settings.Database}");
        var source = new NpgsqlDataSourceBuilder(settings.ConnectionString).Build();
        try
        {
            await using var connection = await source.OpenConnectionAsync(cancellation);
            await new Migrations(schema, errors, clock).ApplyAsync(connection, cancellation);
            return new PostgresStore(source, errors, clock);
        }
        catch (NpgsqlException e)
        {
            await source.DisposeAsync();
            throw errors.Translate(e);
        }
        catch
        {
            await source.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public Task<DateTimeOffset?> ClockAsync(CancellationToken cancellation) => _errors.GuardAsync<DateTimeOffset?>(async () =>
    {
        await using var command = _source.CreateCommand("SELECT clock_timestamp()");
        return (DateTime?)await command.ExecuteScalarAsync(cancellation);
    });

    /// <inheritdoc/>
    public Task<IImportSession> BeginImportAsync(ImportHeader header, CancellationToken cancellation) => _errors.GuardAsync(async () =>
    {
        var connection = await _source.OpenConnectionAsync(cancellation);
        try
        {
            var transaction = await BeginAsync(connection, "import_batch", cancellation);
            return (IImportSession)await ImportSession.BeginAsync(connection, transaction, _errors, header, cancellation);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    });

    /// <inheritdoc/>
    public async IAsyncEnumerable<ImportReport> ImportsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var details = await _errors.GuardAsync(async () => await _source.OpenConnectionAsync(cancellation));
        const string Select = DiagnosticRows.SelectReports + " ORDER BY id DESC";
        await foreach (var report in _reader.ReadAsync(Select, [], DiagnosticRows.Report, cancellation))
        {
            yield return await _errors.GuardAsync(() => DiagnosticRows.CompleteAsync(report, details, cancellation));
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<RefusedRow> RefusedAsync(long batch, CancellationToken cancellation) =>
        _reader.ReadGroupsAsync(DiagnosticRows.SelectRefused, [batch, DBNull.Value], DiagnosticRows.RefusedAsync, cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<ImportDiagnostic> WarningsAsync(long batch, CancellationToken cancellation) =>
        _reader.ReadAsync(DiagnosticRows.SelectWarnings, [batch, DBNull.Value], r => DiagnosticRows.Diagnostic(r, 0), cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> HeaderAsync(long batch, CancellationToken cancellation) =>
        await _reader.FirstAsync("SELECT header FROM import_batch WHERE id = $1", [batch], r => r.GetFieldValue<string[]>(0), cancellation) ?? [];

    /// <inheritdoc/>
    public IAsyncEnumerable<District> DistrictsAsync(CancellationToken cancellation) =>
        _reader.ReadAsync(DistrictTable.Instance.Select + " ORDER BY code", [], DistrictTable.Instance.Read, cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<Parcel> ParcelsAsync(DivisionCode region, CancellationToken cancellation) =>
        ReadRegionAsync(ParcelTable.Instance, region, cancellation, " AND retired_by IS NULL");

    /// <inheritdoc/>
    public Task<Parcel?> FindParcelAsync(string id, CancellationToken cancellation) =>
        _reader.FirstAsync(ParcelTable.Instance.Select + " WHERE id = $1", [id], ParcelTable.Instance.Read, cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<Grant> GrantsAsync(DivisionCode region, CancellationToken cancellation) =>
        ReadRegionAsync(GrantTable.Instance, region, cancellation);

    /// <inheritdoc/>
    public Task<Grant?> FindGrantAsync(string number, CancellationToken cancellation) =>
        _reader.FirstAsync(GrantTable.Instance.Select + " WHERE number = $1", [number], GrantTable.Instance.Read, cancellation);

    /// <inheritdoc/>
    public Task<AssessmentRun> SaveRunAsync(AssessmentRun run, IAsyncEnumerable<SubjectAssessment> subjects, CancellationToken cancellation) =>
        WriteAsync("run", c => new RunWriter(c).WriteAsync(run, subjects, cancellation), cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<AssessmentRun> RunsAsync(CancellationToken cancellation) =>
        _reader.ReadAsync(RunRows.SelectRuns, [], RunRows.Run, cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<SubjectAssessment> RunSubjectsAsync(long run, CancellationToken cancellation) =>
        _reader.ReadGroupsAsync(RunRows.SelectSubjects, [run], RunRows.SubjectAsync, cancellation);

    /// <inheritdoc/>
    public async Task<SubjectAssessment?> FindRunSubjectAsync(long run, SubjectKind kind, string id, CancellationToken cancellation)
    {
        var subjects = _reader.ReadGroupsAsync(RunRows.SelectSubject, [run, RunWriter.Text(kind), id], RunRows.SubjectAsync, cancellation);
        return await subjects.FirstOrDefaultAsync(cancellation);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> CheckAsync(CancellationToken cancellation) => _errors.GuardAsync(async () =>
    {
        await using var connection = await _source.OpenConnectionAsync(cancellation);
        return (IReadOnlyList<string>)[.. await Soundness.CheckAsync(connection, cancellation), .. await new CheckDocuments(Documents).RunAsync(cancellation)];
    });

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _source.DisposeAsync();

    Task<T> IStoreWriter.WriteAsync<T>(string ledger, Func<NpgsqlConnection, Task<T>> write, CancellationToken cancellation) =>
        WriteAsync(ledger, write, cancellation);

    private IAsyncEnumerable<T> ReadRegionAsync<T>(ItemTable<T> table, DivisionCode region, CancellationToken cancellation, string standing = "")
    {
        var (first, last) = RegionRange.Of(region);
        var sql = $"{table.Select} WHERE division BETWEEN $1 AND $2{standing} ORDER BY {table.Identity}";
        return _reader.ReadAsync(sql, [first, last], table.Read, cancellation);
    }

    /// <summary>Writes in one transaction.</summary>
    internal Task<T> WriteAsync<T>(string ledger, Func<NpgsqlConnection, Task<T>> write, CancellationToken cancellation) =>
        _errors.GuardAsync(async () =>
        {
            await using var connection = await _source.OpenConnectionAsync(cancellation);
            await using var transaction = await BeginAsync(connection, ledger, cancellation);
            var written = await write(connection);
            await transaction.CommitAsync(cancellation);
            return written;
        });

    /// <summary>A transaction, forced to disk, that lets nobody else write the ledger and everybody read it.</summary>
    private static async Task<NpgsqlTransaction> BeginAsync(NpgsqlConnection connection, string ledger, CancellationToken cancellation)
    {
        var transaction = await connection.BeginTransactionAsync(cancellation);
        _ = await connection.RunAsync("SET LOCAL synchronous_commit = on", [], cancellation);
        _ = await connection.RunAsync("SET LOCAL lock_timeout = '30s'", [], cancellation);
        _ = await connection.RunAsync($"LOCK TABLE {ledger} IN SHARE ROW EXCLUSIVE MODE", [], cancellation);
        return transaction;
    }
}
