using Huodi.Domain.Ledger;
using Huodi.Web.Layout;

namespace Huodi.Web.Ledger;

/// <summary>Addresses of the pages of the ledger.</summary>
internal static class LedgerLinks
{
    public const string List = "/ledger";

    public const string Choose = "/ledger/new";

    public static string Subject(LedgerSubject subject) => $"/ledger/{subject.Word}/{string.Join('/', subject.Id.Split('/').Select(Uri.EscapeDataString))}";

    public static string Entry(long number) => FormattableString.Invariant($"/ledger/entries/{number}");

    public static string Correct(long number) => $"{Entry(number)}/correct";

    public static string Withdraw(long number) => $"{Entry(number)}/withdraw";

    public static string New(string kind, string subject = "") => Links.With($"{Choose}/{Uri.EscapeDataString(kind)}", ("subject", subject));

    /// <summary>The page of the parcel or grant itself; null for a project, which has none.</summary>
    public static string? Land(LedgerSubject subject) => subject.Kind switch
    {
        LedgerSubjectKind.Parcel => Links.Parcel(subject.Id),
        LedgerSubjectKind.Grant => Links.Grant(subject.Id),
        _ => null,
    };
}
