using Huodi.App.Ledger;
using Huodi.App.Ledger.Readings;
using Huodi.App.Letters;
using Huodi.App.Stores;
using Huodi.Domain;
using Huodi.Domain.Codes;
using Huodi.Domain.Ledger;
using Huodi.Policies;
using Huodi.Policies.Explaining;
using Huodi.Policies.Ledger;
using Huodi.Web.Evaluation;
using Huodi.Web.Hosting;
using Huodi.Web.Layout;

namespace Huodi.Web.Ledger;

/// <summary>The page of a subject's life. Writes nothing, whatever is assumed.</summary>
internal sealed class SubjectLedgers(ILandStore store, PolicyLibrary policies, LoadedLedger ledger, LegalCalendar calendar, TimeProvider time)
{
    /// <summary>What is said where one of the three dates cannot be read.</summary>
    public static readonly string WrongDates =
        FormattableString.Invariant($"日期写成 2026-03-01，年份在 {LedgerDates.FirstYear} 年至 {LedgerDates.LastYear} 年之间；“当时所知”也可以写时刻，如 2026-03-01T08:00:00Z。");

    private readonly ReadSubject _read = new(policies, ledger);

    /// <summary><c>/ledger/{kind}/{id}</c>.</summary>
    public static async Task<IResult> ShowAsync(
        string kind, string id, [AsParameters] SubjectQuery query, SubjectLedgers subjects, CancellationToken cancellation)
    {
        if (!TryRead(kind, id, out var subject)) return TypedResults.NotFound();
        return await subjects.ViewAsync(subject, query, cancellation) is { } view
            ? Page.Of<SubjectLedgerPage>(view)
            : Page.Of<ProblemPage>(new ProblemView(StatusCodes.Status400BadRequest, "日期不对", WrongDates, ""), StatusCodes.Status400BadRequest);
    }

    /// <summary>The subject of an address; false when it cannot be one.</summary>
    public static bool TryRead(string kind, string? id, out LedgerSubject subject)
    {
        try
        {
            subject = new(LedgerSubject.KindOf(kind), id ?? "");
            return true;
        }
        catch (DomainException)
        {
            subject = default;
            return false;
        }
    }

    /// <summary>What the page shows; null when a date cannot be read.</summary>
    public async Task<SubjectLedgerView?> ViewAsync(LedgerSubject subject, SubjectQuery query, CancellationToken cancellation)
    {
        if (!query.TryRead(calendar.Today, out var dates)) return null;
        var entries = await store.Ledger.OfSubjectAsync(subject, cancellation).ToListAsync(cancellation);
        var known = entries.Count(e => dates.KnownAsOf is not { } moment || e.Recorded <= moment);
        var reading = known > 0 ? _read.Of(entries, dates) : null;
        var (assumed, words, fault) = Assume(subject, query, dates, [.. entries.Take(known)]);
        return new(
            subject,
            await SubjectNames.FindAsync(subject, store, cancellation),
            query,
            dates,
            reading,
            assumed,
            words,
            fault,
            (assumed ?? reading) is { } shown ? LifeLine.Of(shown, policies, ledger) : null,
            entries.Count - known,
            KeepLetters.Among([.. entries.Take(known)]),
            [.. KeepLetters.Usable(policies, ledger, Place(subject, reading))],
            ledger.Kinds,
            policies.Dictionary);
    }

    private static DivisionCode? Place(LedgerSubject subject, SubjectReading? reading) => reading is null ? null : SubjectPlace.Of(subject, reading.Facts);

    private (SubjectReading? Reading, string Words, string Fault) Assume(
        LedgerSubject subject, SubjectQuery query, LedgerDates dates, IReadOnlyList<LedgerEntry> known)
    {
        if (string.IsNullOrEmpty(query.Assume)) return (null, "", "");
        if (FieldText.Day(query.AssumeDay ?? "") is not { } day || !LedgerDates.Holds(day)) return (null, "", "假设的日期写成 2026-05-01。");
        var (draft, faults) = new Assumptions(ledger.Kinds, policies).Read($"{query.Assume} {query.AssumeDay} {query.AssumeFields}", subject);
        if (draft is null) return (null, "", string.Join(" ", faults.Select(f => $"{f.Message}{f.Suggestion}")));
        // What is assumed for a later day is looked at as of that day, unless the question says otherwise.
        var at = string.IsNullOrEmpty(query.AsOfText) && day > dates.AsOf ? dates with { AsOf = day } : dates;
        var entries = Assumptions.Add(known, [draft], dates.KnownAsOf ?? time.GetUtcNow());
        return (_read.Of(entries, at), $"{Figures.Day(day)} {ledger.Kinds.Find(draft.Kind)?.Name} {query.AssumeFields}".TrimEnd(), "");
    }
}
