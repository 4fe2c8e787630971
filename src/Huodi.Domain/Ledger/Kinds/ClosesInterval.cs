namespace Huodi.Domain.Ledger.Kinds;

/// <summary>The entry's day is the last of the interval that began under the same number.</summary>
/// <param name="Fact">Name of the fact.</param>
/// <param name="Case">Field with the number of the matter.</param>
public sealed record ClosesInterval(string Fact, string Case) : FactEffect(Fact);
