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

namespace Huodi.Web.Cases;

/// <summary><c>/cases</c> and <c>/cases/{number}</c>.</summary>
internal static class CaseRoutes
{
    public static void MapCases(this IEndpointRouteBuilder app)
    {
        app.MapGet(CaseLinks.List, ListAsync);
        app.MapGet("/cases/{number}", ShowAsync);
        app.MapPost("/cases/{number}", RecordAsync).TakesFile();
        OpenRoutes.Map(app);
    }

    private static async Task<IResult> ListAsync(
        bool? all, string? step, ILandStore store, PolicyLibrary policies, LoadedLedger ledger, LegalCalendar calendar, CancellationToken cancellation)
    {
        var read = new ReadNextStep(policies, ledger);
        var cases = new List<(CaseFile File, NextStep? Next)>();
        await foreach (var (file, entries) in new KeepCases(policies, ledger, store.Ledger, calendar.Today).AllAsync(calendar.Today, null, cancellation))
            cases.Add((file, read.Of(file, entries, calendar.Today)));
        var steps = cases.Where(c => c.Next is not null).GroupBy(c => c.Next!.Step.Name).Select(g => (g.Key, g.Count())).OrderByDescending(g => g.Item2).ToList(); // Filtered just before.
        var shown = cases
            .Where(c => all == true || c.File.Standing is CaseStanding.Running or CaseStanding.Broken)
            .Where(c => string.IsNullOrEmpty(step) || c.Next?.Step.Name == step)
            .OrderBy(c => c.Next?.LastDay ?? DateOnly.MaxValue).ThenBy(c => c.File.Number, StringComparer.Ordinal).ToList();
        return Page.Of<CaseListPage>(new CaseListView(calendar.Today, all == true, step ?? "", shown, steps));
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
