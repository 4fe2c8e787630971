using System.Text.Json;
using System.Text.Json.Nodes;
using Huodi.App.Ledger;
using Huodi.App.Ledger.Clocks;
using Huodi.Domain.Ledger;
using Huodi.Domain.Ledger.Projection;
using Huodi.Policies;
using Huodi.Policies.Evaluation;
using Huodi.Policies.Ledger;

namespace Huodi.App.Cases;

/// <summary>Works out what is next in a case, until when, and how that day comes about.</summary>
public sealed class ReadNextStep(PolicyLibrary library, LoadedLedger declared)
{
    private readonly FindLastDay _lastDay = new(library, declared.Calendar);

    /// <summary>The next step; null unless the case runs.</summary>
    /// <param name="file">The case, read for the same day and moment.</param>
    /// <param name="entries">All entries about its subject, in number order.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="knownAsOf">The moment; null for everything recorded.</param>
    public NextStep? Of(CaseFile file, IReadOnlyList<LedgerEntry> entries, DateOnly asOf, DateTimeOffset? knownAsOf = null)
    {
        if (file.Next is not { } step) return null;
        var ledger = FactProjection.Run(declared.Kinds, entries, asOf, knownAsOf);
        var facts = ledger.ToSheet().ToJson();
        List<string> documents = [.. step.Documents, .. step.DocumentsWhen.Select(d => Conditional(d, facts)).OfType<string>()];
        if (step.Deadline is not { } decision) return new(file.Steps.Count + 1, step, null, null, "条文没有规定这一步的期限", [], documents);
        var rule = declared.Clocks.FirstOrDefault(c => c.Due == decision)
            ?? new(decision, decision, [], decision, decision, true, [], null, [], [], false, "", "没有声明这个期限是否顺延，未顺延。");
        var last = _lastDay.Of(rule, ledger, new SingleAnswers(library, ledger), file.Steps is [.., var before] ? before.Done.Day : file.Opened.Happened, asOf) ?? new(null, [], "条文对这宗地不适用");
        return new(file.Steps.Count + 1, step, last.Day, last.Day?.DayNumber - asOf.DayNumber, How(decision, facts, asOf, last), last.Missing, documents);
    }

    private static string? Conditional(KeyValuePair<string, string> document, JsonObject facts) => facts[document.Value]?.GetValueKind() switch
    {
        JsonValueKind.True => document.Key,
        JsonValueKind.False => null,
        _ => $"{document.Key}（不知道“{document.Value}”，查明后定）",
    };

    private string How(string decision, JsonObject facts, DateOnly asOf, LastDay last)
    {
        var answer = library.Evaluate(decision, facts, new Question(asOf));
        var quote = library.FindDecision(decision)?.Quote ?? "";
        var from = string.Join("，", answer.Reasons.SelectMany(r => r.Facts).Distinct(StringComparer.Ordinal).Where(f => facts[f] is not null).Select(f => $"{f} {facts[f]}"));
        var basis = $"{answer.Article}（{decision}）{(quote.Length > 0 ? $"：“{quote}”" : "")}";
        var start = last.Day is not null && from.Length > 0 ? $"；自{from} 起算" : "";
        return $"{basis}{start}{(last.Note.Length > 0 ? $"；{last.Note}" : "")}";
    }
}
