namespace Huodi.Rules;

/// <summary>Rules that match together, with an example: one FEEL literal an input column.</summary>
public sealed record TableOverlap(IReadOnlyList<int> Rules, IReadOnlyDictionary<string, string> Example);
