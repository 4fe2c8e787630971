using System.Buffers;
using System.Collections.Concurrent;
using Huodi.App.Imports;
using Huodi.App.Stores;
using Huodi.Domain.Districts;
using Huodi.Domain.Facts;
using Huodi.Domain.Grants;
using Huodi.Domain.Parcels;
using Huodi.Store.GeoPackage.Files;
using Huodi.Store.GeoPackage.SpatialIndexes;
using Huodi.Store.GeoPackage.Tables;
using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;

namespace Huodi.Store.GeoPackage.Imports;

/// <summary>
/// One import in one transaction, on two threads: the caller's turns parcels into bytes, a <see cref="WriterThread"/> inserts them.
/// </summary>
internal sealed class ImportSession : IImportSession
{
    private const int PieceSize = 2048;

    private readonly Connections _connections;
    private readonly SqliteTransaction _transaction;
    private readonly TimeProvider _clock;
    private readonly Action _release;
    private readonly WriterThread _thread;
    private readonly FactSheetWriter _facts = new();
    private readonly ConcurrentQueue<ArrayBufferWriter<byte>> _free = new();
    private readonly SpatialIndex _parcelIndex;
    private readonly Envelope _districtBounds = new();
    private readonly DiagnosticWriter _diagnostics;
    private readonly Lazy<DistrictTable> _districts;
    private readonly Lazy<ParcelWriter> _parcels;
    private readonly Lazy<GrantTable> _grants;
    private int _added;
    private int _unchanged;
    private bool _isClosed;

