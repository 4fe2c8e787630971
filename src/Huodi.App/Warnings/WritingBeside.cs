namespace Huodi.App.Warnings;

/// <summary>Writes one piece while the next is worked out; one at a time, in the order given.</summary>
internal sealed class WritingBeside : IAsyncDisposable
{
    private Task _last = Task.CompletedTask;

    /// <summary>Starts to write a piece as soon as the one before is written.</summary>
    /// <param name="write">Writes it; nobody else may change what it writes.</param>
    public async Task StartAsync(Func<Task> write)
    {
        await _last;
        _last = Task.Run(write);
    }

    /// <summary>Waits for the last piece.</summary>
    public Task EndAsync() => _last;

    /// <summary>Waits until nothing is written any more. Whether that went well is told by the other two.</summary>
    public async ValueTask DisposeAsync() => await _last.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
