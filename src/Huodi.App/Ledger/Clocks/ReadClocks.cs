using System.Collections.Concurrent;
using System.Globalization;
using Huodi.App.Cases;
using Huodi.Domain.Codes;
using Huodi.Domain.Ledger;
using Huodi.Domain.Ledger.Payments;
using Huodi.Domain.Ledger.Projection;
using Huodi.Policies;
using Huodi.Policies.Answers;
using Huodi.Policies.Evaluation;
using Huodi.Policies.Ledger;
using Huodi.Policies.Procedures;

namespace Huodi.App.Ledger.Clocks;

/// <summary>Every deadline of a subject, worked out from the ledger and the articles that govern its place.</summary>
public sealed class ReadClocks(PolicyLibrary library, LoadedLedger declared)
{
    private readonly ConcurrentDictionary<DivisionCode, ClockRule[]> _rules = [];
    private readonly FindLastDay _lastDay = new(library, declared.Calendar);

    /// <summary>The clocks that run or ran on a day, as known at a moment; by last day, those without one at the end.</summary>
    /// <param name="entries">All entries about the subject, at least one, in number order.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="knownAsOf">The moment; null for everything recorded.</param>
    /// <param name="lawAsOf">The day whose law answers; null to let the legal facts decide.</param>
    public IReadOnlyList<ClockReading> Of(
        IReadOnlyList<LedgerEntry> entries, DateOnly asOf, DateTimeOffset? knownAsOf = null, DateOnly? lawAsOf = null)
    {
        var ledger = FactProjection.Run(declared.Kinds, entries, asOf, knownAsOf);
        return Of(entries[0].Subject, ledger, new SingleAnswers(library, ledger, lawAsOf), asOf);
    }

    /// <summary>The same from what the ledger knows about the subject on that day and what the articles say about it.</summary>
    /// <param name="subject">The subject.</param>
    /// <param name="ledger">What the ledger knows: at least what <see cref="ClockNeeds"/> asks for.</param>
    /// <param name="answers">What the articles say.</param>
    /// <param name="asOf">The day.</param>
    public IReadOnlyList<ClockReading> Of(LedgerSubject subject, SubjectProjection ledger, ISubjectAnswers answers, DateOnly asOf)
    {
        if (ledger.Find("已退出")?.Truth() == true) return [];
        var over = Over(ledger, asOf);
        var readings = new List<ClockReading>();
        var accounts = new Dictionary<(string Plan, string Paid, string? Returned), PaymentAccount?>();
        foreach (var rule in RulesFor(SubjectPlace.Of(subject, ledger)))
        {
            if (Problem(ledger, rule.Start) is { } unknown)
            {
                readings.Add(ClockFace.Read(rule, new(null, [rule.Start], unknown.Message), isDone: false, null, asOf)); // A deadline does not vanish because entries contradict each other.
                continue;
            }

            if (!Runs(rule, ledger) || (over.Contains(rule.Due) && !Done(rule, ledger, answers, asOf).IsDone)) continue;
            if (rule.Stages is { } stages) AddStages(readings, rule, stages, Account(rule.Due, stages), ledger, answers, asOf);
            else if (Single(rule, ledger, answers, asOf) is { } reading) readings.Add(reading);
        }

        Order(readings);
        return readings;

        // Several rules look at one account.
        PaymentAccount? Account(string plan, ClockStages stages)
        {
            var key = (plan, stages.Paid, stages.Returned);
            if (!accounts.TryGetValue(key, out var account)) accounts[key] = account = PaymentAccount.Of(ledger, plan, stages.Paid, stages.Returned);
            return account;
        }
    }

    /// <summary>By last day, those without one at the end, and by rule; what is alike stays as it was.</summary>
    private static void Order(List<ClockReading> readings)
    {
        for (var i = 1; i < readings.Count; i++)
        {
            var (one, at) = (readings[i], i);
            for (; at > 0 && IsBefore(one, readings[at - 1]); at--) readings[at] = readings[at - 1];
            readings[at] = one;
        }

        static bool IsBefore(ClockReading one, ClockReading other) =>
            (one.Due ?? DateOnly.MaxValue).CompareTo(other.Due ?? DateOnly.MaxValue) is var day and not 0 ? day < 0 : string.CompareOrdinal(one.Rule, other.Rule) < 0;
    }

    private static ProjectionProblem? Problem(SubjectProjection ledger, string fact)
    {
        for (var i = 0; i < ledger.Problems.Count; i++)
        {
            if (ledger.Problems[i].Fact == fact) return ledger.Problems[i];
        }

        return null;
    }

    /// <summary>The last days of the steps of cases that are closed or ended: what was not done in them is awaited no more.</summary>
    private HashSet<string?> Over(SubjectProjection ledger, DateOnly asOf)
    {
        if (ledger.Find(CaseField.OpenedOn) is null) return [];
        return
        [
            .. new ReadCases(library, declared).Of([.. ledger.Entries.OrderBy(e => e.Number)], asOf)
                .Where(c => c.Standing is CaseStanding.Ended or CaseStanding.Closed).SelectMany(c => c.Course!.Procedure.Steps.Select(s => s.Deadline)), // Both have a course.
        ];
    }

    /// <summary>Whether the fact from which the rule runs is known and is neither 否 nor an empty list.</summary>
    public static bool Runs(ClockRule rule, SubjectProjection ledger) =>
        ledger.Find(rule.Start) is { } start && (start.IsList ? start.Count > 0 : start.Truth() != false);

