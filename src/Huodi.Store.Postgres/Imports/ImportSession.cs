using Huodi.App.Imports;
using Huodi.App.Stores;
using Huodi.Domain.Districts;
using Huodi.Domain.Grants;
using Huodi.Domain.Parcels;
using Huodi.Store.Postgres.Server;
using Huodi.Store.Postgres.Tables;
using Npgsql;

namespace Huodi.Store.Postgres.Imports;

/// <summary>One import in one transaction, which holds the lock on <c>import_batch</c>.</summary>
internal sealed class ImportSession : IImportSession
{
    private const int ChunkSize = 4096;

    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;
    private readonly ServerErrors _errors;
    private readonly ItemWriter<District> _districts;
    private readonly ItemWriter<Parcel> _parcels;
    private readonly ItemWriter<Grant> _grants;
    private readonly DiagnosticWriter _diagnostics;
    private bool _isDone;

    private ImportSession(NpgsqlConnection connection, NpgsqlTransaction transaction, ServerErrors errors, long batch)
    {
        (_connection, _transaction, _errors, Batch) = (connection, transaction, errors, batch);
        _districts = new(connection, DistrictTable.Instance, batch);
        _parcels = new(connection, ParcelTable.Instance, batch);
        _grants = new(connection, GrantTable.Instance, batch);
        _diagnostics = new(connection, batch);
    }

    /// <inheritdoc/>
    public long Batch { get; }

    /// <summary>Enters the batch in a transaction that has the lock.</summary>
    public static async Task<ImportSession> BeginAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, ServerErrors errors, ImportHeader header, CancellationToken cancellation)
    {
        var batch = await connection.NumberAsync("SELECT coalesce(max(id), 0) + 1 FROM import_batch", [], cancellation);
        var moment = StoredMoment.Keep(header.ImportedAt);
        const string Enter = """
            INSERT INTO import_batch (id, file, file_hash, layer, imported_at, header, added, unchanged) VALUES ($1, $2, $3, $4, $5, $6, 0, 0)
            """;
        _ = await connection.RunAsync(Enter, [batch, header.File, header.FileHash, header.Layer, moment, header.Columns.ToArray()], cancellation);
        return new ImportSession(connection, transaction, errors, batch);
    }

    /// <inheritdoc/>
    public Task AddAsync(IReadOnlyList<District> districts, CancellationToken cancellation) => AddAsync(_districts, districts, null, cancellation);

    /// <inheritdoc/>
    public Task AddAsync(IReadOnlyList<Parcel> parcels, RowCells? cells, CancellationToken cancellation) =>
        AddAsync(_parcels, parcels, cells, cancellation);

    /// <inheritdoc/>
    public Task AddAsync(IReadOnlyList<Grant> grants, RowCells? cells, CancellationToken cancellation) =>
        AddAsync(_grants, grants, cells, cancellation);

    /// <inheritdoc/>
    public Task RefuseAsync(IReadOnlyList<RefusedRow> rows, CancellationToken cancellation) =>
        ForChunksAsync(rows, c => _diagnostics.WriteAsync(c, cancellation));

    /// <inheritdoc/>
    public Task WarnAsync(IReadOnlyList<ImportDiagnostic> warnings, CancellationToken cancellation) =>
        ForChunksAsync(warnings, c => _diagnostics.WriteAsync(c, cancellation));

    /// <inheritdoc/>
    public Task<ImportReport> CommitAsync(CancellationToken cancellation) => DoAsync(async () =>
    {
        await _diagnostics.FinishAsync(cancellation);
        const string Finish = "UPDATE import_batch SET added = $2, unchanged = $3, refused = $4, warnings = $5 WHERE id = $1";
        var added = _districts.Added + _parcels.Added + _grants.Added;
        var unchanged = _districts.Unchanged + _parcels.Unchanged + _grants.Unchanged;
        _ = await _connection.RunAsync(Finish, [Batch, added, unchanged, _diagnostics.Tally.Refused, _diagnostics.Tally.Warnings], cancellation);
        const string Select = DiagnosticRows.SelectReports + " WHERE id = $1";
        var report = await _connection.ListAsync(Select, [Batch], (r, _) => Task.FromResult((DiagnosticRows.Report(r), false)), cancellation);
        var complete = await DiagnosticRows.CompleteAsync(report[0], _connection, cancellation);
        await _transaction.CommitAsync(cancellation);
        _isDone = true;
        return complete;
    });

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _isDone = true;
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private Task AddAsync<T>(ItemWriter<T> writer, IReadOnlyList<T> items, RowCells? cells, CancellationToken cancellation) =>
        ForChunksAsync(items, async chunk => await _diagnostics.WriteAsync(await writer.WriteAsync(chunk, cells, cancellation), cancellation));

    private async Task ForChunksAsync<T>(IReadOnlyList<T> items, Func<IReadOnlyList<T>, Task> write) => _ = await DoAsync(async () =>
    {
        if (items.Count <= ChunkSize && items.Count > 0) await write(items);
        else foreach (var chunk in items.Chunk(ChunkSize)) await write(chunk);
        return true;
    });

    private async Task<T> DoAsync<T>(Func<Task<T>> work)
    {
        if (_isDone) throw new InvalidOperationException("The session has ended; it can only be disposed of.");
        try
        {
            return await _errors.GuardAsync(work);
        }
        catch
        {
            _isDone = true;
            throw;
        }
    }
}
