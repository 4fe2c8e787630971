using System.Diagnostics;

namespace Huodi.Cli.Tests.Warnings;

/// <summary>A process of its own that runs a command, and what it prints.</summary>
internal sealed class Watcher : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly Task<string> _errors;
    private readonly List<string> _lines = [];

    private Watcher(Process process) => (_process, _errors) = (process, process.StandardError.ReadToEndAsync());

    /// <summary>What it has printed and somebody waited for.</summary>
    public IReadOnlyList<string> Lines => _lines;

    /// <summary>What it printed as errors, once it has ended.</summary>
    public Task<string> ErrorsAsync => _errors;

    /// <summary>Starts <c>huodi</c>.</summary>
    /// <param name="zone">The machine's time zone; null as it is.</param>
    /// <param name="arguments">Command and options.</param>
    public static Watcher Start(string? zone, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        if (zone is not null) start.Environment["TZ"] = zone;
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "huodi.dll"), .. arguments]) start.ArgumentList.Add(argument);
        return new(Process.Start(start) ?? throw new InvalidOperationException());
    }

    /// <summary>The first line from here on with these words.</summary>
    public async Task<string> LineAsync(string words)
    {
        using var late = new CancellationTokenSource(Longest);
        while (await _process.StandardOutput.ReadLineAsync(late.Token) is { } line)
        {
            _lines.Add(line);
            if (line.Contains(words, StringComparison.Ordinal)) return line;
        }

        throw new InvalidOperationException($"It ended without “{words}”: {string.Join('\n', _lines)}\n{await _errors}");
    }

    /// <summary>SIGKILL.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }
}
