namespace Huodi.Policies.Answers;

/// <summary>Another rule in force that answers the same question otherwise. Both stand; nothing is chosen.</summary>
/// <param name="Other">The other rule's answer to the same facts on the same day, without its reasons.</param>
/// <param name="Title">Title of the document the other rule stands in.</param>
/// <param name="Text">Where the two part, for people.</param>
/// <param name="Differs">True when they disagree about this land; null when that cannot be told yet.</param>
public sealed record RuleConflict(PolicyAnswer Other, string Title, string Text, bool? Differs);
