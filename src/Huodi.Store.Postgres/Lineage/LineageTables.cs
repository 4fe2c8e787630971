using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Huodi.App.Lineage;
using Huodi.App.Stores;
using Huodi.Domain.Lineage;
using Huodi.Domain.Parcels;
using Huodi.Store.Postgres.Server;
using Huodi.Store.Postgres.Tables;
using Npgsql;

namespace Huodi.Store.Postgres.Lineage;

/// <summary>The tables <c>parcel_change</c>, <c>parcel_change_part</c> and <c>parcel_correction</c>, and what they do to <c>parcel</c>.</summary>
internal sealed class LineageTables(StoreReader reader, IStoreWriter writer) : ILineageStore
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A change writes an import and parcels too; whoever locks imports first waits for nobody who waits for it.</summary>
    public Task<ParcelChange> SaveAsync(
        ParcelChange change, IReadOnlyList<Parcel> successors, ChangeSource source, CancellationToken cancellation) =>
        writer.WriteAsync("import_batch", connection => SaveAsync(connection, change, successors, source, cancellation), cancellation);

    public Task<IReadOnlyList<ParcelCorrection>> CorrectAsync(IReadOnlyList<ParcelCorrection> corrections, CancellationToken cancellation) =>
        writer.WriteAsync("import_batch", connection => CorrectAsync(connection, corrections, cancellation), cancellation);

    public IAsyncEnumerable<ParcelChange> ChangesAsync(CancellationToken cancellation) =>
        reader.ReadGroupsAsync(LineageRows.SelectChanges + LineageRows.Order, [], LineageRows.ChangeAsync, cancellation);

    public IAsyncEnumerable<ParcelChange> ChangesOfAsync(string parcel, CancellationToken cancellation)
    {
        const string Of = " WHERE c.number IN (SELECT change_number FROM parcel_change_part WHERE parcel_id = $1)";
        return reader.ReadGroupsAsync(LineageRows.SelectChanges + Of + LineageRows.Order, [parcel], LineageRows.ChangeAsync, cancellation);
    }

    public IAsyncEnumerable<ParcelCorrection> CorrectionsAsync(CancellationToken cancellation) =>
        reader.ReadAsync(LineageRows.SelectCorrections, [], LineageRows.Correction, cancellation);

    private static async Task<ParcelChange> SaveAsync(
        NpgsqlConnection connection, ParcelChange change, IReadOnlyList<Parcel> successors, ChangeSource source, CancellationToken cancellation)
    {
        var batch = await connection.NumberAsync("SELECT coalesce(max(id), 0) + 1 FROM import_batch", [], cancellation);
        var number = await connection.NumberAsync("SELECT coalesce(max(number), 0) + 1 FROM parcel_change", [], cancellation);
        var saved = change with { Number = number, RecordedAt = StoredMoment.Keep(change.RecordedAt) };
        const string Begin = """
            INSERT INTO import_batch (id, file, file_hash, layer, imported_at, header, added, unchanged) VALUES ($1, $2, $3, $4, $5, '{}', $6, 0)
            """;
        _ = await RunAsync(Begin, batch, source.File, source.Hash, LineageWords.Layer, saved.RecordedAt, successors.Count);
        _ = await RunAsync(
            "INSERT INTO parcel_change VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            saved.Number, LineageWords.Code(saved.Kind), saved.Day, saved.RecordedAt, saved.By, saved.Document, saved.Reason, batch);

        foreach (var before in saved.Before)
        {
            const string Retire = "UPDATE parcel SET retired_by = $2 WHERE id = $1 AND retired_by IS NULL";
            if (await connection.RunAsync(Retire, [before.Id, saved.Number], cancellation) == 0) throw LineageWords.Gone(before.Id);
        }

        foreach (var successor in successors)
        {
            if (await InsertAsync(connection, successor, batch, cancellation) == 0) throw LineageWords.Taken(successor.Id);
        }

        foreach (var (isAfter, parts) in new[] { (false, saved.Before), (true, saved.After) })
        {
            for (var at = 0; at < parts.Count; at++)
            {
                var p = parts[at];
                _ = await RunAsync(
                    "INSERT INTO parcel_change_part VALUES ($1, $2, $3, $4, $5, $6, $7)",
                    saved.Number, isAfter, at, p.Id, p.MeasuredArea.Hundredths, p.Carried.ToArray(), p.ToRestate.ToArray());
            }
        }

        return saved;

        Task<int> RunAsync(string sql, params object?[] values) => connection.RunAsync(sql, values, cancellation);
    }

    private static Task<int> InsertAsync(NpgsqlConnection connection, Parcel parcel, long batch, CancellationToken cancellation)
    {
        const string Insert = """
            INSERT INTO parcel (id, name, division, geom, generated, facts, area_hundredths, measured_hundredths, source_crs, batch_id)
            VALUES ($1, $2, $3, $4::geometry, $5, $6::json, $7::bigint, $8::bigint, $9::text, $10) ON CONFLICT (id) DO NOTHING
            """;
        var facts = LineageWords.Numbered(parcel, batch).Facts;
        return connection.RunAsync(
            Insert,
            [
                parcel.Id, parcel.Name, parcel.Division.Digits, Wkb.Write(parcel.Shape), parcel.IsGenerated, FactSheetJson.Write(facts),
                RegisteredArea.Hundredths(facts), parcel.MeasuredArea?.Hundredths, parcel.SourceCrs, batch,
            ],
            cancellation);
    }

    private static async Task<IReadOnlyList<ParcelCorrection>> CorrectAsync(
        NpgsqlConnection connection, IReadOnlyList<ParcelCorrection> corrections, CancellationToken cancellation)
    {
        var next = await connection.NumberAsync("SELECT coalesce(max(number), 0) + 1 FROM parcel_correction", [], cancellation);
        var saved = new List<ParcelCorrection>();
        foreach (var one in corrections)
        {
            var correction = one with { Number = next++, RecordedAt = StoredMoment.Keep(one.RecordedAt) };
            await using var find = connection.Command("SELECT facts FROM parcel WHERE id = $1 AND retired_by IS NULL", correction.Parcel);
            var stored = await find.ExecuteScalarAsync(cancellation) as string ?? throw LineageWords.Gone(correction.Parcel);
            var facts = LineageWords.Corrected(FactSheetJson.Read(stored), correction);
            const string Update = "UPDATE parcel SET facts = $2::json, area_hundredths = $3::bigint WHERE id = $1";
            _ = await connection.RunAsync(Update, [correction.Parcel, FactSheetJson.Write(facts), RegisteredArea.Hundredths(facts)], cancellation);
            _ = await connection.RunAsync(
                "INSERT INTO parcel_correction VALUES ($1, $2, $3, $4::text, $5::text, $6, $7, $8, $9, $10)",
                [
                    correction.Number, correction.Parcel, correction.Fact, Text(correction.Before), Text(correction.After), correction.Day,
                    correction.RecordedAt, correction.By, correction.Document, correction.Reason,
                ],
                cancellation);
            saved.Add(correction);
        }

        return saved;
    }

    private static string? Text(JsonNode? value) => value?.ToJsonString(Readable);
}
