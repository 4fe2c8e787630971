using System.Security.Cryptography;

namespace Huodi.Formats.Imports;

/// <summary>SHA-256 of the files a source consists of, in their order; lower-case hex.</summary>
internal static class FileHash
{
    private const int BufferSize = 1 << 20;

    public static async Task<string> OfAsync(IReadOnlyList<string> parts, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferSize];
        foreach (var part in parts)
        {
            await using var stream = new FileStream(part, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1, FileOptions.Asynchronous | FileOptions.SequentialScan);
            for (int read; (read = await stream.ReadAsync(buffer, cancellation)) > 0;) hash.AppendData(buffer, 0, read);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public static string Of(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
