namespace Huodi.Rules;

/// <summary>What a table gave, and the numbers of the rules that matched (those whose match is certain).</summary>
public sealed record TableAnswer(Answer Answer, IReadOnlyList<int> Rules);
