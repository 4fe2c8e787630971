using System.Diagnostics;
using Huodi.Formats.Imports;

namespace Huodi.Cli.Land;

/// <summary>Shows how far an import is: a bar on a terminal, a line every few seconds elsewhere.</summary>
internal sealed class ImportProgressLine : IAsyncDisposable
{
    private const int Width = 30;
    private static readonly TimeSpan OnTerminal = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Elsewhere = TimeSpan.FromSeconds(5);

    private readonly CliHost _host;
    private readonly bool _isTerminal;
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly ITimer _timer;
    private readonly Lock _gate = new();
    private ImportProgress _last;
    private int _shown;

    public ImportProgressLine(CliHost host)
    {
        _host = host;
        _isTerminal = ReferenceEquals(host.Error, Console.Error) && !Console.IsErrorRedirected;
        var every = _isTerminal ? OnTerminal : Elsewhere;
        _timer = host.Time.CreateTimer(_ => Write(), null, every, every);
    }

    /// <summary>Takes the progress; cheap.</summary>
    public void Show(ImportProgress progress)
    {
        lock (_gate) _last = progress;
    }

    /// <summary>Tells a line; the bar makes room for it.</summary>
    public void Tell(string line)
    {
        lock (_gate)
        {
            Clear();
            _host.Error.WriteLine(line);
        }
    }

    /// <summary>Stops, and clears the bar.</summary>
    public async Task EndAsync()
    {
        await _timer.DisposeAsync();
        lock (_gate) Clear();
    }

    public async ValueTask DisposeAsync() => await EndAsync();

    private void Clear()
    {
        if (_shown > 0) _host.Error.Write($"\r{new string(' ', _shown)}\r");
        _shown = 0;
    }

    private void Write()
    {
        lock (_gate)
        {
            if (_last.Done == 0) return;
            var rate = _last.Done / _watch.Elapsed.TotalSeconds;
            var text = $"{_last.Done:N0}{(_last.Total is { } total ? $" / {total:N0}" : "")} 行，每秒 {rate:N0} 行{Rest(rate)}";
            if (!_isTerminal)
            {
                _host.Error.WriteLine($"… {text}");
                return;
            }

            var full = _last.Total is > 0 and var all ? (int)Math.Min(Width, Width * _last.Done / all) : 0;
            var line = $"[{new string('█', full)}{new string('·', Width - full)}] {text}";
            _host.Error.Write($"\r{line.PadRight(_shown)}");
            _shown = line.Length + 8;
        }
    }

    private string Rest(double rate) =>
        _last.Total is { } total && rate > 0 && total >= _last.Done ? $"，还需约 {TimeSpan.FromSeconds((total - _last.Done) / rate):hh\\:mm\\:ss}" : "";
}
