using Huodi.Policies.Answers;

namespace Huodi.Policies.Letters;

/// <summary>What came of composing a letter: the letter, or everything that is still in the way. Never both.</summary>
/// <param name="Letter">The letter, or null.</param>
/// <param name="MissingEntries">Entries that nobody filled in.</param>
/// <param name="MissingFacts">Facts and parameters that are not known, with who has them.</param>
/// <param name="Grounds">Decisions that do not carry the letter, with what they answered.</param>
/// <param name="WrongEntries">Entries that cannot be read as their type, or that the template does not have, in words for people.</param>
public sealed record LetterDraft(
    Letter? Letter,
    IReadOnlyList<LetterEntry> MissingEntries,
    IReadOnlyList<MissingFact> MissingFacts,
    IReadOnlyList<PolicyAnswer> Grounds,
    IReadOnlyList<string> WrongEntries)
{
    /// <summary>Names of the facts that the letter tells, or that its answers rest on.</summary>
    public IReadOnlyList<string> UsedFacts { get; init; } = [];
}
