using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Huodi.Domain.Ledger.Kinds;

namespace Huodi.Domain.Ledger.Projection;

/// <summary>
/// From entries to facts. Of what was recorded up to one moment (known-as-of) and happened up to one day (facts-as-of), the latest day
/// decides each fact; figures that add up are added, lists are gathered, intervals matched. Two entries of one day that differ leave the
/// fact unknown and say so: the order of arrival never decides what was true.
/// </summary>
public static class FactProjection
{
    /// <summary>Projects the entries of one subject.</summary>
    /// <param name="kinds">The declared kinds.</param>
    /// <param name="entries">All entries about it, in number order.</param>
    /// <param name="asOf">The day of the facts.</param>
    /// <param name="knownAsOf">The moment of the knowledge; null for everything recorded.</param>
    public static SubjectProjection Run(LedgerKinds kinds, IEnumerable<LedgerEntry> entries, DateOnly asOf, DateTimeOffset? knownAsOf = null)
    {
        var held = EffectiveEntries.Of(entries, knownAsOf).Where(e => e.Happened <= asOf).ToList();
        var tallies = new SortedDictionary<string, FactTally>(StringComparer.Ordinal);
        var problems = new List<ProjectionProblem>();
        foreach (var entry in held)
        {
            if (kinds.Find(entry.Kind) is not { } kind)
            {
                problems.Add(new("LEDGER_KIND", "", [entry.Number], $"第 {entry.Number} 条登记的种类“{entry.Kind}”没有声明，没有采用。请补上种类声明。"));
                continue;
            }

            var fields = entry.Draft.Payload.Fields();
            foreach (var effect in kind.Effects) Apply(effect, entry, fields, problems, name => Tally(tallies, name));
        }

        var facts = new SortedDictionary<string, ProjectedFact>(StringComparer.Ordinal);
        foreach (var (name, tally) in tallies)
        {
            var (fact, problem) = tally.Result();
            if (fact is not null && !problems.Exists(p => p.Fact == name)) facts.Add(name, fact);
            if (problem is not null) problems.Add(problem);
        }

        return new(facts, problems, held);
    }

    private static FactTally Tally(SortedDictionary<string, FactTally> tallies, string name)
    {
        if (!tallies.TryGetValue(name, out var tally)) tallies[name] = tally = new FactTally(name);
        return tally;
    }

    private static void Apply(FactEffect effect, LedgerEntry entry, JsonObject fields, List<ProjectionProblem> problems, Func<string, FactTally> tally)
    {
        switch (effect)
        {
            case SetsFact sets when sets.Value.Of(entry, fields) is { } value:
                tally(effect.Fact).Set(entry, value);
                break;
            case SetsFactWhen step when step.Applies(fields) && step.Value.Of(entry, fields) is { } value:
                tally(effect.Fact).Set(entry, value);
                break;
            case EndsFact:
                tally(effect.Fact).End(entry);
                break;
            case AddsToFact adds when fields[adds.Field] is { } node:
                if (Figure(node) is { } figure) tally(effect.Fact).Add(entry, adds.Negative ? -figure : figure);
                else problems.Add(Unusable(entry, effect.Fact, adds.Field));
                break;
            case ListsItem { Parts.Count: 0 }:
                tally(effect.Fact).List(entry, null);
                break;
            case ListsItem lists:
                tally(effect.Fact).List(entry, new JsonObject(lists.Parts.Select(p => KeyValuePair.Create(p.Key, p.Value.Of(entry, fields)?.DeepClone()))));
                break;
            case OpensInterval opens when Text(fields[opens.Case]) is { } matter && opens.Cause.Of(entry, fields) is { } cause:
                tally(effect.Fact).Open(entry, matter, cause);
                break;
            case ClosesInterval closes when Text(fields[closes.Case]) is { } matter:
                tally(effect.Fact).Close(entry, matter);
                break;
            case OpensInterval or ClosesInterval:
                problems.Add(Unusable(entry, effect.Fact, "事项编号"));
                break;
            default:
                break; // A field that is empty says nothing.
        }
    }

    private static ProjectionProblem Unusable(LedgerEntry entry, string fact, string field) =>
        new("LEDGER_FIELD", fact, [entry.Number], $"“{fact}”无法确定：第 {entry.Number} 条登记的“{field}”无法使用。请更正该条登记。");

    private static decimal? Figure(JsonNode node) =>
        node.GetValueKind() == JsonValueKind.Number
        && decimal.TryParse(node.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var figure) ? figure : null;

    private static string? Text(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;
}
