using System.Text.Encodings.Web;
using System.Text.Json;
using Huodi.App.Imports;
using Huodi.App.Stores;
using Huodi.Domain.Facts;
using Huodi.Store.GeoPackage.Files;
using Huodi.Store.GeoPackage.Tables;
using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;

namespace Huodi.Store.GeoPackage.Imports;

/// <summary>Saves one batch inside a transaction.</summary>
internal sealed class BatchWriter(SqliteConnection connection, SqliteTransaction transaction, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<RefusedRow> _conflicts = [];
    private int _added;
    private int _unchanged;

    /// <summary>Writes everything; the caller commits.</summary>
    public ImportReport Write(ImportBatch batch, CancellationToken cancellation)
    {
        using var next = Prepare("SELECT coalesce(max(id), 0) + 1 FROM import_batch");
        using var begin = Prepare("INSERT INTO import_batch VALUES ($1, $2, $3, $4, $5, $6, 0, 0)");
        using var finish = Prepare("UPDATE import_batch SET added = $2, unchanged = $3 WHERE id = $1");
        var number = next.Number();
        var moment = StoredMoment.Keep(batch.ImportedAt);
        _ = begin.Run(number, batch.File, batch.FileHash, batch.Layer, Moments.Text(moment), JsonSerializer.Serialize(batch.Header, Readable));

        WriteItems(batch, number, cancellation);
        var refused = batch.Refused.Concat(_conflicts).OrderBy(r => r.Row).ToList();
        WriteRefused(number, refused, batch.Warnings);
        _ = finish.Run(number, _added, _unchanged);
        return new ImportReport(number, batch.File, batch.Layer, moment, _added, _unchanged, refused, batch.Warnings);
    }

    private Statement Prepare(string sql) => new(connection, sql, transaction);

    private void WriteItems(ImportBatch batch, long number, CancellationToken cancellation)
    {
        using var districts = new DistrictTable(connection, transaction);
        using var parcels = new ParcelTable(connection, transaction);
        using var grants = new GrantTable(connection, transaction);
        foreach (var item in batch.Districts)
        {
            Write(districts, item, item.Code.Digits, ContentDifference.Of, $"行政区“{item.Code}”", FactSheet.Empty);
        }

        foreach (var item in batch.Parcels) Write(parcels, item, item.Id, ContentDifference.Of, $"宗地“{item.Id}”", item.Facts);
        foreach (var item in batch.Grants) Write(grants, item, item.Number, ContentDifference.Of, $"电子监管号“{item.Number}”", item.Facts);
        Extend("district", batch.Districts.Select(d => d.Boundary));
        Extend("parcel", batch.Parcels.Select(p => p.Shape));

        void Write<T>(ItemTable<T> table, T item, string id, Func<T, T, IReadOnlyList<string>> differ, string words, FactSheet facts)
        {
            cancellation.ThrowIfCancellationRequested();
            if (table.Insert(item, number))
            {
                _added++;
                return;
            }

            var differences = differ(table.Stored(id), item);
            if (differences.Count == 0) _unchanged++;
            else _conflicts.Add(IdentityConflict.Refuse(batch, words, facts, differences));
        }
    }

    /// <summary>The layer's bounds hold at least everything in it, as GeoPackage asks.</summary>
    private void Extend(string table, IEnumerable<Geometry> shapes)
    {
        var bounds = new Envelope();
        foreach (var shape in shapes) bounds.ExpandToInclude(shape.EnvelopeInternal);
        if (!bounds.IsNull) Layers.Extend(connection, transaction, table, bounds, clock.GetUtcNow());
    }

    private void WriteRefused(long number, List<RefusedRow> refused, IReadOnlyList<ImportDiagnostic> warnings)
    {
        using var row = Prepare("INSERT INTO import_row (batch_id, row, cells) VALUES ($1, $2, $3) RETURNING id");
        using var diagnostic = Prepare("""
            INSERT INTO import_diagnostic (batch_id, import_row_id, row, column_name, code, severity, message, suggestion)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """);
        foreach (var one in refused)
        {
            var id = row.Number(number, one.Row, JsonSerializer.Serialize(one.Cells, Readable));
            foreach (var found in one.Diagnostics) Write(found, id);
        }

        foreach (var found in warnings) Write(found, null);

        void Write(ImportDiagnostic found, long? rowId) => _ = diagnostic.Run(
            number, rowId, found.Row, found.Column, found.Code, DiagnosticRows.Text(found.Severity), found.Message, found.Suggestion);
    }
}