    private ImportSession(Connections connections, SqliteTransaction transaction, long batch, TimeProvider clock, Action release)
    {
        var writer = connections.Writer;
        (_connections, _transaction, Batch, _clock, _release) = (connections, transaction, batch, clock, release);
        _parcelIndex = new SpatialIndex(writer, transaction, "parcel");
        _diagnostics = new DiagnosticWriter(writer, transaction, batch);
        _districts = new(() => new DistrictTable(writer, transaction), isThreadSafe: false);
        _parcels = new(() => new ParcelWriter(writer, transaction, _parcelIndex, batch), isThreadSafe: false);
        _grants = new(() => new GrantTable(writer, transaction), isThreadSafe: false);
        _thread = new WriterThread(connections.Path);
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
        if (IsFirstLoad(connections)) _ = connections.TryLeaveLog();
        var transaction = connections.Writer.BeginTransaction(deferred: false);
        connections.WideCache(isWide: true);
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
            connections.WideCache(isWide: false);
            connections.ReturnToLog();
            throw;
        }
    }

    /// <summary>Whether the city comes in for the first time, so that nobody can be reading its parcels.</summary>
    private static bool IsFirstLoad(Connections connections)
    {
        using var any = new Statement(connections.Writer, "SELECT count(*) FROM (SELECT 1 FROM parcel LIMIT 1)");
        return any.Number() == 0;
    }

    /// <inheritdoc/>
    public Task AddAsync(IReadOnlyList<District> districts, CancellationToken cancellation) => ForPiecesAsync(districts, Keep, cancellation);

    /// <inheritdoc/>
    public async Task AddAsync(IReadOnlyList<Parcel> parcels, RowCells? cells, CancellationToken cancellation)
    {
        foreach (var piece in Pieces(parcels))
        {
            if (!_free.TryDequeue(out var buffer)) buffer = new ArrayBufferWriter<byte>();
            var rows = new ParcelRows(piece, Batch, _facts, buffer, cancellation);
            await _thread.QueueAsync(
                () =>
                {
                    Keep(rows, cells);
                    buffer.ResetWrittenCount();
                    _free.Enqueue(buffer);
                },
                cancellation);
        }
    }

    /// <inheritdoc/>
    public Task AddAsync(IReadOnlyList<Grant> grants, RowCells? cells, CancellationToken cancellation) => ForPiecesAsync(
        grants,
        g =>
        {
            if (_grants.Value.Insert(g, Batch)) _added++;
            else Compare(_grants.Value.Stored(g.Number), g, ContentDifference.Of, $"电子监管号“{g.Number}”", g.Facts, cells);
        },
        cancellation);

    /// <inheritdoc/>
    public Task RefuseAsync(IReadOnlyList<RefusedRow> rows, CancellationToken cancellation) =>
        ForPiecesAsync(rows, _diagnostics.Write, cancellation);

    /// <inheritdoc/>
    public Task WarnAsync(IReadOnlyList<ImportDiagnostic> warnings, CancellationToken cancellation) =>
        ForPiecesAsync(warnings, _diagnostics.Write, cancellation);

    /// <inheritdoc/>
    public async Task<ImportReport> CommitAsync(CancellationToken cancellation)
    {
        var report = await _thread.DoAsync(() => Finish(cancellation), cancellation);
        await _thread.StopAsync();
        return report;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_isClosed) return;
        _isClosed = true;
        await _thread.StopAsync();
        if (_districts.IsValueCreated) _districts.Value.Dispose();
        if (_parcels.IsValueCreated) _parcels.Value.Dispose();
        if (_grants.IsValueCreated) _grants.Value.Dispose();
        _diagnostics.Dispose();
        _facts.Dispose();
        _transaction.Dispose();
        _connections.WideCache(isWide: false);
        _connections.ReturnToLog();
        _release();
    }

    private static IEnumerable<IReadOnlyList<T>> Pieces<T>(IReadOnlyList<T> items)
    {
        if (items.Count > PieceSize) return items.Chunk(PieceSize);
        return items.Count == 0 ? [] : [items];
    }

    private async Task ForPiecesAsync<T>(IReadOnlyList<T> items, Action<T> write, CancellationToken cancellation)
    {
        foreach (var piece in Pieces(items))
        {
            await _thread.QueueAsync(() => ForEach(piece), cancellation);
        }

        void ForEach(IReadOnlyList<T> piece)
        {
            foreach (var item in piece)
            {
                cancellation.ThrowIfCancellationRequested();
                write(item);
            }
        }
    }

    private void Keep(District district)
    {
        if (_districts.Value.Insert(district, Batch))
        {
            _added++;
            _districtBounds.ExpandToInclude(district.Boundary.EnvelopeInternal);
            return;
        }

        var stored = _districts.Value.Stored(district.Code.Digits);
        Compare(stored, district, ContentDifference.Of, $"行政区“{district.Code}”", FactSheet.Empty, null);
    }

    private void Keep(ParcelRows rows, RowCells? cells)
    {
        for (var n = 0; n < rows.Parcels.Count; n++)
        {
            if (_parcels.Value.Insert(rows, n))
            {
                _added++;
                continue;
            }

            var parcel = rows.Parcels[n];
            Compare(_parcels.Value.Stored(parcel.Id), parcel, ContentDifference.Of, $"宗地“{parcel.Id}”", parcel.Facts, cells);
        }
    }

    private void Compare<T>(T stored, T item, Func<T, T, IReadOnlyList<string>> differ, string words, FactSheet facts, RowCells? cells)
    {
        var differences = differ(stored, item);
        if (differences.Count == 0) _unchanged++;
        else _diagnostics.Write(IdentityConflict.Refuse(words, facts, differences, cells));
    }

    private ImportReport Finish(CancellationToken cancellation)
    {
        _parcelIndex.Finish();
        Extend("parcel", _parcelIndex.Bounds);
        Extend("district", _districtBounds);
        _diagnostics.Finish();
        using var finish = new Statement(
            _connections.Writer,
            "UPDATE import_batch SET added = $2, unchanged = $3, refused = $4, warnings = $5 WHERE id = $1",
            _transaction);
        _ = finish.Run(Batch, _added, _unchanged, _diagnostics.Tally.Refused, _diagnostics.Tally.Warnings);
        var report = Report();
        cancellation.ThrowIfCancellationRequested();
        _transaction.Commit();
        return report;
    }

    private void Extend(string layer, Envelope bounds)
    {
        if (!bounds.IsNull) Layers.Extend(_connections.Writer, _transaction, layer, bounds, _clock.GetUtcNow());
    }

    private ImportReport Report()
    {
        using var select = new Statement(_connections.Writer, DiagnosticRows.SelectReports + " WHERE id = $1", _transaction);
        using var reader = select.Query(Batch);
        _ = reader.Read();
        return DiagnosticRows.Report(reader, _connections.Writer, _transaction);
    }
}
