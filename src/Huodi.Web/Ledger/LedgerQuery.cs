using System.Globalization;
using Huodi.App.Ledger;
using Huodi.Domain;
using Huodi.Domain.Ledger;
using Huodi.Domain.Ledger.Kinds;
using Huodi.Web.Layout;
using Huodi.Web.Subjects;

namespace Huodi.Web.Ledger;

/// <summary>What a list of entries is asked for; it stands in the address.</summary>
/// <param name="Kind">English identifier or Chinese name of a kind.</param>
/// <param name="Subject"><c>grant:…</c>.</param>
/// <param name="By">Part of who recorded.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Before">Number behind the page.</param>
public sealed record LedgerQuery(string? Kind, string? Subject, string? By, string? From, string? To, long? Before)
{
    /// <summary>The filter; null with the fault when something cannot be read.</summary>
    public (LedgerFilter? Filter, string Fault) Read(LedgerKinds kinds)
    {
        if (!AsOf.TryRead(From, out var from) || !AsOf.TryRead(To, out var to)) return (null, "日期写成 2026-03-01。");
        try
        {
            return (new LedgerFilter
            {
                Kind = string.IsNullOrWhiteSpace(Kind) ? null : kinds.Find(Kind.Trim())?.English ?? Kind.Trim(),
                Subject = string.IsNullOrWhiteSpace(Subject) ? null : LedgerSubject.Parse(Subject.Trim()),
                By = string.IsNullOrWhiteSpace(By) ? null : By.Trim(),
                From = from,
                To = to,
                Before = Before,
            }, "");
        }
        catch (DomainException wrong)
        {
            return (null, wrong.Message);
        }
    }

    /// <summary>The address below a path, from the first page or behind a number.</summary>
    public string Address(string path, long? before = null) => Links.With(
        path, ("kind", Kind), ("subject", Subject), ("by", By), ("from", From), ("to", To), ("before", before?.ToString(CultureInfo.InvariantCulture)));
}
