using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Huodi.Domain.Codes;
using Huodi.Domain.Ledger;
using Huodi.Domain.Ledger.Payments;
using Huodi.Domain.Ledger.Projection;
using Huodi.Policies;
using Huodi.Policies.Answers;
using Huodi.Policies.Evaluation;
using Huodi.Policies.Ledger;

namespace Huodi.App.Ledger.Money;

/// <summary>The accounts of a subject from the ledger. The articles give the sums, the entries what was paid; nothing is kept from one asking to the next.</summary>
public sealed class ReckonMoney(PolicyLibrary library, LoadedLedger declared)
{
    private readonly ExplainDamages _damages = new(library);
    private readonly CarriedDamages _carried = new(declared);

    /// <summary>The accounts on a day, as known at a moment.</summary>
    /// <param name="entries">All entries about the subject, at least one, in number order.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="knownAsOf">The moment; null for everything recorded.</param>
    /// <param name="lawAsOf">The day whose law answers; null to let the legal facts decide.</param>
    public SubjectMoney Of(IReadOnlyList<LedgerEntry> entries, DateOnly asOf, DateTimeOffset? knownAsOf = null, DateOnly? lawAsOf = null)
    {
        var ledger = FactProjection.Run(declared.Kinds, entries, asOf, knownAsOf);
        var facts = ledger.ToSheet().ToJson();
        var place = SubjectPlace.AddTo(facts, entries[0].Subject);
        var held = ledger.Entries.Select(e => (Entry: e, Fields: e.Draft.Payload.Fields())).OrderBy(e => e.Entry.Happened).ThenBy(e => e.Entry.Number).ToList();
        var accounts = declared.Money.Select(r => _carried.Onto(Account(r, ledger, held, facts, place, new(asOf, lawAsOf)), ledger, eve => Of(entries, eve, knownAsOf, lawAsOf))).ToList();
        var taken = accounts.SelectMany(a => a.Moves).ToLookup(m => m.Entry.Number);
        var all = held.Where(e => HasVoucher(e.Entry.Kind)).ToList();
        return new(
            [.. accounts.Where(SaysSomething)],
            [.. accounts.SelectMany(a => a.Moves).DistinctBy(m => m.Entry.Number).OrderBy(m => m.Entry.Happened).ThenBy(m => m.Entry.Number)],
            [.. all.Where(e => taken[e.Entry.Number].Count() != 1).Select(e => new MoneyMove(e.Entry, 0, Text(e.Fields, "凭证号")))]);
    }

    private static bool SaysSomething(MoneyAccount account) =>
        account.Moves.Count > 0 || account.Owed is not null || account.Answers.Any(a => a.Outcome == Outcome.Value)
        || (account.Rule.Assessed is null && account.Rule.Owed.Count > 0 && !account.Rule.IsDeposit
            && (account.Rule.Base is not { } interest || account.Stretches.Count > 0 || (account.Plan is not null && interest.Start is { } start && account.Missing.Contains(start)))
            && (!account.Rule.Decisions.Any() || account.Answers.Any(a => a.Outcome != Outcome.NotApplicable)));

    private bool HasVoucher(string kind) => declared.Kinds.Find(kind)?.Fields.Any(f => f.Name == "凭证号") == true;

    private MoneyAccount Account(
        MoneyRule rule, SubjectProjection ledger, List<(LedgerEntry Entry, JsonObject Fields)> held, JsonObject facts, DivisionCode? place, Question question)
    {
        var plan = rule.Plan is { } stages ? PaymentAccount.Of(ledger, stages.Stages, stages.Paid, stages.Returned) : null;
        var stretches = rule.Base is { } interest ? Stretches(interest, plan, facts, question.AsOf) : [];
        if (rule.Base is { } sum && stretches is not null) facts = With(facts, sum.Fact, stretches.Sum(s => s.Stretch.Base));
        var answers = rule.Decisions.Where(d => library.GovernsDecision(d, place)).Select(d => library.Evaluate(d, facts, question)).ToList();
        var (owed, from, missing, doubts) = Owed(rule, held, facts, answers);
        if (stretches is null) missing = [.. missing.Where(m => m != rule.Base!.Fact), plan is null ? rule.Plan!.Stages : rule.Base!.Start!]; // Only a base with a plan has no stretches.
        var moves = Moves(rule, held);
        var (reckoning, agreed) = rule.Daily is { } daily && owed is not null ? _damages.Of(daily, facts, question) : (null, null);
        return new(rule, owed, from, missing, answers, moves, plan, stretches ?? [], reckoning, agreed, [.. doubts, .. Doubts(rule, owed, plan, answers, moves)]);
    }

