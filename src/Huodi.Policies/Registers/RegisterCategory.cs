namespace Huodi.Policies.Registers;

/// <summary>A way to name the category of an entry; the first that fits is taken.</summary>
/// <param name="Fact">The fact whose value is the category, or null.</param>
/// <param name="Name">The category, or null when a fact gives it.</param>
/// <param name="When">Facts that must be so; all of them.</param>
public sealed record RegisterCategory(string? Fact, string? Name, IReadOnlyList<FactMatch> When);
