namespace Huodi.Domain.Ledger.Kinds;

/// <summary>From its day on, the fact is unknown again.</summary>
/// <param name="Fact">Name of the fact.</param>
public sealed record EndsFact(string Fact) : FactEffect(Fact);
