using Huodi.Domain.Ledger;
using Huodi.Web.Layout;

namespace Huodi.Web.Cases;

/// <summary>Addresses of the pages of cases and letters.</summary>
internal static class CaseLinks
{
    public const string List = "/cases";

    /// <summary>Beside the list and not below it, where a case may have any number.</summary>
    public const string OpenForm = "/open-case";

    public static string Open(LedgerSubject subject) => Links.With(OpenForm, ("subject", subject.ToString()));

    public static string Case(string number) => $"{List}/{Uri.EscapeDataString(number)}";

    public static string Letter(long number) => FormattableString.Invariant($"/letters/{number}");

    public static string NewLetter(string template, LedgerSubject subject) =>
        Links.With("/letters/new", ("template", template), ("subject", subject.ToString()));

    public static string NewLetter(string template, string number) =>
        Links.With("/letters/new", ("template", template), ("case", number));
}
