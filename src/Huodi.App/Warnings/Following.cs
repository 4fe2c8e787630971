using Huodi.App.Ledger.Clocks;
using Huodi.App.Stores;
using Huodi.Domain.Warnings;

namespace Huodi.App.Warnings;

/// <summary>Follows open warnings through one run and hands what becomes of them to its turn, piece by piece.</summary>
internal sealed class Following(ILandStore store, ReadClocks clocks, FollowWarnings follow, IWarningTurn turn, WritingBeside writing, WarningRun run)
{
    private const int Piece = 2000;

    private List<WarningChange> _changes = [];
    private readonly EndingEntry _entry = new(store.Ledger, clocks, run.Day);
    private Dictionary<long, long>? _known;

    /// <summary>Follows the warnings of one subject.</summary>
    public async Task AddAsync(IReadOnlyList<Warning> warnings, IReadOnlyList<ClockReading> readings, CancellationToken cancellation)
    {
        foreach (var warning in warnings)
        {
            var now = readings.FirstOrDefault(r => r.Rule == warning.Notice.Identity.Rule);
            if (FollowWarnings.End(warning, now) is var (action, reason))
            {
                var entry = action == WarningAction.Supersede ? null : await _entry.FindAsync(warning, await KnownAsync(warning.Run, cancellation), cancellation);
                _changes.Add(new(warning.Number, WarningAct.End(action, run.Name, reason, entry)));
            }
            else if (follow.Escalation(warning) is { } escalation)
            {
                _changes.Add(new(warning.Number, escalation));
            }
        }

        if (_changes.Count >= Piece) await FlushAsync(cancellation);
    }

    /// <summary>Hands over what is left.</summary>
    public Task FlushAsync(CancellationToken cancellation)
    {
        var piece = _changes;
        _changes = [];
        return writing.StartAsync(() => turn.ChangeAsync(piece, cancellation));
    }

    private async Task<long> KnownAsync(long given, CancellationToken cancellation)
    {
        _known ??= await store.Warnings.RunsAsync(cancellation).ToDictionaryAsync(r => r.Number, r => r.LedgerEntries, cancellationToken: cancellation);
        return _known.GetValueOrDefault(given);
    }
}
