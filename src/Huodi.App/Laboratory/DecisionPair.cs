namespace Huodi.App.Laboratory;

/// <summary>The two decisions that answer one question, one on each side.</summary>
/// <param name="Label">Names the pair in reports: the decision's id, or the topic with both ids; no two pairs share one.</param>
/// <param name="A">On the first side; null when that side has no such decision.</param>
/// <param name="B">On the second side; null when that side has no such decision.</param>
public sealed record DecisionPair(string Label, AskedDecision? A, AskedDecision? B);