    /// <summary>Whether the rule is about land of the place: a contract's is everywhere, an article's where its document governs.</summary>
    public bool Governs(ClockRule rule, DivisionCode? place) =>
        (rule.Settled?.Owed ?? []).Append(rule.Due).Where(n => n.Contains('/', StringComparison.Ordinal)).All(d => library.GovernsDecision(d, place));

    /// <summary>The rules about land of the place, each with those of its articles that govern there.</summary>
    private ClockRule[] RulesFor(DivisionCode? place) => _rules.GetOrAdd(place ?? DivisionCode.Country, _ =>
        [.. declared.Clocks.Where(r => Governs(r, place)).Select(r => r with { Articles = [.. r.Articles.Where(a => library.GovernsArticle(a, place))] })]);

    private ClockReading? Single(ClockRule rule, SubjectProjection ledger, ISubjectAnswers answers, DateOnly asOf)
    {
        var began = ledger.Facts[rule.Start].FirstDay; // The rule runs, so its first fact is known.
        if (_lastDay.Of(rule, ledger, answers, began, asOf) is not { } last) return null;
        var (isDone, done) = Done(rule, ledger, answers, asOf);
        return ClockFace.Read(rule, isDone ? last : Told(rule, rule.Settled?.Paid, last, ledger, asOf), isDone, done, asOf);
    }

    /// <summary>Nothing recorded is not “not done”: a day that has passed says so.</summary>
    private static LastDay Told(ClockRule rule, string? paid, LastDay last, SubjectProjection ledger, DateOnly asOf)
    {
        if (last.Day is not { } day || day >= asOf || (rule.Done.Count == 0 && paid is null)) return last;
        for (var i = 0; i < rule.Done.Count; i++)
        {
            if (ledger.Find(rule.Done[i]) is not null) return last;
        }

        if (paid is not null && ledger.Find(paid) is not null) return last;
        return last with { Note = $"没有已办或者未办的登记，是否已办请核实。{last.Note}" };
    }

    private static void AddStages(
        List<ClockReading> readings, ClockRule rule, ClockStages stages, PaymentAccount? account, SubjectProjection ledger, ISubjectAnswers answers, DateOnly asOf)
    {
        if (account is not { Instalments.Count: > 0 }) return;
        if (stages.OnlyFirst)
        {
            var (isDone, done) = Done(rule, ledger, answers, asOf);
            var first = new LastDay(account.Instalments[0].Due, [], rule.Note);
            readings.Add(ClockFace.Read(rule, isDone ? first : Told(rule, rule.Settled?.Paid ?? stages.Paid, first, ledger, asOf), isDone, done, asOf));
            return;
        }

        foreach (var one in account.Instalments)
        {
            var outstanding = one.Outstanding;
            var note = outstanding > 0 ? $"应付 {one.Amount:0.00} 元，尚欠 {outstanding:0.00} 元。{rule.Note}" : $"应付 {one.Amount:0.00} 元，已付清。{rule.Note}";
            var last = Told(rule, stages.Paid, new(one.Due, [], note), ledger, asOf);
            readings.Add(ClockFace.Read(rule, last, outstanding == 0, one.Settled, asOf, one.Name));
        }
    }

    private static (bool IsDone, DateOnly? Day) Done(ClockRule rule, SubjectProjection ledger, ISubjectAnswers answers, DateOnly asOf)
    {
        var (isDone, paid) = rule.Settled is { } settled ? Settled(settled, ledger, answers, asOf) : (false, null);
        if (isDone) return (true, paid);
        for (var i = 0; i < rule.NotDone.Count; i++)
        {
            if (ledger.Find(rule.NotDone[i])?.Truth() == true) return (false, null);
        }

        for (var i = 0; i < rule.Done.Count; i++)
        {
            if (ledger.Find(rule.Done[i]) is not { } fact) continue;
            if (fact.Day() is { } day && day <= asOf) return (true, day);
            isDone |= fact.Truth() == true;
        }

        return (isDone, null);
    }

    /// <summary>Whether what is owed is paid, and since when; no where what is owed is not known.</summary>
    private static (bool IsDone, DateOnly? Day) Settled(ClockSettlement rule, SubjectProjection ledger, ISubjectAnswers answers, DateOnly asOf)
    {
        decimal? sum = null;
        for (var i = 0; i < rule.Owed.Count && sum is null; i++) sum = Figure(rule.Owed[i], ledger, answers, asOf);
        if (sum is not { } owed) return (false, null);
        var (held, since) = (0m, (DateOnly?)null);
        (DateOnly Day, decimal Figure)[] movements = [.. ledger.Find(rule.Paid)?.Movements ?? []];
        Array.Sort(movements, (a, b) => a.Day.CompareTo(b.Day));
        for (var i = 0; i < movements.Length; i++)
        {
            held += movements[i].Figure;
            if (i + 1 < movements.Length && movements[i + 1].Day == movements[i].Day) continue; // What counts is what is held at the end of a day.
            since = held < owed ? null : since ?? movements[i].Day;
        }

        return (held >= owed, since);
    }

    private static decimal? Figure(string name, SubjectProjection ledger, ISubjectAnswers answers, DateOnly asOf)
    {
        if (!name.Contains('/', StringComparison.Ordinal)) return ledger.Find(name)?.Figure();
        return answers.Of(name, new Question(asOf)) is { Outcome: Outcome.Value } answer
            && decimal.TryParse(answer.Value?.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var figure) ? figure : null;
    }
}
