using Huodi.App.Registers;
using Huodi.App.Stores;
using Huodi.Domain.Registers;
using Huodi.Store.Postgres.Server;
using Huodi.Store.Postgres.Tables;
using Npgsql;
using NpgsqlTypes;

namespace Huodi.Store.Postgres.Registers;

/// <summary>The tables <c>register_version</c>, <c>register_entry</c> and <c>register_finding</c>.</summary>
internal sealed class RegisterTables(StoreReader reader, IStoreWriter writer) : IRegisterStore
{
    public Task<RegisterVersion> FileAsync(RegisterVersion version, IAsyncEnumerable<RegisterEntry> entries, CancellationToken cancellation) =>
        writer.WriteAsync("register_version", connection => FileAsync(connection, version, entries, cancellation), cancellation);

    public IAsyncEnumerable<RegisterVersion> VersionsAsync(CancellationToken cancellation) =>
        reader.ReadAsync(RegisterRows.SelectVersions + " ORDER BY number DESC", [], RegisterRows.Version, cancellation);

    public IAsyncEnumerable<RegisterEntry> EntriesAsync(long version, CancellationToken cancellation) =>
        reader.ReadAsync(RegisterRows.SelectEntries, [version], RegisterRows.Entry, cancellation);

    public IAsyncEnumerable<RegisterPlace> PlacesAsync(RegisterSubject subject, string id, CancellationToken cancellation) =>
        reader.ReadAsync(RegisterRows.SelectPlaces, [RegisterWords.Code(subject), id], RegisterRows.Place, cancellation);

    public Task<RegisterFinding> SaveFindingAsync(RegisterFinding finding, CancellationToken cancellation) => writer.WriteAsync(
        "register_finding",
        async connection =>
        {
            var number = await connection.NumberAsync("SELECT coalesce(max(number), 0) + 1 FROM register_finding", [], cancellation);
            var saved = finding with { Number = number, RecordedAt = StoredMoment.Keep(finding.RecordedAt) };
            const string Insert = "INSERT INTO register_finding VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
            _ = await connection.RunAsync(
                Insert,
                [
                    saved.Number, saved.Register, RegisterWords.Code(saved.Subject), saved.Id, RegisterWords.Code(saved.Act), saved.Day, saved.RecordedAt,
                    saved.By, saved.Document, saved.Reason,
                ],
                cancellation);
            return saved;
        },
        cancellation);

    public IAsyncEnumerable<RegisterFinding> FindingsAsync(CancellationToken cancellation) =>
        reader.ReadAsync(RegisterRows.SelectFindings, [], RegisterRows.Finding, cancellation);

    private static async Task<RegisterVersion> FileAsync(
        NpgsqlConnection connection, RegisterVersion version, IAsyncEnumerable<RegisterEntry> entries, CancellationToken cancellation)
    {
        var newest = await RegisterRows.NewestAsync(connection, version, cancellation);
        RegisterFiling.CheckBase(version, newest);
        var named = await connection.NumberAsync("SELECT count(*) FROM register_version WHERE name = $1", [version.Name], cancellation);
        RegisterFiling.CheckName(version, isTaken: named > 0);

        var number = await connection.NumberAsync("SELECT coalesce(max(number), 0) + 1 FROM register_version", [], cancellation);
        var numbered = version with { Number = number, FiledAt = StoredMoment.Keep(version.FiledAt) };
        using var seal = new RegisterSeal(numbered, newest?.Hash ?? "");
        await WriteEntriesAsync(connection, number, entries, seal, cancellation);
        var filed = seal.Close(numbered);
        const string Insert = """
            INSERT INTO register_version
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::bigint, $11::bigint, $12, $13, $14, $15, $16)
            """;
        _ = await connection.RunAsync(
            Insert,
            [
                filed.Number, filed.Register, filed.RegisterName, filed.Name, filed.Region.Digits, filed.AsOf, filed.FiledAt, filed.FiledBy,
                filed.Document, filed.Run, filed.Base, RegisterSeal.Columns(filed), filed.Entered, filed.Suspected, filed.Incomplete, filed.Hash,
            ],
            cancellation);
        return filed;
    }

    private static async Task WriteEntriesAsync(
        NpgsqlConnection connection, long version, IAsyncEnumerable<RegisterEntry> entries, RegisterSeal seal, CancellationToken cancellation)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            """
            COPY register_entry (geom, version_number, position, subject, subject_id, name, division, standing, category, reason,
                                 area_hundredths, generated, content, hash) FROM STDIN (FORMAT BINARY)
            """,
            cancellation);
        var position = 0;
        await foreach (var entry in entries.WithCancellation(cancellation))
        {
            var content = RegisterEntryText.Write(entry);
            var hash = RegisterSeal.OfRow(content, entry.Shape);
            await copy.StartRowAsync(cancellation);
            if (entry.Shape is null) await copy.WriteNullAsync(cancellation);
            else await copy.WriteAsync(Wkb.Write(entry.Shape), NpgsqlDbType.Bytea, cancellation);
            await copy.WriteAsync(version, NpgsqlDbType.Bigint, cancellation);
            await copy.WriteAsync(position++, NpgsqlDbType.Integer, cancellation);
            string[] texts =
            [
                RegisterWords.Code(entry.Subject), entry.Id, entry.Name, entry.Division.Digits, RegisterWords.Code(entry.Standing), entry.Category,
                entry.Reason,
            ];
            foreach (var text in texts) await copy.WriteAsync(text, NpgsqlDbType.Text, cancellation);
            if (RegisterFiling.Hundredths(entry) is { } area) await copy.WriteAsync(area, NpgsqlDbType.Bigint, cancellation);
            else await copy.WriteNullAsync(cancellation);
            await copy.WriteAsync(entry.IsGenerated, NpgsqlDbType.Boolean, cancellation);
            await copy.WriteAsync(content, NpgsqlDbType.Text, cancellation);
            await copy.WriteAsync(hash, NpgsqlDbType.Text, cancellation);
            seal.Add(entry, hash);
        }

        _ = await copy.CompleteAsync(cancellation);
    }
}
