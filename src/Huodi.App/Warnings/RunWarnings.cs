using Huodi.App.Ledger.Clocks;
using Huodi.App.Stores;
using Huodi.Domain;
using Huodi.Domain.Warnings;
using Huodi.Policies;
using Huodi.Policies.Ledger;

namespace Huodi.App.Warnings;

/// <summary>The daily run: gives every warning of a day once, and follows those that are open. Kept whole or not at all.</summary>
public sealed class RunWarnings(ILandStore store, PolicyLibrary library, LoadedLedger ledger)
{
    private const int Piece = 5000;

    private readonly ReadClocks _clocks = new(library, ledger);
    private readonly DailyReadings _readings = new(library, ledger);
    private readonly GiveWarnings _give = new(ledger.Warnings, library.Dictionary);

    /// <summary>Runs for a day. A day that was run with the same ledger is not run again.</summary>
    /// <param name="day">The day it is for.</param>
    /// <param name="by">Who or what started it.</param>
    /// <param name="again">Runs all the same: the declarations or the law may have changed.</param>
    /// <param name="cancellation">Cancels; nothing is kept then.</param>
    /// <returns>The run, and whether it is new.</returns>
    /// <exception cref="DomainException">WARNING_DAY: a later day was run already.</exception>
    /// <exception cref="StoreException">WARNING_RUNNING: another process runs.</exception>
    public async Task<(WarningRun Run, bool IsNew)> RunAsync(DateOnly day, string by, bool again, CancellationToken cancellation)
    {
        await using var turn = await store.Warnings.TakeTurnAsync(cancellation);
        var last = await turn.LastAsync(cancellation);
        if (last is not null && last.Day > day)
            throw new DomainException("WARNING_DAY", $"预警已经运行到 {last.Day:yyyy-MM-dd}，不能再为更早的 {day:yyyy-MM-dd} 运行：已过的预警不重发。");
        var head = await store.Ledger.HeadAsync(cancellation);
        if (!again && last is not null && last.Day == day && last.LedgerEntries == head.Entries) return (last, false);

        var run = new WarningRun((last?.Number ?? 0) + 1, day, default, by, head.Entries, 0, 0);
        await turn.BeginAsync(run, cancellation);
        await FillAsync(turn, run, cancellation);
        return (await turn.SaveAsync(cancellation), true);
    }

    /// <summary>Runs for the days up to one that were missed since the last run, in their order; the first run of all is for that day alone.</summary>
    /// <returns>The runs that are new.</returns>
    public async Task<IReadOnlyList<WarningRun>> CatchUpAsync(DateOnly day, string by, CancellationToken cancellation)
    {
        var last = await store.Warnings.RunsAsync(cancellation).FirstOrDefaultAsync(cancellation);
        var first = last is null ? day : Later(last.Day.AddDays(1), day.AddDays(-ledger.Warnings.CatchUpDays));
        var runs = new List<WarningRun>();
        for (var missed = first; missed <= day; missed = missed.AddDays(1))
        {
            if (await RunAsync(missed, by, again: false, cancellation) is (var run, true)) runs.Add(run);
        }

        return runs;
    }

    private static DateOnly Later(DateOnly left, DateOnly right) => left > right ? left : right;

    private async Task FillAsync(IWarningTurn turn, WarningRun run, CancellationToken cancellation)
    {
        var given = new List<WarningNotice>();
        await using var writing = new WritingBeside();
        var follow = new Following(store, _clocks, new(ledger.Warnings, run.Day, run.Name), turn, writing, run);
        await using var open = await OpenWarnings.StartAsync(store.Warnings, cancellation);
        await foreach (var subject in _readings.OfAsync(store.Ledger, run.Day, null, cancellation))
        {
            while (await open.BeforeAsync(subject.Subject) is { } gone) await follow.AddAsync(gone, [], cancellation);
            var (notices, standing) = (_give.Of(subject), await open.OfAsync(subject.Subject));
            if (standing.Count > 0) await follow.AddAsync(standing, subject.Readings, cancellation);
            given.AddRange(standing.Count == 0 ? notices : notices.Where(n => standing.All(w => w.Notice.Identity != n.Identity)));
            if (given.Count < Piece) continue;
            await GiveAsync();
        }

        while (await open.BeforeAsync(null) is { } gone) await follow.AddAsync(gone, [], cancellation);
        await GiveAsync();
        await follow.FlushAsync(cancellation);
        await writing.EndAsync();

        Task GiveAsync()
        {
            var piece = given;
            given = [];
            return writing.StartAsync(() => turn.GiveAsync(piece, cancellation));
        }
    }
}
