using System.Globalization;
using Huodi.App.Ledger.Readings;
using Huodi.Web.Layout;
using Huodi.Web.Subjects;
using Microsoft.AspNetCore.Mvc;

namespace Huodi.Web.Ledger;

/// <summary>The three dates of a subject's page, and what is assumed; they stand in the address.</summary>
/// <param name="AsOfText">事实截至.</param>
/// <param name="LawText">法律截至; empty lets the legal facts decide.</param>
/// <param name="KnownText">当时所知: a day or a moment; empty for everything.</param>
/// <param name="Assume">English identifier of a kind that is assumed.</param>
/// <param name="AssumeDay">The day on which.</param>
/// <param name="AssumeFields">Its fields as 名称=值, with blanks between them.</param>
public sealed record SubjectQuery(
    [FromQuery(Name = "as-of")] string? AsOfText,
    [FromQuery(Name = "law-as-of")] string? LawText,
    [FromQuery(Name = "known-as-of")] string? KnownText,
    [FromQuery(Name = "assume")] string? Assume,
    [FromQuery(Name = "assume-day")] string? AssumeDay,
    [FromQuery(Name = "assume-fields")] string? AssumeFields = null)
{
    /// <summary>The dates; false when one cannot be read.</summary>
    public bool TryRead(DateOnly today, out LedgerDates dates)
    {
        dates = new(today);
        if (!AsOf.TryRead(AsOfText, out var asOf) || !AsOf.TryRead(LawText, out var law) || !LedgerDates.TryReadMoment(KnownText, out var known)) return false;
        if (!LedgerDates.Holds(asOf ?? today) || !LedgerDates.Holds(law ?? today)) return false;
        dates = new(asOf ?? today, law, known);
        return true;
    }

    /// <summary>The address of a page with these dates.</summary>
    public string Address(string path) => Links.With(path, ("as-of", AsOfText), ("law-as-of", LawText), ("known-as-of", KnownText));

    internal static string Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
