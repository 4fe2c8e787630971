namespace Huodi.Domain.Ledger.Kinds;

/// <summary>From its day on, the fact has the value, if fields of the entry say what they must: for example the step of a case.</summary>
/// <param name="Fact">Name of the fact.</param>
/// <param name="Value">The value.</param>
/// <param name="When">Texts that fields must have, by field.</param>
public sealed record SetsFactWhen(string Fact, EffectTerm Value, IReadOnlyList<KeyValuePair<string, string>> When) : FactEffect(Fact);
