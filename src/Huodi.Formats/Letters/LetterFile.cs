using Huodi.Policies.Letters;

namespace Huodi.Formats.Letters;

/// <summary>Writes a letter to a file that is there whole or not at all.</summary>
public static class LetterFile
{
    /// <summary>Writes the .docx.</summary>
    /// <exception cref="IOException">The file is there already, or cannot be written.</exception>
    public static async Task WriteAsync(Letter letter, string path, CancellationToken cancellation)
    {
        var part = path + ".part";
        try
        {
            using var docx = new MemoryStream();
            LetterDocx.Write(letter, docx);
            await using (var file = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                await file.WriteAsync(docx.ToArray(), cancellation);
                file.Flush(flushToDisk: true);
            }

            File.Move(part, path, overwrite: false);
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }
}
