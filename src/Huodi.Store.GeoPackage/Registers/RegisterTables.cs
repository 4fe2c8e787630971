using Huodi.App.Registers;
using Huodi.App.Stores;
using Huodi.Domain.Registers;
using Huodi.Store.GeoPackage.Files;
using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;

namespace Huodi.Store.GeoPackage.Registers;

/// <summary>The tables <c>register_version</c>, <c>register_entry</c> and <c>register_finding</c>.</summary>
internal sealed class RegisterTables(StoreReader reader, IStoreWriter writer) : IRegisterStore
{
    public Task<RegisterVersion> FileAsync(RegisterVersion version, IAsyncEnumerable<RegisterEntry> entries, CancellationToken cancellation) =>
        writer.WriteAsync((connection, transaction) => FileAsync(connection, transaction, version, entries, cancellation), cancellation);

    public IAsyncEnumerable<RegisterVersion> VersionsAsync(CancellationToken cancellation) =>
        reader.ReadAsync(RegisterRows.SelectVersions + " ORDER BY number DESC", [], RegisterRows.Version, cancellation);

    public IAsyncEnumerable<RegisterEntry> EntriesAsync(long version, CancellationToken cancellation) =>
        reader.ReadAsync(RegisterRows.SelectEntries, [version], RegisterRows.Entry, cancellation);

    public IAsyncEnumerable<RegisterPlace> PlacesAsync(RegisterSubject subject, string id, CancellationToken cancellation) =>
        reader.ReadAsync(RegisterRows.SelectPlaces, [RegisterWords.Code(subject), id], RegisterRows.Place, cancellation);

    public Task<RegisterFinding> SaveFindingAsync(RegisterFinding finding, CancellationToken cancellation) => writer.WriteAsync(
        (connection, transaction) =>
        {
            using var next = new Statement(connection, "SELECT coalesce(max(number), 0) + 1 FROM register_finding", transaction);
            var saved = finding with { Number = next.Number(), RecordedAt = StoredMoment.Keep(finding.RecordedAt) };
            using var insert = new Statement(connection, "INSERT INTO register_finding VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)", transaction);
            _ = insert.Run(
                saved.Number, saved.Register, RegisterWords.Code(saved.Subject), saved.Id, RegisterWords.Code(saved.Act), Moments.Text(saved.Day),
                Moments.Text(saved.RecordedAt), saved.By, saved.Document, saved.Reason);
            return Task.FromResult(saved);
        },
        cancellation);

    public IAsyncEnumerable<RegisterFinding> FindingsAsync(CancellationToken cancellation) =>
        reader.ReadAsync(RegisterRows.SelectFindings, [], RegisterRows.Finding, cancellation);

    private static async Task<RegisterVersion> FileAsync(
        SqliteConnection connection,
        SqliteTransaction transaction,
        RegisterVersion version,
        IAsyncEnumerable<RegisterEntry> entries,
        CancellationToken cancellation)
    {
        var newest = RegisterRows.Newest(connection, transaction, version);
        RegisterFiling.CheckBase(version, newest);
        using (var named = new Statement(connection, "SELECT count(*) FROM register_version WHERE name = $1", transaction))
        {
            RegisterFiling.CheckName(version, isTaken: named.Number(version.Name) > 0);
        }

        using var next = new Statement(connection, "SELECT coalesce(max(number), 0) + 1 FROM register_version", transaction);
        var numbered = version with { Number = next.Number(), FiledAt = StoredMoment.Keep(version.FiledAt) };
        using var seal = new RegisterSeal(numbered, newest?.Hash ?? "");
        await WriteEntriesAsync(connection, transaction, numbered, entries, seal, cancellation);
        var filed = seal.Close(numbered);

        using var insert = new Statement(
            connection, "INSERT INTO register_version VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)", transaction);
        _ = insert.Run(
            filed.Number, filed.Register, filed.RegisterName, filed.Name, filed.Region.Digits, Moments.Text(filed.AsOf), Moments.Text(filed.FiledAt),
            filed.FiledBy, filed.Document, filed.Run, filed.Base, RegisterSeal.Columns(filed), filed.Entered, filed.Suspected, filed.Incomplete,
            filed.Hash);
        return filed;
    }

    private static async Task WriteEntriesAsync(
        SqliteConnection connection,
        SqliteTransaction transaction,
        RegisterVersion version,
        IAsyncEnumerable<RegisterEntry> entries,
        RegisterSeal seal,
        CancellationToken cancellation)
    {
        using var insert = new Statement(
            connection,
            """
            INSERT INTO register_entry (geom, version_number, position, subject, subject_id, name, division, standing, category, reason,
                                        area_hundredths, generated, content, hash)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
            """,
            transaction);
        var (position, bounds) = (0, new Envelope());
        await foreach (var entry in entries.WithCancellation(cancellation))
        {
            var content = RegisterEntryText.Write(entry);
            var hash = RegisterSeal.OfRow(content, entry.Shape);
            if (entry.Shape is not null) bounds.ExpandToInclude(entry.Shape.EnvelopeInternal);
            _ = insert.Run(
                entry.Shape is null ? null : GeoPackageBinary.Write(entry.Shape), version.Number, position++, RegisterWords.Code(entry.Subject), entry.Id,
                entry.Name, entry.Division.Digits, RegisterWords.Code(entry.Standing), entry.Category, entry.Reason,
                RegisterFiling.Hundredths(entry), entry.IsGenerated, content, hash);
            seal.Add(entry, hash);
        }

        if (!bounds.IsNull) Layers.Extend(connection, transaction, "register_entry", bounds, version.FiledAt);
    }
}
