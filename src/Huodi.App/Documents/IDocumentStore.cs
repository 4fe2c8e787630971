using Huodi.Domain.Documents;

namespace Huodi.App.Documents;

/// <summary>
/// The files of documents: each is written once under its SHA-256 and never changed or taken away. What has been reported kept is on
/// disk whole; a killed process leaves a file whole or not at all.
/// </summary>
public interface IDocumentStore
{
    /// <summary>Keeps a file; one that is there already is not kept again.</summary>
    /// <param name="file">What it is known by.</param>
    /// <param name="by">Who keeps it.</param>
    /// <param name="content">Its bytes, from the first.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>The record, and whether it is new.</returns>
    /// <exception cref="Stores.StoreException">DOCUMENT_MOVED: the bytes are not those of the hash; nothing was kept.</exception>
    Task<(KeptDocument Document, bool IsNew)> KeepAsync(DocumentFile file, string by, Stream content, CancellationToken cancellation);

    /// <summary>All files, in the order kept.</summary>
    IAsyncEnumerable<KeptDocument> ListAsync(CancellationToken cancellation);

    /// <summary>The file with that SHA-256, or null.</summary>
    Task<KeptDocument?> FindAsync(string hash, CancellationToken cancellation);

    /// <summary>Its bytes piece by piece, as the store has them, not compared with their hash; nothing for a file that is not there.</summary>
    IAsyncEnumerable<byte[]> PiecesAsync(string hash, CancellationToken cancellation);
}
