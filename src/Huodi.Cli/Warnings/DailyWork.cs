using Huodi.App.Stores;
using Huodi.App.Warnings;
using Huodi.Domain;
using Huodi.Policies;
using Huodi.Policies.Ledger;

namespace Huodi.Cli.Warnings;

/// <summary>What the scheduler does: runs for today and the days that were missed.</summary>
/// <param name="host">The clock, and where it reports.</param>
/// <param name="store">The land database.</param>
/// <param name="library">The law.</param>
/// <param name="ledger">The declarations of the ledger.</param>
/// <param name="daily">The time of day, in China, from which the day's warnings are due.</param>
internal sealed class DailyWork(CliHost host, ILandStore store, PolicyLibrary library, LoadedLedger ledger, TimeOnly daily)
{
    private const int Tries = 30;
    private const int LongestPause = 15;
    private readonly RunWarnings _run = new(store, library, ledger);

    /// <summary>The time of day, in China, from which the day's warnings are due.</summary>
    public TimeOnly Daily => daily;

    /// <summary>Refuses to watch with a clock that is not the server's.</summary>
    /// <exception cref="CliException">CLOCK_APART.</exception>
    public Task RequireClockAsync(CancellationToken cancellation) => StoreClock.RequireAsync(host, store, cancellation);

    /// <summary>Runs, and tries again a while when the store is busy or another worker has the turn.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                if (await DueAsync(cancellation) is not { } day) return;
                var runs = await _run.CatchUpAsync(day, $"定时 {Environment.MachineName}-{Environment.ProcessId}", cancellation);
                foreach (var run in runs) host.Out.WriteLine(WarningText.Of(run));
                if (runs.Count == 0) host.Out.WriteLine(await GivenAsync(day, cancellation));
                return;
            }
            catch (StoreException waiting) when (tries < Tries && waiting.Code is "WARNING_RUNNING" or "STORE_BUSY" or "STORE_UNREACHABLE")
            {
                // Soon at first: a server that starts again and the lock of a worker that was killed are there within seconds.
                await Task.Delay(TimeSpan.FromSeconds(Math.Min(tries, LongestPause)), host.Time, cancellation);
            }
            catch (Exception failed) when (failed is StoreException or DomainException)
            {
                host.Error.WriteLine($"每日预警没有发成：{failed.Message} 明日补发，或者用 huodi warnings run 手工运行。");
                return;
            }
        }
    }

    /// <summary>The last day whose time has come; null when there is nothing to make up for yet.</summary>
    private async Task<DateOnly?> DueAsync(CancellationToken cancellation)
    {
        var now = await StoreClock.NowAsync(host, store, cancellation);
        var today = DateOnly.FromDateTime(now);
        if (TimeOnly.FromDateTime(now) >= daily) return today;
        return await store.Warnings.RunsAsync(cancellation).AnyAsync(cancellation) ? today.AddDays(-1) : null;
    }

    private async Task<string> GivenAsync(DateOnly day, CancellationToken cancellation) =>
        await store.Warnings.RunsAsync(cancellation).FirstOrDefaultAsync(cancellation) is { } last && last.Day > day
            ? $"预警已经发到 {last.Day:yyyy-MM-dd}，晚于 {day:yyyy-MM-dd}：那次运行的机器时钟快了，或者现在的慢了。没有再发，请校时。"
            : $"{day:yyyy-MM-dd} 的预警已经发过，没有再发。";
}
