using Huodi.App.Warnings;
using Huodi.Domain.Codes;
using Huodi.Domain.Warnings;

namespace Huodi.Testing;

/// <summary>Warnings in memory, as strict as a store's.</summary>
public sealed class InMemoryWarnings(TimeProvider clock) : IWarningStore
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<long, Warning> _warnings = [];
    private readonly List<WarningEvent> _events = [];
    private readonly List<WarningRun> _runs = [];
    private int _turns;

    /// <inheritdoc/>
    public Task<IWarningTurn> TakeTurnAsync(CancellationToken cancellation) =>
        Interlocked.CompareExchange(ref _turns, 1, 0) == 0 ? Task.FromResult<IWarningTurn>(new Turn(this)) : throw WarningCodes.Running();

    /// <inheritdoc/>
    public IAsyncEnumerable<WarningRun> RunsAsync(CancellationToken cancellation) => Snapshot(() => _runs.AsEnumerable().Reverse());

    /// <inheritdoc/>
    public IAsyncEnumerable<Warning> OpenAsync(CancellationToken cancellation) => Snapshot(() => _warnings.Values.Where(w => w.IsOpen)
        .OrderBy(w => w.Notice.Identity.Subject.Word, StringComparer.Ordinal).ThenBy(w => w.Notice.Identity.Subject.Id, StringComparer.Ordinal).ThenBy(w => w.Number));

    /// <inheritdoc/>
    public IAsyncEnumerable<Warning> ListAsync(WarningFilter filter, long skip, int? take, CancellationToken cancellation) => Snapshot(() => _warnings.Values
        .Where(w => Wants(filter, w)).OrderBy(w => w.Notice.Rank).ThenBy(w => w.Notice.Due).ThenBy(w => w.Number).Skip((int)skip).Take(take ?? int.MaxValue));

    /// <inheritdoc/>
    public Task<IReadOnlyList<WarningCount>> CountAsync(WarningFilter filter, CancellationToken cancellation)
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<WarningCount>>([.. _warnings.Values.Where(w => Wants(filter, w))
                .GroupBy(w => (w.Office, w.Notice.Identity.Level))
                .Select(g => new WarningCount(g.Key.Office, g.Key.Level, g.Min(w => w.Notice.Rank), g.Count(), g.Count(w => w.Status == WarningStatus.Given)))
                .OrderBy(c => c.Office, StringComparer.Ordinal).ThenBy(c => c.Rank)]);
        }
    }

    /// <inheritdoc/>
    public Task<Warning?> FindAsync(long number, CancellationToken cancellation) => Task.FromResult(_warnings.GetValueOrDefault(number));

    /// <inheritdoc/>
    public IAsyncEnumerable<WarningEvent> HistoryAsync(long number, CancellationToken cancellation) => Snapshot(() => _events.Where(e => e.Warning == number).OrderBy(e => e.Version));

    /// <inheritdoc/>
    public Task<Warning> ActAsync(long number, int version, WarningAct act, CancellationToken cancellation)
    {
        lock (_gate)
        {
            var now = _warnings.GetValueOrDefault(number) ?? throw WarningCodes.Unknown(number);
            if (now.Version != version && _events.LastOrDefault(e => e.Warning == number) is { } last) throw WarningCodes.Changed(now, last);
            var next = _warnings[number] = WarningLife.Next(now, act);
            _events.Add(new(number, next.Version, clock.GetUtcNow(), act, null));
            return Task.FromResult(next);
        }
    }

    private static bool Wants(WarningFilter filter, Warning warning) =>
        (!filter.IsOpen || warning.IsOpen)
        && (filter.Office ?? warning.Office) == warning.Office
        && (filter.Level ?? warning.Notice.Identity.Level) == warning.Notice.Identity.Level
        && (filter.Status ?? warning.Status) == warning.Status
        && (filter.Subject ?? warning.Notice.Identity.Subject) == warning.Notice.Identity.Subject
        && (filter.DueBefore is null || warning.Notice.Due <= filter.DueBefore)
        && (filter.Region is null || filter.Region == DivisionCode.Country || (warning.Notice.Place is { } place && filter.Region.Value.Contains(place)));

    private IAsyncEnumerable<T> Snapshot<T>(Func<IEnumerable<T>> items)
    {
        lock (_gate) return items().ToList().ToAsyncEnumerable();
    }

    private WarningRun Save(WarningRun run, List<WarningNotice> given, List<WarningChange> changes)
    {
        lock (_gate)
        {
            var kept = run with { Number = _runs.Count + 1, RanAt = clock.GetUtcNow() };
            var (before, added) = (_events.Count, 0);
            foreach (var change in changes.Where(c => _warnings[c.Number].IsOpen)) Record(kept, change.Number, change.Act);
            foreach (var notice in given)
            {
                if (_warnings.Values.FirstOrDefault(w => w.Notice.Identity == notice.Identity) is { } known)
                {
                    if (!known.IsOpen && known.Status != WarningStatus.Closed)
                        Record(kept, known.Number, WarningAct.Stored(WarningAction.Reopen, kept.Name, "所依据的登记有变，这项预警又成立", "", "", null, null));
                    continue;
                }

                _warnings.Add(_warnings.Count + 1, new(_warnings.Count + 1, notice, kept.Number, kept.Day, WarningStatus.Given, 0, notice.Responsible, "", kept.Day));
                added++;
            }

            kept = kept with { Given = added, Changed = _events.Count - before };
            _runs.Add(kept);
            return kept;
        }
    }

    private void Record(WarningRun run, long number, WarningAct act)
    {
        var now = _warnings[number];
        _events.Add(new(number, now.Version + 1, run.RanAt, act, run.Number));
        _warnings[number] = now with
        {
            Status = WarningLife.After(act.Action),
            Version = now.Version + 1,
            Office = act.Office.Length > 0 ? act.Office : now.Office,
            Person = act.Action == WarningAction.Escalate ? "" : now.Person,
            Since = act.Action is WarningAction.Escalate or WarningAction.Reopen ? run.Day : now.Since,
        };
    }

    private sealed class Turn(InMemoryWarnings store) : IWarningTurn
    {
        private readonly List<WarningNotice> _given = [];
        private readonly List<WarningChange> _changes = [];
        private WarningRun? _run;

        public Task<WarningRun?> LastAsync(CancellationToken cancellation) => Task.FromResult(store._runs.LastOrDefault());

        public Task GiveAsync(IReadOnlyList<WarningNotice> notices, CancellationToken cancellation)
        {
            _given.AddRange(notices);
            return Task.CompletedTask;
        }

        public Task ChangeAsync(IReadOnlyList<WarningChange> changes, CancellationToken cancellation)
        {
            _changes.AddRange(changes);
            return Task.CompletedTask;
        }

        public Task BeginAsync(WarningRun run, CancellationToken cancellation)
        {
            _run = run;
            return Task.CompletedTask;
        }

        public Task<WarningRun> SaveAsync(CancellationToken cancellation) => Task.FromResult(store.Save(_run!, _given, _changes));

        public ValueTask DisposeAsync()
        {
            _ = Interlocked.Exchange(ref store._turns, 0);
            return ValueTask.CompletedTask;
        }
    }
}
