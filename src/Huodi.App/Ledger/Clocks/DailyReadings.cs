using System.Runtime.CompilerServices;
using Huodi.App.Ledger.Stretches;
using Huodi.Policies;
using Huodi.Policies.Ledger;

namespace Huodi.App.Ledger.Clocks;

/// <summary>All clocks of a whole ledger on a day. Nothing is kept from one day to the next: every run works everything out again.</summary>
public sealed class DailyReadings(PolicyLibrary library, LoadedLedger declared)
{
    /// <summary>Every subject that the ledger knows at the moment, by kind and identity, with what <see cref="ReadClocks"/> reads for it.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="knownAsOf">The moment; null for everything recorded.</param>
    /// <param name="cancellation">Cancels.</param>
    public async IAsyncEnumerable<SubjectClocks> OfAsync(
        ILedgerStore ledger, DateOnly asOf, DateTimeOffset? knownAsOf, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var read = new ReadClocks(library, declared);
        var needs = ClockNeeds.Of(declared);
        var upTo = await WorkThrough.LastKnownAsync(ledger, knownAsOf, cancellation);
        await foreach (var clocks in WorkThrough.AllAsync(ledger, upTo, whole: false, Worker, cancellation)) yield return clocks;

        Func<LedgerStretch, SubjectClocks[]> Worker() => new StretchJudge<SubjectClocks>(library, declared, needs, asOf, (subject, facts, answers, last) =>
            new(subject, SubjectPlace.Of(subject, facts), read.Of(subject, facts, answers, asOf), last)).Read;
    }
}
