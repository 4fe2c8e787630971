using Huodi.Domain.Ledger.Projection;
using Huodi.Policies;
using Huodi.Policies.Ledger;

namespace Huodi.App.Ledger.Stretches;

/// <summary>What has to be known of each subject.</summary>
/// <param name="Facts">Names of facts, besides those behind the decisions.</param>
/// <param name="Decisions">Ids of decisions.</param>
internal sealed record SubjectNeeds(IReadOnlyCollection<string> Facts, IReadOnlyCollection<string> Decisions)
{
    /// <summary>What is read from the entries for it; where a subject lies is always known.</summary>
    public GatheringPlan Plan(PolicyLibrary library, LoadedLedger declared) =>
        new(declared.Kinds, Facts.Concat(library.FactsBehind(Decisions)).Append(SubjectPlace.Fact));
}
