using Huodi.App.Approvals;
using Huodi.App.Imports;
using Huodi.App.Stores;
using Huodi.Domain.Approvals;
using Huodi.Domain.Codes;
using Huodi.Domain.Measures;
using Huodi.Store.Postgres.Imports;
using Huodi.Store.Postgres.Server;
using Huodi.Store.Postgres.Tables;
using Npgsql;

namespace Huodi.Store.Postgres.Approvals;

/// <summary>The table <c>approval_batch</c>.</summary>
internal sealed class ApprovalTable(StoreReader reader, IStoreWriter writer) : IApprovalStore
{
    private const string Select = "SELECT number, name, division, approved_on, approved_hundredths, ST_AsBinary(geom), facts FROM approval_batch";

    public Task<ImportReport> SaveAsync(ApprovalImport import, CancellationToken cancellation) =>
        writer.WriteAsync("import_batch", connection => SaveAsync(connection, import, cancellation), cancellation);

    public IAsyncEnumerable<ApprovalBatch> BatchesAsync(DivisionCode region, CancellationToken cancellation)
    {
        var (first, last) = RegionRange.Of(region);
        return reader.ReadAsync(Select + " WHERE division BETWEEN $1 AND $2 ORDER BY number", [first, last], Read, cancellation);
    }

    private static async Task<ImportReport> SaveAsync(NpgsqlConnection connection, ApprovalImport import, CancellationToken cancellation)
    {
        var id = await connection.NumberAsync("SELECT coalesce(max(id), 0) + 1 FROM import_batch", [], cancellation);
        const string Begin = "INSERT INTO import_batch (id, file, file_hash, layer, imported_at, header, added, unchanged) VALUES ($1, $2, $3, $4, $5, '{}', 0, 0)";
        _ = await connection.RunAsync(Begin, [id, import.File, import.Hash, ApprovalImport.Layer, StoredMoment.Keep(import.ImportedAt)], cancellation);
        var diagnostics = new DiagnosticWriter(connection, id);
        await diagnostics.WriteAsync(import.Refused, cancellation);
        await diagnostics.WriteAsync(import.Warnings, cancellation);
        var (added, unchanged, conflicts) = (0, 0, new List<RefusedRow>());
        foreach (var batch in import.Batches)
        {
            const string Insert = """
                INSERT INTO approval_batch (geom, number, name, division, approved_on, approved_hundredths, facts, batch_id)
                VALUES ($1::geometry, $2, $3, $4, $5::date, $6::bigint, $7::json, $8) ON CONFLICT (number) DO NOTHING
                """;
            object?[] values =
            [
                Wkb.Write(batch.Shape), batch.Number, batch.Name, batch.Division.Digits, batch.ApprovedOn, batch.ApprovedArea?.Hundredths,
                FactSheetJson.Write(batch.Facts, id), id,
            ];
            if (await connection.RunAsync(Insert, values, cancellation) == 1)
            {
                added++;
                continue;
            }

            var differences = ContentDifference.Of(await StoredAsync(connection, batch.Number, cancellation), batch);
            if (differences.Count == 0) unchanged++;
            else conflicts.Add(IdentityConflict.Refuse($"批次“{batch.Number}”", batch.Facts, differences, _ => [batch.Number, batch.Name]));
        }

        await diagnostics.WriteAsync(conflicts, cancellation);
        await diagnostics.FinishAsync(cancellation);
        const string Finish = "UPDATE import_batch SET added = $2, unchanged = $3, refused = $4, warnings = $5 WHERE id = $1";
        _ = await connection.RunAsync(Finish, [id, added, unchanged, diagnostics.Tally.Refused, diagnostics.Tally.Warnings], cancellation);
        var reports = await connection.ListAsync(DiagnosticRows.SelectReports + " WHERE id = $1", [id], (r, _) => Task.FromResult((DiagnosticRows.Report(r), false)), cancellation);
        return await DiagnosticRows.CompleteAsync(reports[0], connection, cancellation);
    }

    private static async Task<ApprovalBatch> StoredAsync(NpgsqlConnection connection, string number, CancellationToken cancellation)
    {
        await using var command = connection.Command(Select + " WHERE number = $1", number);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        return await rows.ReadAsync(cancellation) ? Read(rows) : throw new InvalidOperationException("No batch with that number.");
    }

    private static ApprovalBatch Read(NpgsqlDataReader r) => new(
        r.GetString(0),
        r.GetString(1),
        DivisionCode.Parse(r.GetString(2)),
        r.IsDBNull(3) ? null : r.GetFieldValue<DateOnly>(3),
        r.IsDBNull(4) ? null : Area.FromHundredths(r.GetInt64(4)),
        Wkb.Read(r.GetFieldValue<byte[]>(5)),
        FactSheetJson.Read(r.GetString(6)));
}
