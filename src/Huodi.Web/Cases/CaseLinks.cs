using Huodi.Domain.Ledger;
using Huodi.Web.Layout;

namespace Huodi.Web.Cases;

/// <summary>Addresses of the pages of cases and letters.</summary>
internal static class CaseLinks
{
    public const string List = "/cases";

    public static string Case(string number) => $"{List}/{Uri.EscapeDataString(number)}";

    public static string Letter(long number) => FormattableString.Invariant($"/letters/{number}");

    public static string NewLetter(string template, LedgerSubject subject) =>
        Links.With("/letters/new", ("template", template), ("subject", subject.ToString()));

    public static string NewLetter(string template, string number) =>
        Links.With("/letters/new", ("template", template), ("case", number));
}
