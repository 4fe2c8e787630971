using Huodi.Testing;

namespace Huodi.Cli.Tests;

/// <summary>A folder of its own and commands run in it, as a user would, on one fixed day.</summary>
internal sealed class Session : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("huodi-cli-");
    private readonly FixedClock _clock = FixedClock.On(2026, 3, 1);

    public string Store => File("city.gpkg");

    public static string Sample(string file) => Path.Combine(AppContext.BaseDirectory, "samples", file);

    public string File(string name) => Path.Combine(_folder.FullName, name);

    public string Write(string name, string text)
    {
        System.IO.File.WriteAllText(File(name), text);
        return File(name);
    }

    public string Write(string name, byte[] bytes)
    {
        System.IO.File.WriteAllBytes(File(name), bytes);
        return File(name);
    }

    /// <summary>Files in the folder, by name.</summary>
    public IEnumerable<string> Files() => _folder.EnumerateFiles().Select(f => f.Name).Order(StringComparer.Ordinal);

    public async Task<(int Exit, string Out, string Error)> RunAsync(params string[] args)
    {
        using StringWriter output = new(), error = new();
        var exit = await HuodiCli.RunAsync(args, new(TextWriter.Synchronized(output), TextWriter.Synchronized(error), _clock), TestContext.Current.CancellationToken);
        return (exit, output.ToString(), error.ToString());
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
