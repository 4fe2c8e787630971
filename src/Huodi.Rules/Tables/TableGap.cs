namespace Huodi.Rules;

/// <summary>Inputs that no rule matches, with an example: one FEEL literal an input column.</summary>
public sealed record TableGap(IReadOnlyDictionary<string, string> Example);
