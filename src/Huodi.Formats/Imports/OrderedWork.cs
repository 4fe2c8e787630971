using System.Threading.Channels;

namespace Huodi.Formats.Imports;

/// <summary>Reads rows in chunks, works on several chunks at once, and hands the results over in the order of the file. Memory is a few chunks.</summary>
internal static class OrderedWork
{
    /// <summary>So few that what is under way is garbage of the youngest generation.</summary>
    private const int ChunkSize = 256;

    /// <param name="rows">Enumerated on a thread of its own.</param>
    /// <param name="work">Works on a chunk; called from several threads at once.</param>
    /// <param name="take">Takes a result; called one at a time, in order.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task RunAsync<TRow, TResult>(
        IEnumerable<TRow> rows, Func<IReadOnlyList<TRow>, TResult> work, Func<TResult, Task> take, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var queue = Channel.CreateBounded<Task<TResult>>(new BoundedChannelOptions(Environment.ProcessorCount * 2) { SingleReader = true, SingleWriter = true });
        var reading = Task.Run(() => ReadAsync(rows, work, queue.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var result in queue.Reader.ReadAllAsync(stop.Token)) await take(await result);
        }
        catch
        {
            await stop.CancelAsync();
            await reading.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default); // its end, whatever it was; the first reason is thrown
            throw;
        }

        await reading;
    }

    private static async Task ReadAsync<TRow, TResult>(
        IEnumerable<TRow> rows, Func<IReadOnlyList<TRow>, TResult> work, ChannelWriter<Task<TResult>> queue, CancellationToken cancellation)
    {
        try
        {
            foreach (var chunk in rows.Chunk(ChunkSize))
            {
                cancellation.ThrowIfCancellationRequested();
                await queue.WriteAsync(Task.Run(() => work(chunk), cancellation), cancellation);
            }

            queue.Complete();
        }
        catch (Exception problem)
        {
            queue.Complete(problem);
        }
    }
}
