using Huodi.App.Stores;
using Huodi.Domain.Ledger;

namespace Huodi.Web.Ledger;

/// <summary>What the land database calls the subject of an entry.</summary>
internal static class SubjectNames
{
    /// <summary>Name and place; empty when the database does not hold it, as it holds no projects.</summary>
    public static async Task<string> FindAsync(LedgerSubject subject, ILandStore store, CancellationToken cancellation) => subject.Kind switch
    {
        LedgerSubjectKind.Parcel => await store.FindParcelAsync(subject.Id, cancellation) is { } parcel ? Named(parcel.Name, subject) : "",
        LedgerSubjectKind.Grant => await store.FindGrantAsync(subject.Id, cancellation) is { } grant ? $"{Named(grant.Name, subject)}（{grant.DivisionName}）" : "",
        _ => "",
    };

    private static string Named(string name, LedgerSubject subject) => name.Length > 0 ? name : subject.Id;
}
