using System.Runtime.CompilerServices;
using Huodi.App.Ledger.Stretches;
using Huodi.Policies;
using Huodi.Policies.Evaluation;
using Huodi.Policies.Ledger;

namespace Huodi.App.Ledger.States;

/// <summary>The states of all subjects of a ledger on a day, worked out again each time.</summary>
public sealed class AllStates(PolicyLibrary library, LoadedLedger declared)
{
    /// <summary>Every subject that the ledger knows at the moment, by kind and identity, with what <see cref="DeriveState"/> derives for it.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="knownAsOf">The moment; null for everything recorded.</param>
    /// <param name="cancellation">Cancels.</param>
    public async IAsyncEnumerable<SubjectState> OfAsync(
        ILedgerStore ledger, DateOnly asOf, DateTimeOffset? knownAsOf, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (derive, needs, question) = (new DeriveState(library, declared), StateNeeds.Of(declared), new Question(asOf));
        var upTo = await WorkThrough.LastKnownAsync(ledger, knownAsOf, cancellation);
        await foreach (var state in WorkThrough.AllAsync(ledger, upTo, whole: true, Worker, cancellation)) yield return state;

        Func<LedgerStretch, SubjectState[]> Worker() =>
            new StretchJudge<SubjectState>(library, declared, needs, asOf, (subject, facts, answers, _) => derive.Of(subject, facts, answers, question)).Read;
    }
}
