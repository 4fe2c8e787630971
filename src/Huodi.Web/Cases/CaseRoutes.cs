using System.Globalization;
using Huodi.App.Cases;
using Huodi.App.Documents;
using Huodi.App.Ledger;
using Huodi.App.Letters;
using Huodi.App.Stores;
using Huodi.Domain;
using Huodi.Policies;
using Huodi.Policies.Ledger;
using Huodi.Web.Evaluation;
using Huodi.Web.Hosting;
using Huodi.Web.Layout;

namespace Huodi.Web.Cases;

/// <summary><c>/cases</c> and <c>/cases/{number}</c>.</summary>
internal static class CaseRoutes
{
    private const int PageSize = 50;

    public static void MapCases(this IEndpointRouteBuilder app)
    {
        app.MapGet(CaseLinks.List, ListAsync);
        app.MapGet("/cases/{number}", ShowAsync);
        app.MapPost("/cases/{number}", RecordAsync).TakesFile();
        OpenRoutes.Map(app);
    }

    private static async Task<IResult> ListAsync(
        [AsParameters] CaseQuery query, ILandStore store, CaseIndex index, LegalCalendar calendar, CancellationToken cancellation)
    {
        var all = await index.OnAsync(store.Ledger, calendar.Today, cancellation);
        var filter = query.Filter();
        var shown = all.Where(filter.Wants);
        var sorted = query.Sort == CaseQuery.ByNumber
            ? shown.OrderByDescending(c => c.Opened).ToList()
            : shown.OrderBy(c => c.LastDay ?? DateOnly.MaxValue).ThenBy(c => c.Opened).ToList();
        var steps = all.Where((filter with { Step = null }).Wants).Where(c => c.Step.Length > 0).GroupBy(c => c.Step)
            .Select(g => (g.Key, g.Count())).OrderByDescending(g => g.Item2).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
        var procedures = all.Select(c => (c.Procedure, c.Name)).Distinct().OrderBy(p => p.Procedure, StringComparer.Ordinal).ToList();
        var pages = Math.Max(1, (sorted.Count + PageSize - 1) / PageSize);
        var page = Math.Clamp(query.Page ?? 1, 1, pages);
        var cases = new Paging<CaseLine>([.. sorted.Skip((page - 1) * PageSize).Take(PageSize)], page, pages, sorted.Count);
        return Page.Of<CaseListPage>(new CaseListView(calendar.Today, query, cases, steps, procedures));
    }

    private static async Task<IResult> ShowAsync(
        string number, ILandStore store, PolicyLibrary policies, LoadedLedger ledger, LegalCalendar calendar, HttpRequest http, CancellationToken cancellation) =>
        await ViewAsync(number, null, [], store, policies, ledger, calendar, http, cancellation) is { } view ? Page.Of<CaseFilePage>(view) : TypedResults.NotFound();

    private static async Task<IResult> RecordAsync(
        string number, ILandStore store, PolicyLibrary policies, LoadedLedger ledger, LegalCalendar calendar, DocumentLimit limit, HttpContext http, CancellationToken cancellation)
    {
        var form = await StepForm.FromAsync(http.Request, limit, cancellation);
        IReadOnlyList<EntryFault> faults;
        if (!DateOnly.TryParseExact(form.Day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            faults = [new("STEP_DAY", "day", "没有写办理之日，或者不是日期。", "写成 2026-03-01。")];
        }
        else if (form.Who.Signature.Length == 0)
        {
            faults = [new("LEDGER_TEXT", "by", "没有写登记人和单位。", "两项都写。")];
        }
        else if (form.FileFaults.Any())
        {
            faults = [];
        }
        else
        {
            try
            {
                var recorded = await new KeepCases(policies, ledger, store.Ledger, calendar.Today).RecordAsync(form.ToRequest(number, day, policies.Dictionary, store.Documents), cancellation);
                if (recorded.Entry is not null)
                {
                    form.Who.Keep(http.Response);
                    return SeeOther.To(CaseLinks.Case(number));
                }

                faults = recorded.Faults;
            }
            catch (DomainException wrong)
            {
                faults = [new(wrong.Code, "", wrong.Message, "")];
            }
        }

        return await ViewAsync(number, form, form.With(faults), store, policies, ledger, calendar, http.Request, cancellation) is { } view
            ? Page.Of<CaseFilePage>(view, StatusCodes.Status422UnprocessableEntity)
            : TypedResults.NotFound();
    }

    private static async Task<CaseView?> ViewAsync(
        string number,
        StepForm? form,
        IReadOnlyList<EntryFault> faults,
        ILandStore store,
        PolicyLibrary policies,
        LoadedLedger ledger,
        LegalCalendar calendar,
        HttpRequest http,
        CancellationToken cancellation)
    {
        var today = calendar.Today;
        if (await new KeepCases(policies, ledger, store.Ledger, today).FindAsync(number, today, null, cancellation) is not { } found) return null;
        var next = new ReadNextStep(policies, ledger).Of(found.File, found.Entries, today);
        var letters = KeepLetters.Among(found.Entries);
        var changes = letters.Where(l => !l.IsWithdrawn).SelectMany(l => LetterChanges.Of(l, ledger.Kinds, found.Entries)).ToList();
        var template = next?.Step.Letter is { } name ? ledger.Letters.FirstOrDefault(t => Path.GetFileName(t.Id) == name) : null;
        return new(found.File, next, today, letters, changes, template, form ?? StepForm.Of(next, http), faults, policies.Dictionary, http.Query["opened"] == "true" && found.File.Steps.Count == 0);
    }
}
