using System.Runtime.CompilerServices;
using Huodi.Domain.Ledger.Projection;
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
        await foreach (var entries in ledger.BySubjectAsync(cancellation))
        {
            if (entries.LastOrDefault(e => knownAsOf is null || e.Recorded <= knownAsOf) is not { } last) continue;
            var facts = FactProjection.Run(declared.Kinds, entries, asOf, knownAsOf).ToSheet().ToJson();
            yield return new(last.Subject, SubjectPlace.Of(last.Subject, facts), read.Of(entries, asOf, knownAsOf), last.Number);
        }
    }
}
