using Huodi.App.Stores;
using Huodi.Formats.Files;
using Huodi.Formats.Imports;
using Huodi.Policies.Facts;

namespace Huodi.Cli.Registers;

/// <summary>Reads small land files for commands that are no imports.</summary>
internal static class LandFile
{
    /// <summary>How the file is read.</summary>
    /// <exception cref="CliException">IMPORT_FILE.</exception>
    public static async Task<ImportJob> JobAsync(FileInfo file, CliHost host, ILandStore land, FactDictionary dictionary, CancellationToken cancellation)
    {
        if (!file.Exists) throw new CliException("IMPORT_FILE", $"找不到文件 {file.FullName}。", "检查路径。");
        var districts = await land.DistrictsAsync(cancellation).ToListAsync(cancellation);
        return new(file.FullName, dictionary, districts, host.Time.GetUtcNow(), host.Today, _ => Task.FromResult(land));
    }

    /// <summary>Does the reading.</summary>
    /// <exception cref="CliException">The file as a whole cannot be read, with its code and remedy.</exception>
    public static async Task<T> ReadAsync<T>(Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (FileRefusedException refused)
        {
            throw new CliException(refused.Diagnostic.Code, refused.Message, refused.Diagnostic.Suggestion);
        }
    }
}
