namespace Huodi.App.Laboratory;

/// <summary>One question over all subjects compared.</summary>
/// <param name="Pair">The question.</param>
/// <param name="Asked">Subjects it was asked of on either side.</param>
/// <param name="Moves">How many answers went from which outcome to which, by their names; same to same means another value. Only changes.</param>
/// <param name="OtherMissing">Answers that are 待补充材料 on both sides and ask for other facts; these do not count as changes.</param>
/// <param name="Money">Amounts, where the question gives money.</param>
public sealed record DecisionDifferences(
    DecisionPair Pair, int Asked, IReadOnlyList<(string From, string To, int Count)> Moves, int OtherMissing, IReadOnlyList<MoneySum> Money)
{
    /// <summary>Answers that changed.</summary>
    public int Changed => Moves.Sum(m => m.Count);
}