    private static List<MoneyMove> Moves(MoneyRule rule, List<(LedgerEntry Entry, JsonObject Fields)> held)
    {
        var moves = new List<MoneyMove>();
        foreach (var (entry, fields) in held)
        {
            foreach (var (way, sign) in rule.In.Select(w => (w, 1)).Concat(rule.Out.Select(w => (w, -1))).Where(w => w.w.Takes(entry.Kind, fields)))
            {
                if (Figure(fields[way.Amount]) is { } amount) moves.Add(new(entry, sign * amount, Text(fields, "凭证号")));
            }
        }

        return moves;
    }

    private static (decimal? Owed, string From, IReadOnlyList<string> Missing, IReadOnlyList<string> Doubts) Owed(
        MoneyRule rule, List<(LedgerEntry Entry, JsonObject Fields)> held, JsonObject facts, List<PolicyAnswer> answers)
    {
        if (rule.Assessed is { } assessed) return Assessed(assessed, held);
        if (rule.DueOnce is { } once && facts[once]?.GetValueKind() != JsonValueKind.True) return (null, "", [], rule.Owed.Count > 0 ? [$"没有“{once}”的登记，应付还没有成立。"] : []);
        var (missing, doubts) = (new List<string>(), new List<string>());
        foreach (var name in rule.Owed)
        {
            var answer = answers.Find(a => a.Decision == name);
            if (answer is { Conflicts: [var against, ..] })
            {
                missing.AddRange(against.Other.Missing.Select(m => m.Name));
                doubts.Add($"{against.Title}（{against.Other.Decision}）：{against.Other.Outcome.Chinese()}。{against.Text}");
            }
            else if (Figure(answer is null ? facts[name] : answer.Value) is { } owed) return (owed, answer is null ? name : answer.Article, [], []);
            missing.AddRange(answer is not null ? answer.Missing.Select(m => m.Name).Concat(answer.Determinations.Select(d => d.Fact)) : name.Contains('/', StringComparison.Ordinal) ? [] : [name]);
        }

        // A fact behind which an article could answer is not itself what is asked for.
        return (null, "", [.. missing.Where(m => answers.Count == 0 || !rule.Owed.Contains(m)).Distinct(StringComparer.Ordinal)], doubts);
    }

    private static (decimal?, string, IReadOnlyList<string>, IReadOnlyList<string>) Assessed(MoneyEntry way, List<(LedgerEntry Entry, JsonObject Fields)> held)
    {
        var found = held.Where(e => way.Takes(e.Entry.Kind, e.Fields)).ToList();
        return found switch
        {
            [] => (null, "", [way.Amount], []),
            [var one] when Figure(one.Fields[way.Amount]) is { } owed => (owed, $"核定（第 {one.Entry.Number} 条登记）", [], []),
            _ => (null, "", [way.Amount], [$"有 {found.Count} 条核定（第 {string.Join("、", found.Select(f => f.Entry.Number))} 条登记），不能相加；重新核定的请更正原条，另一项的请写明事由。"]),
        };
    }

    private static IEnumerable<string> Doubts(MoneyRule rule, decimal? owed, PaymentAccount? plan, List<PolicyAnswer> answers, List<MoneyMove> moves)
    {
        if (!rule.IsDeposit && rule.Base is null && plan is not null && owed is { } sum && plan.Instalments.Sum(i => i.Amount) is var planned && planned != sum)
            yield return $"付款计划合计 {planned:0.00} 元，与应付 {sum:0.00} 元不一致，请核对。";
        foreach (var answer in answers.Where(a => rule.Checked.Contains(a.Decision) && a.Unit == "元" && owed is not null && Figure(a.Value) is { } figure && figure != owed))
            yield return $"{answer.Article}算得 {answer.Value} 元，与应付 {owed:0.00} 元不一致，请核对。";
        if (moves.Sum(m => m.Amount) < 0) yield return $"退出的比收进的多 {-moves.Sum(m => m.Amount):0.00} 元，请核对登记。";
    }

    /// <summary>The stretches behind the interest; null when plan or first day are not known.</summary>
    private static List<(string Stage, OwedStretch Stretch)>? Stretches(InterestBase rule, PaymentAccount? plan, JsonObject facts, DateOnly asOf)
    {
        if (plan is null) return null;
        if (rule.Late) return [.. plan.Instalments.SelectMany(i => i.Late(asOf).Select(s => (i.Name, s)))];
        if (plan.Instalments.Count < 2) return []; // Not paid in instalments.
        return FactDay.Of(facts[rule.Start!]) is not { } start ? null // The reader demands it for the days up to the due day.
            : [.. plan.Instalments.SelectMany(i => i.Running(start, asOf).Select(s => (i.Name, s)))];
    }

    private static JsonObject With(JsonObject facts, string name, decimal figure)
    {
        var with = (JsonObject)facts.DeepClone();
        with[name] = figure;
        return with;
    }

    private static string Text(JsonObject fields, string name) => fields[name]?.ToString() ?? "";

    private static decimal? Figure(JsonNode? value) =>
        value is JsonValue && decimal.TryParse(value.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var figure) ? figure : null;
}
