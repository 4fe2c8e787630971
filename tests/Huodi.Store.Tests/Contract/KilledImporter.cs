using System.Diagnostics;
using System.Globalization;

namespace Huodi.Store.Tests.Contract;

/// <summary>A process that saves without end, and is killed.</summary>
internal static class KilledImporter
{
    /// <summary>Starts it, kills it (SIGKILL), and gives the numbers it reported as saved.</summary>
    /// <param name="arguments">Which store.</param>
    /// <param name="lines">How many lines it may report before the time begins: on a busy machine a time alone would catch it idle.</param>
    /// <param name="delay">The time it has after them.</param>
    public static async Task<(List<long> Batches, List<long> Runs)> RunAsync(string[] arguments, int lines, TimeSpan delay)
    {
        var reported = await ReportedAsync(arguments, lines, delay);
        return (Numbers(reported, "batch "), Numbers(reported, "run "));
    }

    /// <summary>The same, and gives the lines it reported.</summary>
    public static async Task<List<string>> ReportedAsync(string[] arguments, int lines, TimeSpan delay)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Huodi.Store.Importer.dll"));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start) ?? throw new InvalidOperationException();
        var errors = process.StandardError.ReadToEndAsync();
        var reported = new List<string>();
        while (reported.Count < lines)
        {
            reported.Add(await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException(await errors));
        }

        await Task.Delay(delay);
        var wasRunning = !process.HasExited;
        process.Kill();

        // A last line without its end was not yet reported.
        reported.AddRange((await process.StandardOutput.ReadToEndAsync()).Split('\n')[..^1]);
        await process.WaitForExitAsync();
        return wasRunning ? reported : throw new InvalidOperationException(await errors);
    }

    private static List<long> Numbers(List<string> lines, string prefix) =>
    [
        .. lines
            .Where(l => l.StartsWith(prefix, StringComparison.Ordinal))
            .Select(l => long.Parse(l.AsSpan(prefix.Length), CultureInfo.InvariantCulture)),
    ];
}
