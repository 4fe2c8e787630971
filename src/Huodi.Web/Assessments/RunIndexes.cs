using System.Collections.Concurrent;
using Huodi.App.Assessments;
using Huodi.App.Stores;

namespace Huodi.Web.Assessments;

/// <summary>Indexes of the runs looked at last. A run is frozen, so an index never goes stale.</summary>
internal sealed class RunIndexes(ILandStore store) : IDisposable
{
    private const int Kept = 4;

    private readonly ConcurrentDictionary<long, RunIndex> _indexes = new();
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);

    /// <summary>The index of a run, of the newest one for null; null when there is no such run.</summary>
    public async Task<RunIndex?> FindAsync(long? number, CancellationToken cancellation)
    {
        var run = await RunAsync(number, cancellation);
        if (run is null) return null;
        if (_indexes.TryGetValue(run.Number, out var known)) return known;

        await _oneAtATime.WaitAsync(cancellation);
        try
        {
            if (_indexes.TryGetValue(run.Number, out known)) return known;
            var index = await RunIndexBuilder.BuildAsync(run, store.RunSubjectsAsync(run.Number, cancellation), cancellation);
            while (_indexes.Count >= Kept) _ = _indexes.TryRemove(_indexes.Keys.Min(), out _);
            _indexes[run.Number] = index;
            return index;
        }
        finally
        {
            _ = _oneAtATime.Release();
        }
    }

    /// <summary>The run of that number, the newest for null; null when there is none.</summary>
    public async Task<AssessmentRun?> RunAsync(long? number, CancellationToken cancellation)
    {
        await foreach (var run in store.RunsAsync(cancellation))
        {
            if (number is null || run.Number == number) return run;
        }

        return null;
    }

    /// <inheritdoc/>
    public void Dispose() => _oneAtATime.Dispose();
}
