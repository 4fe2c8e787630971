using System.Security.Cryptography;
using Huodi.App.Stores;
using Huodi.Domain.Documents;

namespace Huodi.App.Documents;

/// <summary>Gives a kept file out, byte for byte, after comparing it with its hash.</summary>
public sealed class ReadDocument(IDocumentStore store)
{
    /// <summary>The file, or null where it is not kept. The stream is at its first byte; closing it removes what it reads from.</summary>
    /// <exception cref="StoreException">DOCUMENT_CHANGED: the bytes are not those that were kept; nothing is given out.</exception>
    public async Task<(KeptDocument Document, Stream Content)?> OpenAsync(string hash, CancellationToken cancellation)
    {
        if (await store.FindAsync(hash, cancellation) is not { } document) return null;
        var copy = Temporary();
        try
        {
            var found = await SumAsync(document, copy, cancellation);
            if (found != document.File.Hash) throw new StoreException("DOCUMENT_CHANGED", Changed(document, found));
            copy.Position = 0;
            return (document, copy);
        }
        catch
        {
            await copy.DisposeAsync();
            throw;
        }
    }

    /// <summary>SHA-256 of the bytes that the store has, written on to a stream.</summary>
    internal async Task<string> SumAsync(KeptDocument document, Stream to, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await foreach (var piece in store.PiecesAsync(document.File.Hash, cancellation))
        {
            hash.AppendData(piece);
            await to.WriteAsync(piece, cancellation);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    internal static string Changed(KeptDocument document, string found) =>
        $"第 {document.Number} 号文件“{document.File.Name}”的内容与存入时不符：应为 sha256:{document.File.Hash}，现为 sha256:{found}。不能使用，请从备份恢复。";

    private static FileStream Temporary()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new(Path.Combine(Path.GetTempPath(), $"huodi-{Path.GetRandomFileName()}"), options);
    }
}
