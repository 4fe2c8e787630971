using System.Diagnostics;

namespace Huodi.Store.Tests.Contract;

/// <summary>Several processes that do the same at once, each to its end.</summary>
internal static class Workers
{
    /// <summary>Runs them and gives what each reported.</summary>
    public static Task<string[][]> RunAsync(int count, params string[] arguments) => Task.WhenAll(Enumerable.Range(0, count).Select(_ => OneAsync(arguments)));

    private static async Task<string[]> OneAsync(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Huodi.Store.Importer.dll"));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start) ?? throw new InvalidOperationException();
        var errors = process.StandardError.ReadToEndAsync();
        var reported = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? reported.Split('\n', StringSplitOptions.RemoveEmptyEntries) : throw new InvalidOperationException(await errors);
    }
}
