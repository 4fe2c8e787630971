using Huodi.Domain.Ledger;
using Huodi.Domain.Warnings;

namespace Huodi.App.Warnings;

/// <summary>The open warnings as they come, taken subject by subject beside another stream of the same order.</summary>
internal sealed class OpenWarnings(IAsyncEnumerator<Warning> warnings) : IAsyncDisposable
{
    private bool _hasNext;

    public static async Task<OpenWarnings> StartAsync(IWarningStore store, CancellationToken cancellation)
    {
        var open = new OpenWarnings(store.OpenAsync(cancellation).GetAsyncEnumerator(cancellation));
        open._hasNext = await open.NextAsync();
        return open;
    }

    /// <summary>The warnings of the next subject that comes before the one given; null when there is none. Null for all that are left.</summary>
    public Task<IReadOnlyList<Warning>?> BeforeAsync(LedgerSubject? subject) =>
        _hasNext && (subject is null || SubjectOrder.Compare(Subject, subject.Value) < 0) ? TakeAsync() : Task.FromResult<IReadOnlyList<Warning>?>(null);

    /// <summary>The warnings of the subject; empty when it has none. All before it have been taken.</summary>
    public async Task<IReadOnlyList<Warning>> OfAsync(LedgerSubject subject) => _hasNext && Subject == subject ? await TakeAsync() ?? [] : [];

    public ValueTask DisposeAsync() => warnings.DisposeAsync();

    private LedgerSubject Subject => warnings.Current.Notice.Identity.Subject;

    private async Task<IReadOnlyList<Warning>?> TakeAsync()
    {
        var (subject, taken) = (Subject, new List<Warning>());
        do
        {
            taken.Add(warnings.Current);
            _hasNext = await NextAsync();
        }
        while (_hasNext && Subject == subject);
        return taken;
    }

    private ValueTask<bool> NextAsync() => warnings.MoveNextAsync();
}
