using System.Globalization;
using Huodi.App.Ledger.Readings;
using Huodi.App.Letters;
using Huodi.App.Stores;
using Huodi.Formats.Letters;
using Huodi.Policies;
using Huodi.Policies.Ledger;
using Huodi.Web.Evaluation;
using Huodi.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Huodi.Web.Letters;

/// <summary><c>/letters/new</c>, <c>/letters/{number}</c> and its .docx.</summary>
internal static class LetterRoutes
{
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void MapLetters(this IEndpointRouteBuilder app)
    {
        app.MapGet("/letters/new", (string? template, string? subject, string? @case, LetterForms forms, HttpRequest http, CancellationToken cancellation) =>
            forms.NewAsync(template, subject, @case, http, cancellation));
        app.MapPost("/letters/new", (LetterForms forms, HttpContext http, CancellationToken cancellation) => forms.PostAsync(http, cancellation));
        app.MapGet("/letters/{number:long}", ShowAsync);
        app.MapGet("/letters/{number:long}.docx", DownloadAsync);
    }

    private static async Task<IResult> ShowAsync(
        long number,
        [FromQuery(Name = "known-as-of")] string? known,
        ILandStore store,
        PolicyLibrary policies,
        LoadedLedger ledger,
        LegalCalendar calendar,
        CancellationToken cancellation)
    {
        if (!LedgerDates.TryReadMoment(known, out var moment)) return TypedResults.BadRequest();
        if (await FindAsync(number, store, policies, ledger, calendar, cancellation) is not { } letter) return TypedResults.NotFound();
        var entries = await store.Ledger.OfSubjectAsync(letter.Subject, cancellation).ToListAsync(cancellation);
        var template = ledger.Letters.FirstOrDefault(t => t.Id == letter.Letter.Template);
        return Page.Of<LetterPage>(new LetterView(letter, LetterChanges.Of(letter, ledger.Kinds, entries, moment))
        {
            Basis = [.. policies.Packages.SelectMany(p => p.Articles.Where(a => template?.Basis.Contains(a.Id) == true).Select(a => (p.Id, a)))],
            IsTemplateChanged = template?.Hash != letter.Letter.TemplateHash,
            Dictionary = policies.Dictionary,
        });
    }

    private static async Task<IResult> DownloadAsync(
        long number, ILandStore store, PolicyLibrary policies, LoadedLedger ledger, LegalCalendar calendar, CancellationToken cancellation)
    {
        if (await FindAsync(number, store, policies, ledger, calendar, cancellation) is not { IsWhole: true } letter) return TypedResults.NotFound();
        using var docx = new MemoryStream();
        LetterDocx.Write(letter.Letter, docx);
        return TypedResults.File(docx.ToArray(), Docx, $"{letter.Letter.Title}（{letter.Letter.Number}）.docx");
    }

    private static Task<KeptLetter?> FindAsync(
        long number, ILandStore store, PolicyLibrary policies, LoadedLedger ledger, LegalCalendar calendar, CancellationToken cancellation) =>
        new KeepLetters(policies, ledger, store.Ledger, calendar.Today).FindAsync(number.ToString(CultureInfo.InvariantCulture), cancellation);
}
