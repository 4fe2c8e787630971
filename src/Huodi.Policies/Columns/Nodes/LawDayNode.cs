using Huodi.Rules;

namespace Huodi.Policies.Columns.Nodes;

/// <summary>The day whose law answers, where a fact decides it: of all days on which the same law holds, the first.</summary>
/// <param name="legal">The fact.</param>
/// <param name="asOf">The day of the question, which stands in for a fact that is not known.</param>
/// <param name="turns">The days on which some law begins or ends, ascending.</param>
internal sealed class LawDayNode(Node legal, DateOnly asOf, IReadOnlyList<DateOnly> turns) : FunctionNode([legal])
{
    private protected override int Work(Chunk chunk, int row, ReadOnlySpan<Answer> answers, out FeelValue? own)
    {
        var day = answers[0].TryGetValue(out var value) && value.Kind == FeelKind.Date ? value.AsDate() : asOf;
        return Share(Answer.Of(FeelValue.Of(turns.LastOrDefault(t => t <= day))), out own);
    }
}
