using Huodi.App.Imports;
using Huodi.App.Stores;
using Huodi.Domain.Districts;
using Huodi.Domain.Facts;
using Huodi.Domain.Grants;
using Huodi.Domain.Parcels;
using Huodi.Store.GeoPackage.Files;
using Huodi.Store.GeoPackage.Tables;
using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;

namespace Huodi.Store.GeoPackage.Imports;

/// <summary>One import in one transaction.</summary>
internal sealed class ImportSession : IImportSession
{
    private readonly Connections _connections;
    private readonly SqliteTransaction _transaction;
    private readonly TimeProvider _clock;
    private readonly Action _release;
    private readonly DistrictTable _districts;
    private readonly ParcelTable _parcels;
    private readonly GrantTable _grants;
    private readonly DiagnosticWriter _diagnostics;
    private readonly Envelope _districtBounds = new();
    private readonly Envelope _parcelBounds = new();
    private int _added;
    private int _unchanged;
    private bool _isDone;
    private bool _isClosed;

    private ImportSession(Connections connections, SqliteTransaction transaction, long batch, TimeProvider clock, Action release)
    {
        var writer = connections.Writer;
        (_connections, _transaction, Batch, _clock, _release) = (connections, transaction, batch, clock, release);
        _districts = new DistrictTable(writer, transaction);
        _parcels = new ParcelTable(writer, transaction);
        _grants = new GrantTable(writer, transaction);
        _diagnostics = new DiagnosticWriter(writer, transaction, batch);
    }

    /// <inheritdoc/>
    public long Batch { get; }

    /// <summary>Opens the transaction and enters the batch.</summary>
    /// <param name="connections">The store.</param>
    /// <param name="header">What is known of the import.</param>
    /// <param name="clock">Dates the change of a layer.</param>
    /// <param name="release">Lets the next one write; called once, at the end.</param>
    public static ImportSession Begin(Connections connections, ImportHeader header, TimeProvider clock, Action release)
    {
        var transaction = connections.Writer.BeginTransaction(deferred: false);
        try
        {
            using var next = new Statement(connections.Writer, "SELECT coalesce(max(id), 0) + 1 FROM import_batch", transaction);
            using var enter = new Statement(
                connections.Writer,
                """
                INSERT INTO import_batch (id, file, file_hash, layer, imported_at, header, added, unchanged) VALUES ($1, $2, $3, $4, $5, $6, 0, 0)
                """,
                transaction);
            var batch = next.Number();
            var moment = Moments.Text(StoredMoment.Keep(header.ImportedAt));
            _ = enter.Run(batch, header.File, header.FileHash, header.Layer, moment, DiagnosticWriter.Cells(header.Columns));
            return new ImportSession(connections, transaction, batch, clock, release);
        }
        catch
        {
            transaction.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public Task AddAsync(IReadOnlyList<District> districts, CancellationToken cancellation) => WriteAsync(districts, Keep, cancellation);

    /// <inheritdoc/>
    public Task AddAsync(IReadOnlyList<Parcel> parcels, RowCells? cells, CancellationToken cancellation) => WriteAsync(
        parcels,
        p =>
        {
            var isNew = Keep(_parcels, p, p.Id, ContentDifference.Of, $"宗地“{p.Id}”", p.Facts, cells);
            if (isNew) _parcelBounds.ExpandToInclude(p.Shape.EnvelopeInternal);
        },
        cancellation);

    /// <inheritdoc/>
    public Task AddAsync(IReadOnlyList<Grant> grants, RowCells? cells, CancellationToken cancellation) => WriteAsync(
        grants, g => Keep(_grants, g, g.Number, ContentDifference.Of, $"电子监管号“{g.Number}”", g.Facts, cells), cancellation);

    /// <inheritdoc/>
    public Task RefuseAsync(IReadOnlyList<RefusedRow> rows, CancellationToken cancellation) =>
        WriteAsync(rows, _diagnostics.Write, cancellation);

    /// <inheritdoc/>
    public Task WarnAsync(IReadOnlyList<ImportDiagnostic> warnings, CancellationToken cancellation) =>
        WriteAsync(warnings, _diagnostics.Write, cancellation);

    /// <inheritdoc/>
    public Task<ImportReport> CommitAsync(CancellationToken cancellation) => DoAsync(() =>
    {
        var moment = _clock.GetUtcNow();
        if (!_districtBounds.IsNull) Layers.Extend(_connections.Writer, _transaction, "district", _districtBounds, moment);
        if (!_parcelBounds.IsNull) Layers.Extend(_connections.Writer, _transaction, "parcel", _parcelBounds, moment);
        _diagnostics.Finish();
        using var finish = Prepare("UPDATE import_batch SET added = $2, unchanged = $3, refused = $4, warnings = $5 WHERE id = $1");
        _ = finish.Run(Batch, _added, _unchanged, _diagnostics.Tally.Refused, _diagnostics.Tally.Warnings);
        var report = Report();
        cancellation.ThrowIfCancellationRequested();
        _transaction.Commit();
        _isDone = true;
        return report;
    });

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        if (_isClosed) return ValueTask.CompletedTask;
        _isClosed = true;
        _districts.Dispose();
        _parcels.Dispose();
        _grants.Dispose();
        _diagnostics.Dispose();
        _transaction.Dispose();
        _release();
        return ValueTask.CompletedTask;
    }

    private Statement Prepare(string sql) => new(_connections.Writer, sql, _transaction);

    private ImportReport Report()
    {
        using var select = Prepare(DiagnosticRows.SelectReports + " WHERE id = $1");
        using var reader = select.Query(Batch);
        _ = reader.Read();
        return DiagnosticRows.Report(reader, _connections.Writer, _transaction);
    }

    private void Keep(District district)
    {
        var isNew = Keep(_districts, district, district.Code.Digits, ContentDifference.Of, $"行政区“{district.Code}”", FactSheet.Empty, null);
        if (isNew) _districtBounds.ExpandToInclude(district.Boundary.EnvelopeInternal);
    }

    private bool Keep<T>(
        ItemTable<T> table, T item, string id, Func<T, T, IReadOnlyList<string>> differ, string words, FactSheet facts, RowCells? cells)
    {
        if (table.Insert(item, Batch))
        {
            _added++;
            return true;
        }

        var differences = differ(table.Stored(id), item);
        if (differences.Count == 0) _unchanged++;
        else _diagnostics.Write(IdentityConflict.Refuse(words, facts, differences, cells));
        return false;
    }

    private async Task WriteAsync<T>(IReadOnlyList<T> items, Action<T> write, CancellationToken cancellation) => _ = await DoAsync(() =>
    {
        foreach (var item in items)
        {
            cancellation.ThrowIfCancellationRequested();
            write(item);
        }

        return true;
    });

    private async Task<T> DoAsync<T>(Func<T> work)
    {
        await Task.CompletedTask;
        ObjectDisposedException.ThrowIf(_isClosed, this);
        if (_isDone) throw new InvalidOperationException("The session has ended; it can only be disposed of.");
        try
        {
            return SqliteErrors.Guard(_connections.Path, work);
        }
        catch
        {
            _isDone = true;
            throw;
        }
    }
}
