using System.Globalization;
using Huodi.App.Warnings;
using Huodi.Domain;
using Huodi.Domain.Codes;
using Huodi.Domain.Ledger;
using Huodi.Domain.Warnings;
using Huodi.Web.Layout;
using Huodi.Web.Subjects;

namespace Huodi.Web.Warnings;

/// <summary>What a list of warnings is asked for; it stands in the address.</summary>
/// <param name="Office">The office that has it now.</param>
/// <param name="Level">Level.</param>
/// <param name="District">Division code.</param>
/// <param name="Due">Last day on or before this one.</param>
/// <param name="Subject"><c>grant:…</c>.</param>
/// <param name="All">1: those that are done with too; given: those that nobody has acknowledged.</param>
/// <param name="Page">Page, from 1.</param>
public sealed record WarningQuery(string? Office, string? Level, string? District, string? Due, string? Subject, string? All, int? Page)
{
    /// <summary>The filter; null with the fault when something cannot be read.</summary>
    public (WarningFilter? Filter, string Fault) Read()
    {
        if (!AsOf.TryRead(Due, out var due)) return (null, "最后一日写成 2026-03-01。");
        var region = default(DivisionCode);
        if (!string.IsNullOrWhiteSpace(District) && !DivisionCode.TryParse(District.Trim(), out region)) return (null, "区县写成六位行政区划代码。");
        try
        {
            return (new()
            {
                Office = Wanted(Office),
                Level = Wanted(Level),
                Region = string.IsNullOrWhiteSpace(District) ? null : region,
                DueBefore = due,
                Subject = Wanted(Subject) is { } subject ? LedgerSubject.Parse(subject) : null,
                IsOpen = All != "1",
                Status = All == "given" ? WarningStatus.Given : null,
            }, "");
        }
        catch (DomainException wrong)
        {
            return (null, wrong.Message);
        }
    }

    /// <summary>The address below a path, without the page.</summary>
    public string Address(string path) => Links.With(path, ("office", Office), ("level", Level), ("district", District), ("due", Due), ("subject", Subject), ("all", All));

    /// <summary>The address with the page.</summary>
    public string Here(string path, params (string Name, string? Value)[] more) => Links.With(
        path, [("office", Office), ("level", Level), ("district", District), ("due", Due), ("subject", Subject), ("all", All), ("page", Page?.ToString(CultureInfo.InvariantCulture)), .. more]);

    private static string? Wanted(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
