using Huodi.App.Cases;
using Huodi.App.Documents;
using Huodi.App.Ledger;
using Huodi.App.Stores;
using Huodi.Domain;
using Huodi.Domain.Ledger;
using Huodi.Policies;
using Huodi.Policies.Ledger;
using Huodi.Web.Evaluation;
using Huodi.Web.Hosting;
using Huodi.Web.Ledger;

namespace Huodi.Web.Cases;

/// <summary><c>/open-case</c>: the form that opens a case.</summary>
internal sealed class OpenRoutes(ILandStore store, PolicyLibrary policies, LoadedLedger ledger, LegalCalendar calendar, DocumentLimit limit)
{
    private readonly CaseLaw _law = new(policies, ledger);

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(CaseLinks.OpenForm, (string? subject, OpenRoutes routes, HttpRequest http, CancellationToken cancellation) => routes.ShowAsync(subject, http, cancellation));
        app.MapPost(CaseLinks.OpenForm, (OpenRoutes routes, HttpContext http, CancellationToken cancellation) => routes.OpenAsync(http, cancellation)).TakesFile();
    }

    private async Task<IResult> ShowAsync(string? subject, HttpRequest http, CancellationToken cancellation) =>
        Page.Of<OpenPage>(await ViewAsync(OpenForm.Of(subject, calendar.Today, http), [], cancellation));

    private async Task<IResult> OpenAsync(HttpContext http, CancellationToken cancellation)
    {
        var form = await OpenForm.FromAsync(http.Request, limit, cancellation);
        var (request, faults) = form.Read(store.Documents);
        if (request is not null)
        {
            var opened = await RecordAsync(request, cancellation);
            if (opened.Entry is not null)
            {
                form.Who.Keep(http.Response);
                return SeeOther.To($"{CaseLinks.Case(opened.File!.Number)}?opened=true#next"); // What was recorded has a file.
            }

            faults = opened.Faults;
        }

        return Page.Of<OpenPage>(await ViewAsync(form, (form.Sent with { Fault = null }).With(faults), cancellation), StatusCodes.Status422UnprocessableEntity);
    }

    private async Task<CaseRecorded> RecordAsync(OpenRequest request, CancellationToken cancellation)
    {
        try
        {
            return await new KeepCases(policies, ledger, store.Ledger, calendar.Today).OpenAsync(request, cancellation);
        }
        catch (DomainException wrong)
        {
            return new(null, [new(wrong.Code, "", wrong.Message, "")], null);
        }
    }

    private async Task<OpenView> ViewAsync(OpenForm form, IReadOnlyList<EntryFault> faults, CancellationToken cancellation)
    {
        var subject = Subject(form.Subject);
        var day = FieldText.Day(form.Day) ?? calendar.Today;
        var entries = subject is { } known ? await store.Ledger.OfSubjectAsync(known, cancellation).ToListAsync(cancellation) : [];
        var place = subject is { } placed ? _law.Place(placed, entries, day) : null;
        var choices = _law.Procedures(day, place).OrderByDescending(c => c.Procedure.IsDetailed)
            .Select(c => (c.Package, c.Procedure, c.Package.Articles.FirstOrDefault(a => a.Id == c.Procedure.ArticleId))).ToList();
        return new(form, faults, subject, subject is { } named ? await SubjectNames.FindAsync(named, store, cancellation) : "", choices, place is not null);
    }

    private static LedgerSubject? Subject(string text)
    {
        try
        {
            return text.Length == 0 ? null : LedgerSubject.Parse(text);
        }
        catch (DomainException)
        {
            return null; // The form says so when it is sent.
        }
    }
}
