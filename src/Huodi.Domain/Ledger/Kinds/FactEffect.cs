namespace Huodi.Domain.Ledger.Kinds;

/// <summary>What an entry of a kind does to a fact.</summary>
/// <param name="Fact">Name of the fact.</param>
public abstract record FactEffect(string Fact);
