namespace Huodi.Domain.Ledger.Kinds;

/// <summary>From its day on, the fact has the value; nothing happens when the value is empty.</summary>
/// <param name="Fact">Name of the fact.</param>
/// <param name="Value">The value.</param>
public sealed record SetsFact(string Fact, EffectTerm Value) : FactEffect(Fact);
