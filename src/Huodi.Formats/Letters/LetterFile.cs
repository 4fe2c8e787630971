using Huodi.Formats.Files;
using Huodi.Policies.Letters;

namespace Huodi.Formats.Letters;

/// <summary>Writes a letter to a file that is there whole or not at all, and never over another.</summary>
public static class LetterFile
{
    /// <summary>Writes the .docx.</summary>
    /// <exception cref="IOException">The file is there already, or cannot be written.</exception>
    public static async Task WriteAsync(Letter letter, string path, CancellationToken cancellation)
    {
        using var docx = new MemoryStream();
        LetterDocx.Write(letter, docx);
        await WholeFile.WriteAsync(path, overwrite: false, stream => stream.WriteAsync(docx.ToArray(), cancellation).AsTask());
    }
}
