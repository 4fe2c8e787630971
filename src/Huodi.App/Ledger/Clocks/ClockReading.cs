namespace Huodi.App.Ledger.Clocks;

/// <summary>What a clock shows on a day.</summary>
/// <param name="Rule">Id of the rule; of a stage, the rule and the 期次: 付款计划/首期.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Due">The last day, moved behind days off where the rule says so; null when it cannot be known.</param>
/// <param name="Done">The day on which it was done, or null.</param>
/// <param name="Status">未到期, 预警, 今日到期, 逾期, 已办, 逾期已办, 不明 or 不在施行期.</param>
/// <param name="DaysLeft">Days to the last day, negative behind it; null when not known or done.</param>
/// <param name="Warning">The warning that stands (提前12个月), or empty.</param>
/// <param name="Missing">What is missing to know it.</param>
/// <param name="Office">Who is responsible.</param>
/// <param name="Articles">Articles.</param>
/// <param name="Note">What to mind.</param>
public sealed record ClockReading(
    string Rule,
    string Name,
    DateOnly? Due,
    DateOnly? Done,
    string Status,
    int? DaysLeft,
    string Warning,
    IReadOnlyList<string> Missing,
    string Office,
    IReadOnlyList<string> Articles,
    string Note);
