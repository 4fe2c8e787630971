using System.Security.Cryptography;
using Huodi.Domain;
using Huodi.Domain.Documents;
using Huodi.Domain.Ledger;

namespace Huodi.App.Documents;

/// <summary>A file that somebody gives with a document: hashed, not kept yet.</summary>
/// <param name="File">What it is known by.</param>
/// <param name="Open">Opens its bytes; the caller closes them.</param>
public sealed record GivenFile(DocumentFile File, Func<Stream> Open)
{
    /// <summary>Reads it once.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="open">Opens its bytes.</param>
    /// <param name="limit">How large it may be.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <exception cref="DomainException">DOCUMENT_TOO_LARGE, DOCUMENT_EMPTY.</exception>
    public static async Task<GivenFile> ReadAsync(string name, Func<Stream> open, DocumentLimit limit, CancellationToken cancellation)
    {
        await using var content = open();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (piece, size) = (new byte[1 << 16], 0L);
        for (int length; (length = await content.ReadAsync(piece, cancellation)) > 0; size += length)
        {
            limit.Require(name, size + length);
            hash.AppendData(piece, 0, length);
        }

        return new(new(name, Convert.ToHexStringLower(hash.GetHashAndReset()), size), open);
    }

    /// <summary>The document that it is the file of.</summary>
    /// <param name="name">Name and number of the document.</param>
    /// <exception cref="DomainException">LEDGER_TEXT.</exception>
    public SourceDocument Named(string name) => new(name, File.Hash);
}
