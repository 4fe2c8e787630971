using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Huodi.App.Stores;
using Huodi.Domain.Documents;

namespace Huodi.App.Documents;

/// <summary>A file on its way into a store, in pieces of 1 MiB.</summary>
public static class DocumentPieces
{
    /// <summary>Bytes of a piece; the last may have fewer.</summary>
    public const int Size = 1 << 20;

    /// <summary>The pieces. Behind the last it is known whether they are the file.</summary>
    /// <exception cref="StoreException">DOCUMENT_MOVED: they are not.</exception>
    public static async IAsyncEnumerable<byte[]> OfAsync(DocumentFile file, Stream content, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (piece, read) = (new byte[Size], 0L);
        for (int length; (length = await content.ReadAtLeastAsync(piece, Size, throwOnEndOfStream: false, cancellation)) > 0;)
        {
            hash.AppendData(piece, 0, length);
            read += length;
            if (read > file.Size) break;
            yield return length == Size ? piece : piece[..length];
        }

        if (read != file.Size || Convert.ToHexStringLower(hash.GetHashAndReset()) != file.Hash)
            throw new StoreException("DOCUMENT_MOVED", $"文件“{file.Name}”在存入时被改动，没有存入。请等它写完，再存一次。");
    }
}
