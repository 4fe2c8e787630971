namespace Huodi.Policies.Packages;

/// <summary>Another rule that answers the same question and that this document does not override.</summary>
/// <param name="Decision">Id of the other decision.</param>
/// <param name="Text">Where the two part, for people.</param>
/// <param name="When">FEEL condition, read in this package, under which they disagree; null when they disagree wherever their results differ.</param>
/// <param name="Line">Line in the document, from 1.</param>
public sealed record ConflictRule(string Decision, string Text, string? When, int Line);
