using Huodi.App.Documents;
using Huodi.App.Stores;
using Huodi.Domain.Documents;

namespace Huodi.Testing;

/// <summary>The files of documents in a list.</summary>
public sealed class InMemoryDocuments(TimeProvider clock) : IDocumentStore
{
    private readonly Lock _gate = new();
    private readonly List<(KeptDocument Document, byte[] Content)> _kept = [];

    /// <inheritdoc/>
    public async Task<(KeptDocument Document, bool IsNew)> KeepAsync(DocumentFile file, string by, Stream content, CancellationToken cancellation)
    {
        if (await FindAsync(file.Hash, cancellation) is { } known) return (known, false);
        using var bytes = new MemoryStream();
        await foreach (var piece in DocumentPieces.OfAsync(file, content, cancellation)) bytes.Write(piece);
        lock (_gate)
        {
            if (_kept.FirstOrDefault(k => k.Document.File.Hash == file.Hash).Document is { } meanwhile) return (meanwhile, false);
            var document = KeptDocument.Next(_kept.LastOrDefault().Document, file, StoredMoment.Keep(clock.GetUtcNow()), by);
            _kept.Add((document, bytes.ToArray()));
            return (document, true);
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<KeptDocument> ListAsync(CancellationToken cancellation)
    {
        lock (_gate) return _kept.Select(k => k.Document).ToList().ToAsyncEnumerable();
    }

    /// <inheritdoc/>
    public Task<KeptDocument?> FindAsync(string hash, CancellationToken cancellation)
    {
        lock (_gate) return Task.FromResult<KeptDocument?>(_kept.FirstOrDefault(k => k.Document.File.Hash == hash).Document);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<byte[]> PiecesAsync(string hash, CancellationToken cancellation)
    {
        lock (_gate) return _kept.Where(k => k.Document.File.Hash == hash).Select(k => k.Content).ToList().ToAsyncEnumerable();
    }
}
