using System.Text;

namespace Huodi.Formats.Files;

/// <summary>Writes a file under a temporary name beside it and renames it when it is complete, so that nobody finds half of one.</summary>
public static class WholeFile
{
    /// <summary>Writes the file; what was there before stays when the writing fails.</summary>
    public static async Task WriteAsync(string path, Encoding encoding, Func<StreamWriter, Task> write, CancellationToken cancellation)
    {
        var part = path + ".part";
        try
        {
            await using (var stream = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16, useAsync: true))
            {
                await using var writer = new StreamWriter(stream, encoding, 1 << 16, leaveOpen: true);
                await write(writer);
                await writer.FlushAsync(cancellation);
                stream.Flush(flushToDisk: true);
            }

            File.Move(part, path, overwrite: true);
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }
}
