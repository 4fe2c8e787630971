using Huodi.App.Stores;
using Huodi.Domain.Ledger;

namespace Huodi.App.Ledger;

/// <summary>Whether a subject was ever heard of. A slip in a number begins a life of its own, and the true one stays without its entry.</summary>
public static class KnownSubjects
{
    /// <summary>Whether a register or the ledger has it.</summary>
    public static async Task<bool> HasAsync(ILandStore store, LedgerSubject subject, CancellationToken cancellation) =>
        subject.Kind switch
        {
            LedgerSubjectKind.Grant => await store.FindGrantAsync(subject.Id, cancellation) is not null,
            LedgerSubjectKind.Parcel => await store.FindParcelAsync(subject.Id, cancellation) is not null,
            _ => false,
        }
        || await store.Ledger.OfSubjectAsync(subject, cancellation).AnyAsync(cancellation);

    /// <summary>The subjects of drafts that nothing has heard of.</summary>
    public static async Task<IReadOnlyList<LedgerSubject>> MissingAsync(ILandStore store, IEnumerable<LedgerDraft> drafts, CancellationToken cancellation)
    {
        var missing = new List<LedgerSubject>();
        foreach (var subject in drafts.Select(d => d.Subject).Distinct())
        {
            if (!await HasAsync(store, subject, cancellation)) missing.Add(subject);
        }

        return missing;
    }
}
