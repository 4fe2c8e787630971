using Huodi.Domain.Documents;

namespace Huodi.App.Documents;

/// <summary>
/// The files of what is about to be recorded. They are kept when nothing stands against recording it and before it is recorded, so that
/// a hash in the ledger never lacks its file, and what is refused leaves no file.
/// </summary>
/// <param name="store">Keeps them.</param>
/// <param name="files">The files.</param>
public sealed class KeepFiles(IDocumentStore store, params IReadOnlyList<GivenFile> files)
{
    /// <summary>Keeps all of them.</summary>
    /// <param name="by">Who keeps them.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <exception cref="Stores.StoreException">DOCUMENT_MOVED.</exception>
    /// <exception cref="Domain.DomainException">LEDGER_TEXT.</exception>
    public async Task<IReadOnlyList<(KeptDocument Document, bool IsNew)>> RunAsync(string by, CancellationToken cancellation)
    {
        var kept = new List<(KeptDocument, bool)>();
        foreach (var file in files)
        {
            await using var content = file.Open();
            kept.Add(await store.KeepAsync(file.File, by, content, cancellation));
        }

        return kept;
    }
}
