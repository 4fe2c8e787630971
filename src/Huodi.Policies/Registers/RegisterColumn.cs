namespace Huodi.Policies.Registers;

/// <summary>A column of a register: a fact of the dictionary in the unit in which the register shows it.</summary>
/// <param name="Fact">Name of the fact.</param>
/// <param name="Unit">Unit shown: the dictionary's own or one of <c>units.yaml</c>; null for what has none.</param>
/// <param name="Factor">The figure of the dictionary's unit times this is the figure of <paramref name="Unit"/>.</param>
public sealed record RegisterColumn(string Fact, string? Unit, decimal Factor);
