using Huodi.App.Documents;
using Huodi.App.Stores;
using Huodi.Domain.Documents;
using Huodi.Store.Postgres.Server;
using Npgsql;

namespace Huodi.Store.Postgres.Documents;

/// <summary>The tables <c>source_document</c> and <c>source_document_piece</c>. Who keeps a file waits for whoever keeps another.</summary>
internal sealed class DocumentTables(StoreReader reader, IStoreWriter writer, TimeProvider clock) : IDocumentStore
{
    private const string Select = "SELECT number, hash, name, size, kept_at, kept_by, seal FROM source_document";

    /// <inheritdoc/>
    public async Task<(KeptDocument Document, bool IsNew)> KeepAsync(DocumentFile file, string by, Stream content, CancellationToken cancellation) =>
        await FindAsync(file.Hash, cancellation) is { } kept
            ? (kept, false)
            : await writer.WriteAsync("source_document", c => KeepAsync(c, file, by, content, cancellation), cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<KeptDocument> ListAsync(CancellationToken cancellation) => reader.ReadAsync(Select + " ORDER BY number", [], Read, cancellation);

    /// <inheritdoc/>
    public Task<KeptDocument?> FindAsync(string hash, CancellationToken cancellation) => reader.FirstAsync(Select + " WHERE hash = $1", [hash], Read, cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<byte[]> PiecesAsync(string hash, CancellationToken cancellation)
    {
        const string Pieces = """
            SELECT content FROM source_document_piece WHERE document_number = (SELECT number FROM source_document WHERE hash = $1) ORDER BY place
            """;
        return reader.ReadAsync(Pieces, [hash], r => r.GetFieldValue<byte[]>(0), cancellation);
    }

    private async Task<(KeptDocument Document, bool IsNew)> KeepAsync(
        NpgsqlConnection connection, DocumentFile file, string by, Stream content, CancellationToken cancellation)
    {
        if (await FirstAsync(connection, Select + " WHERE hash = $1", [file.Hash], cancellation) is { } kept) return (kept, false);
        var last = await FirstAsync(connection, Select + " ORDER BY number DESC LIMIT 1", [], cancellation);
        var document = KeptDocument.Next(last, file, StoredMoment.Keep(clock.GetUtcNow()), by);
        _ = await connection.RunAsync(
            "INSERT INTO source_document (number, hash, name, size, kept_at, kept_by, seal) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            [document.Number, file.Hash, file.Name, file.Size, document.Kept.UtcDateTime, document.By, document.Seal],
            cancellation);
        var place = 0;
        await foreach (var piece in DocumentPieces.OfAsync(file, content, cancellation))
            _ = await connection.RunAsync("INSERT INTO source_document_piece (document_number, place, content) VALUES ($1, $2, $3)", [document.Number, place++, piece], cancellation);
        return (document, true);
    }

    private static async Task<KeptDocument?> FirstAsync(NpgsqlConnection connection, string sql, object[] values, CancellationToken cancellation)
    {
        await using var command = connection.Command(sql, values);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        return await rows.ReadAsync(cancellation) ? Read(rows) : null;
    }

    private static KeptDocument Read(NpgsqlDataReader r) =>
        DocumentRow.Read(r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetInt64(3), r.GetFieldValue<DateTimeOffset>(4), r.GetString(5), r.GetString(6));
}
