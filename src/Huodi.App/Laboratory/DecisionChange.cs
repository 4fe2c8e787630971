using System.Text.Json.Nodes;
using Huodi.Policies.Answers;

namespace Huodi.App.Laboratory;

/// <summary>One question about one subject whose answer is not the same on the two sides.</summary>
/// <param name="Pair">The question.</param>
/// <param name="From">The first side's answer, without reasons; null when that side does not ask it.</param>
/// <param name="To">The second side's answer, without reasons; null when that side does not ask it.</param>
/// <param name="Money">Amounts, where either side gives money; empty otherwise.</param>
public sealed record DecisionChange(DecisionPair Pair, PolicyAnswer? From, PolicyAnswer? To, IReadOnlyList<MoneyChange> Money)
{
    /// <summary>What a side is said to answer that does not ask the question.</summary>
    public const string NotAsked = "没有这项决策";

    /// <summary>The change in one line, for example <c>DL-10/开工违约金：600000.00 元 → 900000.00 元</c>.</summary>
    public string Text => $"{Pair.Label}：{Words(From)} → {Words(To)}";

    /// <summary>An answer in one line.</summary>
    public static string Words(PolicyAnswer? answer) => answer is null ? NotAsked : AnswerWords.Result(answer);

    /// <summary>The name of an answer's outcome.</summary>
    public static string OutcomeName(PolicyAnswer? answer) => answer?.Outcome.Chinese() ?? NotAsked;

    /// <summary>Whether two answers to one question end differently. A side that does not ask equals one whose law has nothing to say.</summary>
    internal static bool IsOne(PolicyAnswer? from, PolicyAnswer? to)
    {
        if (from is not null && to is not null) return from.Outcome != to.Outcome || from.Unit != to.Unit || !JsonNode.DeepEquals(from.Value, to.Value);
        return (from ?? to) is { Outcome: not (Outcome.NotApplicable or Outcome.NotInForce) };
    }
}
