using System.Text;

namespace Huodi.Formats.Files;

/// <summary>Writes a file under a temporary name beside it and renames it when it is complete, so that nobody finds half of one.</summary>
public static class WholeFile
{
    /// <summary>Writes a text; what was there before stays when the writing fails.</summary>
    public static Task WriteAsync(string path, Encoding encoding, Func<StreamWriter, Task> write, CancellationToken cancellation) => WriteAsync(
        path,
        overwrite: true,
        async stream =>
        {
            await using var writer = new StreamWriter(stream, encoding, 1 << 16, leaveOpen: true);
            await write(writer);
            await writer.FlushAsync(cancellation);
        });

    /// <summary>Writes bytes; what was there before stays when the writing fails, or always.</summary>
    /// <param name="path">The file.</param>
    /// <param name="overwrite">Whether a file of that name may be replaced.</param>
    /// <param name="write">Writes into the stream, which is closed behind it.</param>
    /// <exception cref="IOException">The file is there already and may not be replaced, or cannot be written.</exception>
    public static async Task WriteAsync(string path, bool overwrite, Func<Stream, Task> write)
    {
        var part = path + ".part";
        try
        {
            await using (var stream = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16, useAsync: true))
            {
                await write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(part, path, overwrite);
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }
}
