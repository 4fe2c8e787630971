using Huodi.Policies.Answers;
using Huodi.Rules;

namespace Huodi.Policies.Columns;

/// <summary>What many subjects are told alike: all of an answer but its reasons, notes and receipt.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Value">The value, rounded as the answer gives it; null where the outcome is none, or where each subject has its own
/// (<see cref="AnswerColumn.Value"/> gives either).</param>
/// <param name="Missing">Facts and parameters that would decide it, in the order of asking.</param>
/// <param name="Determinations">Facts that record the findings left to somebody.</param>
public sealed record AnswerClass(Outcome Outcome, FeelValue? Value, IReadOnlyList<string> Missing, IReadOnlyList<string> Determinations)
{
    /// <summary>Whether two say the same.</summary>
    public bool Equals(AnswerClass? other) => other is not null && Outcome == other.Outcome && Equals(Value, other.Value)
        && Missing.SequenceEqual(other.Missing, StringComparer.Ordinal) && Determinations.SequenceEqual(other.Determinations, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Outcome, Value, Missing.Count, Determinations.Count);
}
