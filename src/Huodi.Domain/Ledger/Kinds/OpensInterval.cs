namespace Huodi.Domain.Ledger.Kinds;

/// <summary>The fact is a list of intervals {原因, 起, 止}, of which the entry's day begins one.</summary>
/// <param name="Fact">Name of the fact.</param>
/// <param name="Case">Field with the number of the matter, by which the end is found.</param>
/// <param name="Cause">Why.</param>
public sealed record OpensInterval(string Fact, string Case, EffectTerm Cause) : FactEffect(Fact);
