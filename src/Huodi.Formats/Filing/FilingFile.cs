namespace Huodi.Formats.Filing;

/// <summary>One file of a package.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">SHA-256 of its bytes, lower-case hex.</param>
public sealed record FilingFile(string Name, long Bytes, string Sha256)
{
    /// <summary>A file as it lies on disk.</summary>
    internal static async Task<FilingFile> OfAsync(string path, CancellationToken cancellation)
    {
        await using var content = File.OpenRead(path);
        var hash = await System.Security.Cryptography.SHA256.HashDataAsync(content, cancellation);
        return new(Path.GetFileName(path), content.Length, Convert.ToHexStringLower(hash));
    }
}
