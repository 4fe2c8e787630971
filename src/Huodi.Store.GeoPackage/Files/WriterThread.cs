using System.Threading.Channels;
using Huodi.App.Stores;
using Microsoft.Data.Sqlite;

namespace Huodi.Store.GeoPackage.Files;

/// <summary>
/// Does the work of one transaction on a thread of its own, piece by piece in order, so that who feeds it can prepare the next piece.
/// After a piece has failed nothing more is done, and every later call throws what it threw.
/// </summary>
internal sealed class WriterThread
{
    private const int Waiting = 4;

    private readonly string _path;
    private readonly Channel<Action> _work = Channel.CreateBounded<Action>(new BoundedChannelOptions(Waiting) { SingleReader = true, SingleWriter = true });
    private readonly Task _loop;
    private volatile Exception? _failure;

    public WriterThread(string path)
    {
        _path = path;
        _loop = Task.Run(LoopAsync);
    }

    /// <summary>Hands over a piece of work; it may still be waiting when the call returns.</summary>
    public async Task QueueAsync(Action work, CancellationToken cancellation)
    {
        Throw();
        await _work.Writer.WriteAsync(work, cancellation);
    }

    /// <summary>Does a piece of work after all before it, and gives its result.</summary>
    public async Task<T> DoAsync<T>(Func<T> work, CancellationToken cancellation)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        await QueueAsync(() => done.SetResult(work()), cancellation);
        var ended = await Task.WhenAny(done.Task, _loop);
        if (ended != done.Task && !done.Task.IsCompleted) Throw();
        return await done.Task;
    }

    /// <summary>Ends when what is under way is done; what is waiting is dropped.</summary>
    public async Task StopAsync()
    {
        _failure ??= new InvalidOperationException("The session has ended; it can only be disposed of.");
        _ = _work.Writer.TryComplete();
        await _loop;
    }

    private async Task LoopAsync()
    {
        await foreach (var work in _work.Reader.ReadAllAsync())
        {
            if (_failure is not null) return;
            try
            {
                work();
            }
            catch (SqliteException e)
            {
                _failure = SqliteErrors.Translate(_path, e);
            }
            catch (Exception e)
            {
                _failure = e;
            }

            if (_failure is not null)
            {
                _ = _work.Writer.TryComplete();
                return;
            }
        }
    }

    private void Throw()
    {
        switch (_failure)
        {
            case null: return;
            case StoreException e: throw new StoreException(e.Code, e.Message, e);
            case OperationCanceledException e: throw new OperationCanceledException(e.Message, e, e.CancellationToken);
            default: throw new InvalidOperationException(_failure.Message, _failure);
        }
    }
}
