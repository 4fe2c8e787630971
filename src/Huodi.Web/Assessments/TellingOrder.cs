using Huodi.Policies.Answers;

namespace Huodi.Web.Assessments;

/// <summary>
/// Which of many outcomes stands for a whole parcel: a condition of the law that is met first, then what waits for a person's finding,
/// then a clear no, then what lacks material; figures, which nearly every parcel has, only where nothing else was asked.
/// </summary>
internal static class TellingOrder
{
    /// <summary>The order, most telling first.</summary>
    public static IReadOnlyList<Outcome> All { get; } =
    [
        Outcome.Met, Outcome.NeedsDetermination, Outcome.NotMet, Outcome.NeedsFacts, Outcome.Value, Outcome.NotApplicable, Outcome.NotInForce,
    ];

    /// <summary>The rule as the legend states it.</summary>
    public static string Rule { get; } =
        $"各条合看时，每宗取最需要留意的一种答案，次序为：{string.Join("、", All.Select(o => o.Chinese()))}。";

    private static readonly int[] Ranks = [.. OutcomeNames.All.Order().Select(o => All.ToList().IndexOf(o))];

    /// <summary>Place in the order, from 0.</summary>
    public static int Rank(Outcome outcome) => Ranks[(int)outcome];
}
