using Huodi.Domain.Codes;

namespace Huodi.Policies.Registers;

/// <summary>An article a register rests on.</summary>
/// <param name="Article">Article id, for example <c>HF-01</c>.</param>
/// <param name="Region">Where it governs.</param>
/// <param name="Note">What it asks of the register.</param>
public sealed record RegisterBasis(string Article, DivisionCode Region, string Note);
