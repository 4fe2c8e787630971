using Huodi.Policies.Facts;
using Huodi.Rules;

namespace Huodi.Policies.Evaluation;

/// <summary>What is known of a fact from its record and from what other facts imply; the one place that knows, for one subject and for columns.</summary>
internal static class ImplicationLogic
{
    /// <param name="fact">The fact.</param>
    /// <param name="recorded">Its record, or null.</param>
    /// <param name="implications">What implies it, in order.</param>
    /// <param name="implied">What each of them says of this subject, or null where it says nothing.</param>
    /// <param name="against">The fact whose implication contradicts the record, or null.</param>
    public static Answer Answer(
        FactDefinition fact, FeelValue? recorded, IReadOnlyList<CompiledImplication> implications, Func<int, FeelValue?> implied, out string? against)
    {
        against = null;
        for (var i = 0; i < implications.Count; i++)
        {
            if (implied(i) is not { } then) continue;
            if (recorded is null) return Rules.Answer.Of(then);
            if (then.Equals(recorded)) break;
            against = implications[i].Known;
            return Rules.Answer.NeedsFacts([fact.Name, against]);
        }

        return recorded is not null ? Rules.Answer.Of(recorded) : Rules.Answer.NeedsFacts(fact.AskFor);
    }
}
