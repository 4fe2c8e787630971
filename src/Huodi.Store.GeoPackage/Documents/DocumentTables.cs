using Huodi.App.Documents;
using Huodi.App.Stores;
using Huodi.Domain.Documents;
using Huodi.Store.GeoPackage.Files;
using Microsoft.Data.Sqlite;

namespace Huodi.Store.GeoPackage.Documents;

/// <summary>The tables <c>source_document</c> and <c>source_document_piece</c>.</summary>
internal sealed class DocumentTables(StoreReader reader, IStoreWriter writer, TimeProvider clock) : IDocumentStore
{
    private const string Select = "SELECT number, hash, name, size, kept_at, kept_by, seal FROM source_document";

    /// <inheritdoc/>
    public async Task<(KeptDocument Document, bool IsNew)> KeepAsync(DocumentFile file, string by, Stream content, CancellationToken cancellation) =>
        await FindAsync(file.Hash, cancellation) is { } kept
            ? (kept, false)
            : await writer.WriteAsync((connection, transaction) => KeepAsync(connection, transaction, file, by, content, cancellation), cancellation);

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
        SqliteConnection connection, SqliteTransaction transaction, DocumentFile file, string by, Stream content, CancellationToken cancellation)
    {
        if (First(connection, transaction, Select + " WHERE hash = $1", file.Hash) is { } kept) return (kept, false);
        var last = First(connection, transaction, Select + " ORDER BY number DESC LIMIT 1");
        var document = KeptDocument.Next(last, file, StoredMoment.Keep(clock.GetUtcNow()), by);
        using var record = new Statement(
            connection, "INSERT INTO source_document (number, hash, name, size, kept_at, kept_by, seal) VALUES ($1, $2, $3, $4, $5, $6, $7)", transaction);
        _ = record.Run(document.Number, file.Hash, file.Name, file.Size, Moments.Text(document.Kept), document.By, document.Seal);
        using var insert = new Statement(connection, "INSERT INTO source_document_piece (document_number, place, content) VALUES ($1, $2, $3)", transaction);
        var place = 0;
        await foreach (var piece in DocumentPieces.OfAsync(file, content, cancellation)) _ = insert.Run(document.Number, place++, piece);
        return (document, true);
    }

    private static KeptDocument? First(SqliteConnection connection, SqliteTransaction transaction, string sql, params ReadOnlySpan<object?> values)
    {
        using var select = new Statement(connection, sql, transaction);
        using var rows = select.Query(values);
        return rows.Read() ? Read(rows) : null;
    }

    private static KeptDocument Read(SqliteDataReader r) =>
        DocumentRow.Read(r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetInt64(3), Moments.Moment(r.GetString(4)), r.GetString(5), r.GetString(6));
}
