using System.Diagnostics;
using System.Globalization;

namespace Huodi.Store.Tests.Contract;

/// <summary>A process that saves without end, and is killed.</summary>
internal static class KilledImporter
{
    /// <summary>Starts it, kills it (SIGKILL) some time after it has opened the store, and gives the numbers it reported as saved.</summary>
    /// <param name="arguments">Which store.</param>
    /// <param name="waitForOpen">Whether the time runs from the moment the store is open, or from the start of the process.</param>
    /// <param name="delay">The time.</param>
    public static async Task<(List<long> Batches, List<long> Runs)> RunAsync(string[] arguments, bool waitForOpen, TimeSpan delay)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Huodi.Store.Importer.dll"));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start) ?? throw new InvalidOperationException();
        var errors = process.StandardError.ReadToEndAsync();
        if (waitForOpen && await process.StandardOutput.ReadLineAsync() != "open") throw new InvalidOperationException(await errors);

        await Task.Delay(delay);
        var wasRunning = !process.HasExited;
        process.Kill();
        var lines = (await process.StandardOutput.ReadToEndAsync()).Split('\n');
        await process.WaitForExitAsync();
        return wasRunning ? (Numbers(lines, "batch "), Numbers(lines, "run ")) : throw new InvalidOperationException(await errors);
    }

    /// <summary>A last line without its end was not yet reported.</summary>
    private static List<long> Numbers(string[] lines, string prefix) =>
    [
        .. lines[..^1]
            .Where(l => l.StartsWith(prefix, StringComparison.Ordinal))
            .Select(l => long.Parse(l.AsSpan(prefix.Length), CultureInfo.InvariantCulture)),
    ];
}
