using System.Globalization;
using Huodi.App.Documents;
using Huodi.App.Stores;
using Huodi.App.Warnings;
using Huodi.Domain;
using Huodi.Domain.Warnings;
using Huodi.Policies;
using Huodi.Policies.Ledger;
using Huodi.Web.Evaluation;
using Huodi.Web.Hosting;
using Huodi.Web.Layout;
using Huodi.Web.Ledger;

namespace Huodi.Web.Warnings;

/// <summary>The list of warnings, the page of one, and what a person does on it.</summary>
internal sealed class WarningPages(ILandStore store, PolicyLibrary policies, LoadedLedger ledger, LegalCalendar calendar, DocumentLimit limit)
{
    private const int PageSize = 50;
    private const int MostEntries = 50;
    private const int MostAtOnce = 500;

    /// <summary><c>/warnings</c>.</summary>
    public Task<IResult> ListAsync(WarningQuery query, HttpRequest http, CancellationToken cancellation)
    {
        var done = long.TryParse(http.Query["done"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var batch = new WarningBatch { Form = new() { Who = Recorder.From(http) }, Done = done, Action = Read(http.Query["did"]) ?? WarningAction.Acknowledge };
        return ListAsync(query, batch, StatusCodes.Status200OK, cancellation);
    }

    /// <summary>What was sent from the form beside the list: each warning by itself, on the version that was seen.</summary>
    public async Task<IResult> ActOnManyAsync(WarningQuery query, HttpContext http, CancellationToken cancellation)
    {
        var sent = await http.Request.ReadFormAsync(cancellation);
        var form = await WarningForm.FromAsync(http.Request, limit, cancellation);
        form.Who.Keep(http.Response);
        var batch = new WarningBatch { Form = form, Chosen = sent["of"].OfType<string>().ToHashSet(), Action = Read(sent["do"]) ?? WarningAction.Acknowledge };
        try
        {
            batch = await RecordAsync(batch, cancellation);
        }
        catch (DomainException wrong)
        {
            return await ListAsync(query, batch with { Fault = wrong.Message }, StatusCodes.Status422UnprocessableEntity, cancellation);
        }

        return batch.Refused.Count == 0
            ? SeeOther.To(query.Here(WarningLinks.List, ("did", WarningCodes.Code(batch.Action)), ("done", batch.Done.ToString(CultureInfo.InvariantCulture))) + "#list")
            : await ListAsync(query, batch, StatusCodes.Status409Conflict, cancellation);
    }

    private async Task<WarningBatch> RecordAsync(WarningBatch batch, CancellationToken cancellation)
    {
        var act = batch.Action == WarningAction.Close
            ? throw new DomainException("WARNING_EVIDENCE", "办结要逐项附证据，请打开那一项办结。")
            : batch.Form.ToAct(batch.Action);
        var chosen = batch.Chosen.Select(Seen).Order().ToList();
        if (chosen.Count is 0 or > MostAtOnce) throw new DomainException("WARNING_CHOICE", chosen.Count == 0 ? "没有选中任何预警，请在列表里勾选。" : $"一次最多选 {MostAtOnce} 项。");
        var (done, refused) = (0L, new List<(long, string)>());
        foreach (var (number, version) in chosen)
        {
            try
            {
                _ = await new ActOnWarning(store).ActAsync(number, version, act, [], cancellation);
                done++;
            }
            catch (Exception no) when (no is DomainException or StoreException { Code: "WARNING_UNKNOWN" or "WARNING_CHANGED" })
            {
                refused.Add((number, no.Message));
            }
        }

        return batch with { Done = done, Refused = refused, Chosen = new HashSet<string>() };
    }

    private static (long Number, int Version) Seen(string key) =>
        key.Split(':') is [var number, var version] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var v)
            ? (n, v)
            : throw new DomainException("WARNING_CHOICE", "选中的预警看不懂，请重新打开列表再选。");

    private async Task<IResult> ListAsync(WarningQuery query, WarningBatch batch, int status, CancellationToken cancellation)
    {
        var (filter, fault) = query.Read();
        var counts = filter is null ? [] : await store.Warnings.CountAsync(filter, cancellation);
        var total = (int)counts.Sum(c => c.Count);
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        var page = Math.Clamp(query.Page ?? 1, 1, pages);
        var rows = filter is null ? [] : await store.Warnings.ListAsync(filter, (page - 1L) * PageSize, PageSize, cancellation).ToListAsync(cancellation);
        var runs = await store.Warnings.RunsAsync(cancellation).ToListAsync(cancellation);
        var last = runs.FirstOrDefault();
        var offices = (filter == new WarningFilter() ? counts : await store.Warnings.CountAsync(new(), cancellation)).Select(c => c.Office).Distinct().ToList();
        return Page.Of<WarningListPage>(
            new WarningListView(
                query,
                fault,
                calendar.Today,
                last,
                runs.Where(r => r.Day == last?.Day).Sum(r => r.Given),
                counts,
                offices,
                ledger.Warnings.Levels,
                await store.DistrictsAsync(cancellation).ToListAsync(cancellation),
                new Paging<Warning>(rows, page, pages, total),
                batch),
            filter is null ? StatusCodes.Status400BadRequest : status);
    }

    /// <summary><c>/warnings/{number}</c>.</summary>
    public async Task<IResult> ShowAsync(long number, string? act, HttpRequest http, CancellationToken cancellation) =>
        await store.Warnings.FindAsync(number, cancellation) is { } warning
            ? Page.Of<WarningPage>(await ViewAsync(warning, Read(act), new() { Who = Recorder.From(http) }, "", cancellation))
            : TypedResults.NotFound();

    /// <summary>What was sent from a form of it.</summary>
    public async Task<IResult> ActAsync(long number, string? act, HttpContext http, CancellationToken cancellation)
    {
        if (Read(act) is not { } action || await store.Warnings.FindAsync(number, cancellation) is not { } before) return TypedResults.NotFound();
        var form = await WarningForm.FromAsync(http.Request, limit, cancellation);
        form.Who.Keep(http.Response);
        try
        {
            _ = await new ActOnWarning(store).ActAsync(number, form.Seen, form.ToAct(action), form.Sent.Files, cancellation);
            return SeeOther.To($"{WarningLinks.Of(number)}#history");
        }
        catch (DomainException wrong)
        {
            return Page.Of<WarningPage>(await ViewAsync(before, action, form, wrong.Message, cancellation), StatusCodes.Status422UnprocessableEntity);
        }
        catch (StoreException late) when (late.Code == "WARNING_CHANGED")
        {
            var now = await store.Warnings.FindAsync(number, cancellation) ?? before;
            return Page.Of<WarningPage>(await ViewAsync(now, action, form, late.Message, cancellation), StatusCodes.Status409Conflict);
        }
    }

    private static WarningAction? Read(string? act) => act switch
    {
        "acknowledge" => WarningAction.Acknowledge,
        "delegate" => WarningAction.Delegate,
        "close" => WarningAction.Close,
        _ => null,
    };

    private async Task<WarningView> ViewAsync(Warning warning, WarningAction? wanted, WarningForm form, string fault, CancellationToken cancellation)
    {
        var identity = warning.Notice.Identity;
        var others = store.Warnings.ListAsync(new() { Subject = identity.Subject, IsOpen = false }, 0, null, cancellation)
            .Where(w => w.Notice.Identity.Rule == identity.Rule && w.Number != warning.Number);
        var entries = await store.Ledger.OfSubjectAsync(identity.Subject, cancellation).Reverse().Take(MostEntries).ToListAsync(cancellation);
        var history = await store.Warnings.HistoryAsync(warning.Number, cancellation).ToListAsync(cancellation);
        var kept = new HashSet<string>(StringComparer.Ordinal);
        foreach (var hash in history.Select(h => h.Act.Document?.Hash).OfType<string>())
        {
            if (await store.Documents.FindAsync(hash, cancellation) is not null) _ = kept.Add(hash);
        }

        return new(
            warning,
            history,
            kept,
            await others.ToListAsync(cancellation),
            await store.Warnings.RunsAsync(cancellation).FirstOrDefaultAsync(r => r.Number == warning.Run, cancellation),
            await SubjectNames.FindAsync(identity.Subject, store, cancellation),
            [.. warning.Notice.Articles.SelectMany(id => policies.Packages.SelectMany(p => p.Articles.Where(a => a.Id == id).Select(a => (p.Id, a))).Take(1))],
            entries,
            ledger,
            calendar.Today,
            warning.IsOpen ? wanted ?? Usual(warning) : null,
            form,
            fault);
    }

    private static WarningAction Usual(Warning warning) => warning.Status == WarningStatus.Acknowledged ? WarningAction.Close : WarningAction.Acknowledge;
}
