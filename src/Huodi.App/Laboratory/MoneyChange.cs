using System.Text.Json;
using System.Text.Json.Nodes;
using Huodi.Policies.Answers;

namespace Huodi.App.Laboratory;

/// <summary>An amount of money on both sides of a change, in 元.</summary>
/// <param name="Part">Which part of an answer that is an object; empty for an answer that is one amount.</param>
/// <param name="From">The amount on the first side; null when it gives none.</param>
/// <param name="To">The amount on the second side; null when it gives none.</param>
/// <param name="IsOpen">True when a side is not decided yet, so that its amount is not known; it is never taken as zero.</param>
public sealed record MoneyChange(string Part, decimal? From, decimal? To, bool IsOpen)
{
    private const string Yuan = "元";

    /// <summary>The second amount less the first, none counting as nothing to pay; null when a side is not decided.</summary>
    public decimal? Difference => IsOpen ? null : (To ?? 0) - (From ?? 0);

    /// <summary>The amounts of two answers to one question; empty when neither gives money.</summary>
    public static IReadOnlyList<MoneyChange> Of(PolicyAnswer? from, PolicyAnswer? to)
    {
        var (a, b) = (Amounts(from), Amounts(to));
        if (a.Count == 0 && b.Count == 0) return [];
        var open = IsUndecided(from) || IsUndecided(to);
        return [.. a.Keys.Union(b.Keys, StringComparer.Ordinal).Select(part => new MoneyChange(part, Amount(a, part), Amount(b, part), open))];
    }

    private static bool IsUndecided(PolicyAnswer? answer) => answer?.Outcome is Outcome.NeedsFacts or Outcome.NeedsDetermination;

    private static decimal? Amount(Dictionary<string, decimal> amounts, string part) => amounts.TryGetValue(part, out var amount) ? amount : null;

    private static Dictionary<string, decimal> Amounts(PolicyAnswer? answer)
    {
        var amounts = new Dictionary<string, decimal>(StringComparer.Ordinal);
        if (answer?.Unit != Yuan) return amounts;
        if (answer.Value is JsonObject parts)
        {
            foreach (var (part, value) in parts) Add(amounts, part, value);
        }
        else
        {
            Add(amounts, "", answer.Value);
        }

        return amounts;
    }

    private static void Add(Dictionary<string, decimal> amounts, string part, JsonNode? value)
    {
        if (value?.GetValueKind() == JsonValueKind.Number) amounts[part] = value.GetValue<decimal>();
    }
}
