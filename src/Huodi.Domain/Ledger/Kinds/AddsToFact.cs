namespace Huodi.Domain.Ledger.Kinds;

/// <summary>The fact is the sum of a figure over all entries.</summary>
/// <param name="Fact">Name of the fact.</param>
/// <param name="Field">Field that holds the figure.</param>
/// <param name="Negative">Whether it is taken off.</param>
public sealed record AddsToFact(string Fact, string Field, bool Negative) : FactEffect(Fact);
