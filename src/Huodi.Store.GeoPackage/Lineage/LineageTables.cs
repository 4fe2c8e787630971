using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Huodi.App.Lineage;
using Huodi.App.Stores;
using Huodi.Domain.Facts;
using Huodi.Domain.Lineage;
using Huodi.Domain.Parcels;
using Huodi.Store.GeoPackage.Files;
using Huodi.Store.GeoPackage.Imports;
using Huodi.Store.GeoPackage.SpatialIndexes;
using Microsoft.Data.Sqlite;

namespace Huodi.Store.GeoPackage.Lineage;

/// <summary>The tables <c>parcel_change</c>, <c>parcel_change_part</c> and <c>parcel_correction</c>, and what they do to <c>parcel</c>.</summary>
internal sealed class LineageTables(StoreReader reader, IStoreWriter writer) : ILineageStore
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public Task<ParcelChange> SaveAsync(
        ParcelChange change, IReadOnlyList<Parcel> successors, ChangeSource source, CancellationToken cancellation) =>
        writer.WriteAsync((connection, transaction) => Task.FromResult(Save(connection, transaction, change, successors, source)), cancellation);

    public Task<IReadOnlyList<ParcelCorrection>> CorrectAsync(IReadOnlyList<ParcelCorrection> corrections, CancellationToken cancellation) =>
        writer.WriteAsync((connection, transaction) => Task.FromResult<IReadOnlyList<ParcelCorrection>>(Correct(connection, transaction, corrections)), cancellation);

    public IAsyncEnumerable<ParcelChange> ChangesAsync(CancellationToken cancellation) =>
        reader.ReadGroupsAsync(LineageRows.SelectChanges + LineageRows.Order, [], LineageRows.Change, cancellation);

    public IAsyncEnumerable<ParcelChange> ChangesOfAsync(string parcel, CancellationToken cancellation)
    {
        const string Of = " WHERE c.number IN (SELECT change_number FROM parcel_change_part WHERE parcel_id = $1)";
        return reader.ReadGroupsAsync(LineageRows.SelectChanges + Of + LineageRows.Order, [parcel], LineageRows.Change, cancellation);
    }

    public IAsyncEnumerable<ParcelCorrection> CorrectionsAsync(CancellationToken cancellation) =>
        reader.ReadAsync(LineageRows.SelectCorrections, [], LineageRows.Correction, cancellation);

    private static ParcelChange Save(
        SqliteConnection connection, SqliteTransaction transaction, ParcelChange change, IReadOnlyList<Parcel> successors, ChangeSource source)
    {
        using var nextBatch = Prepare("SELECT coalesce(max(id), 0) + 1 FROM import_batch");
        using var next = Prepare("SELECT coalesce(max(number), 0) + 1 FROM parcel_change");
        var saved = change with { Number = next.Number(), RecordedAt = StoredMoment.Keep(change.RecordedAt) };
        var batch = nextBatch.Number();
        using var begin = Prepare("""
            INSERT INTO import_batch (id, file, file_hash, layer, imported_at, header, added, unchanged) VALUES ($1, $2, $3, $4, $5, '[]', $6, 0)
            """);
        _ = begin.Run(batch, source.File, source.Hash, LineageWords.Layer, Moments.Text(saved.RecordedAt), successors.Count);
        using var insert = Prepare("INSERT INTO parcel_change VALUES ($1, $2, $3, $4, $5, $6, $7, $8)");
        _ = insert.Run(
            saved.Number, LineageWords.Code(saved.Kind), Moments.Text(saved.Day), Moments.Text(saved.RecordedAt), saved.By, saved.Document, saved.Reason, batch);

        using (var retire = Prepare("UPDATE parcel SET retired_by = $2 WHERE id = $1 AND retired_by IS NULL"))
        {
            foreach (var before in saved.Before)
            {
                if (retire.Run(before.Id, saved.Number) == 0) throw LineageWords.Gone(before.Id);
            }
        }

        var index = new SpatialIndex(connection, transaction, "parcel");
        using (var parcels = new ParcelWriter(connection, transaction, index, batch))
        using (var facts = new FactSheetWriter())
        {
            // An import's facts all come from its file; of these, carried ones keep the sources they had.
            var rows = new ParcelRows([.. successors.Select(s => LineageWords.Numbered(s, batch))], null, facts, new(), CancellationToken.None);
            for (var n = 0; n < successors.Count; n++)
            {
                if (!parcels.Insert(rows, n)) throw LineageWords.Taken(successors[n].Id);
            }
        }

        index.Finish();
        Layers.Extend(connection, transaction, "parcel", index.Bounds, saved.RecordedAt);
        using var part = Prepare("""
            INSERT INTO parcel_change_part (change_number, is_after, position, parcel_id, measured_hundredths, carried, restate)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """);
        foreach (var (isAfter, parts) in new[] { (false, saved.Before), (true, saved.After) })
        {
            for (var at = 0; at < parts.Count; at++)
            {
                var p = parts[at];
                _ = part.Run(
                    saved.Number, isAfter, at, p.Id, p.MeasuredArea.Hundredths, JsonSerializer.Serialize(p.Carried, Readable),
                    JsonSerializer.Serialize(p.ToRestate, Readable));
            }
        }

        return saved;

        Statement Prepare(string sql) => new(connection, sql, transaction);
    }

    private static List<ParcelCorrection> Correct(
        SqliteConnection connection, SqliteTransaction transaction, IReadOnlyList<ParcelCorrection> corrections)
    {
        using var next = new Statement(connection, "SELECT coalesce(max(number), 0) + 1 FROM parcel_correction", transaction);
        using var find = new Statement(connection, "SELECT facts FROM parcel WHERE id = $1 AND retired_by IS NULL", transaction);
        using var update = new Statement(connection, "UPDATE parcel SET facts = $2, area_hundredths = $3 WHERE id = $1", transaction);
        using var insert = new Statement(connection, "INSERT INTO parcel_correction VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)", transaction);
        var saved = new List<ParcelCorrection>();
        foreach (var one in corrections)
        {
            var correction = one with { Number = next.Number(), RecordedAt = StoredMoment.Keep(one.RecordedAt) };
            var facts = LineageWords.Corrected(Facts(correction.Parcel), correction);
            _ = update.Run(correction.Parcel, FactSheetJson.Write(facts), RegisteredArea.Hundredths(facts));
            _ = insert.Run(
                correction.Number, correction.Parcel, correction.Fact, Text(correction.Before), Text(correction.After), Moments.Text(correction.Day),
                Moments.Text(correction.RecordedAt), correction.By, correction.Document, correction.Reason);
            saved.Add(correction);
        }

        return saved;

        FactSheet Facts(string parcel)
        {
            using var rows = find.Query(parcel);
            return rows.Read() ? FactSheetJson.Read(rows.GetString(0)) : throw LineageWords.Gone(parcel);
        }
    }

    private static string? Text(JsonNode? value) => value?.ToJsonString(Readable);
}
