using System.Globalization;
using Huodi.App.Approvals;
using Huodi.App.Imports;
using Huodi.App.Stores;
using Huodi.Domain.Approvals;
using Huodi.Domain.Codes;
using Huodi.Domain.Measures;
using Huodi.Store.GeoPackage.Files;
using Huodi.Store.GeoPackage.Imports;
using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;

namespace Huodi.Store.GeoPackage.Approvals;

/// <summary>The feature table <c>approval_batch</c>.</summary>
internal sealed class ApprovalTable(StoreReader reader, IStoreWriter writer) : IApprovalStore
{
    private const string Select = "SELECT number, name, division, approved_on, approved_hundredths, geom, facts FROM approval_batch";

    public Task<ImportReport> SaveAsync(ApprovalImport import, CancellationToken cancellation) =>
        writer.WriteAsync((connection, transaction) => Task.FromResult(Save(connection, transaction, import)), cancellation);

    public IAsyncEnumerable<ApprovalBatch> BatchesAsync(DivisionCode region, CancellationToken cancellation)
    {
        var (first, last) = RegionRange.Of(region);
        return reader.ReadAsync(Select + " WHERE division BETWEEN $1 AND $2 ORDER BY number", [first, last], Read, cancellation);
    }

    private static ImportReport Save(SqliteConnection connection, SqliteTransaction transaction, ApprovalImport import)
    {
        using var next = Prepare("SELECT coalesce(max(id), 0) + 1 FROM import_batch");
        using var begin = Prepare("INSERT INTO import_batch (id, file, file_hash, layer, imported_at, header, added, unchanged) VALUES ($1, $2, $3, $4, $5, '[]', 0, 0)");
        using var finish = Prepare("UPDATE import_batch SET added = $2, unchanged = $3, refused = $4, warnings = $5 WHERE id = $1");
        using var insert = Prepare("""
            INSERT INTO approval_batch (geom, number, name, division, approved_on, approved_hundredths, facts, batch_id)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (number) DO NOTHING
            """);
        using var find = Prepare(Select + " WHERE number = $1");
        var id = next.Number();
        _ = begin.Run(id, import.File, import.Hash, ApprovalImport.Layer, Moments.Text(StoredMoment.Keep(import.ImportedAt)));
        using var diagnostics = new DiagnosticWriter(connection, transaction, id);
        foreach (var refused in import.Refused) diagnostics.Write(refused);
        foreach (var warning in import.Warnings) diagnostics.Write(warning);
        var (added, unchanged, bounds) = (0, 0, new Envelope());
        foreach (var batch in import.Batches)
        {
            var isNew = insert.Run(
                GeoPackageBinary.Write(batch.Shape), batch.Number, batch.Name, batch.Division.Digits, batch.ApprovedOn is { } day ? Moments.Text(day) : null,
                batch.ApprovedArea?.Hundredths, FactSheetJson.Write(batch.Facts, id), id) == 1;
            if (isNew)
            {
                added++;
                bounds.ExpandToInclude(batch.Shape.EnvelopeInternal);
                continue;
            }

            var differences = ContentDifference.Of(Stored(batch.Number), batch);
            if (differences.Count == 0) unchanged++;
            else diagnostics.Write(IdentityConflict.Refuse($"批次“{batch.Number}”", batch.Facts, differences, _ => [batch.Number, batch.Name]));
        }

        diagnostics.Finish();
        _ = finish.Run(id, added, unchanged, diagnostics.Tally.Refused, diagnostics.Tally.Warnings);
        if (!bounds.IsNull) Layers.Extend(connection, transaction, "approval_batch", bounds, import.ImportedAt);
        using var report = Prepare(DiagnosticRows.SelectReports + " WHERE id = $1");
        using var saved = report.Query(id);
        _ = saved.Read();
        return DiagnosticRows.Report(saved, connection, transaction);

        ApprovalBatch Stored(string number)
        {
            using var rows = find.Query(number);
            return rows.Read() ? Read(rows) : throw new InvalidOperationException("No batch with that number.");
        }

        Statement Prepare(string sql) => new(connection, sql, transaction);
    }

    private static ApprovalBatch Read(SqliteDataReader r) => new(
        r.GetString(0),
        r.GetString(1),
        DivisionCode.Parse(r.GetString(2)),
        r.IsDBNull(3) ? null : DateOnly.ParseExact(r.GetString(3), "yyyy-MM-dd", CultureInfo.InvariantCulture),
        r.IsDBNull(4) ? null : Area.FromHundredths(r.GetInt64(4)),
        GeoPackageBinary.Read(r.GetFieldValue<byte[]>(5)),
        FactSheetJson.Read(r.GetString(6)));
}
