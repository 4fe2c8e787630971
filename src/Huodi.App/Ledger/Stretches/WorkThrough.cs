using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Huodi.App.Ledger.Stretches;

/// <summary>Works through a whole ledger: one reader, a few stretches in memory, each worked on by one thread, results in the order of the subjects.</summary>
internal static class WorkThrough
{
    /// <summary>The number up to which entries were known at a moment.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="knownAsOf">The moment; null for everything recorded.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task<long> LastKnownAsync(ILedgerStore ledger, DateTimeOffset? knownAsOf, CancellationToken cancellation)
    {
        var (known, unknown) = (0L, (await ledger.HeadAsync(cancellation)).Entries + 1);
        if (knownAsOf is null) return unknown - 1;
        while (unknown - known > 1)
        {
            var middle = known + ((unknown - known) / 2);
            if (await ledger.FindAsync(middle, cancellation) is { } entry && entry.Recorded <= knownAsOf) known = middle;
            else unknown = middle;
        }

        return known;
    }

    /// <summary>What is made of every subject, in the order of the ledger.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="upTo">The last entry that counts.</param>
    /// <param name="whole">Whether whole entries are asked for of most subjects.</param>
    /// <param name="newWorker">Makes a worker; each is used by one thread at a time.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async IAsyncEnumerable<T> AllAsync<T>(
        ILedgerStore ledger, long upTo, bool whole, Func<Func<LedgerStretch, T[]>> newWorker, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var threads = Environment.ProcessorCount;
        var idle = new System.Collections.Concurrent.ConcurrentBag<Func<LedgerStretch, T[]>>();
        var running = Channel.CreateBounded<Task<T[]>>(threads);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var reading = Task.Run(ReadAsync, CancellationToken.None);
        try
        {
            await foreach (var task in running.Reader.ReadAllAsync(cancellation))
            {
                foreach (var one in await task) yield return one;
            }
        }
        finally
        {
            await stop.CancelAsync();
            await reading;
        }

        async Task ReadAsync()
        {
            try
            {
                await foreach (var stretch in ledger.StretchesAsync(upTo, whole, stop.Token))
                    await running.Writer.WriteAsync(Task.Run(() => Work(stretch), stop.Token), stop.Token);
                running.Writer.Complete();
            }
            catch (Exception failed)
            {
                // The one who reads the results is told; if nobody reads any more, nobody is.
                running.Writer.Complete(failed);
            }
        }

        T[] Work(LedgerStretch stretch)
        {
            var worker = idle.TryTake(out var free) ? free : newWorker();
            var made = worker(stretch);
            idle.Add(worker);
            return made;
        }
    }
}
