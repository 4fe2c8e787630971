namespace Huodi.Policies.Explaining;

/// <summary>A fact the question was put with.</summary>
/// <param name="Name">Chinese name.</param>
/// <param name="Value">The value as it is read.</param>
/// <param name="Source">Where it comes from, for people.</param>
public sealed record ExplainedFact(string Name, Figure Value, string Source);
