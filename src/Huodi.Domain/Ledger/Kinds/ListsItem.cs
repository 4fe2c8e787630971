namespace Huodi.Domain.Ledger.Kinds;

/// <summary>The fact is a list, to which each entry adds an item; without parts it adds none, and says that there is a list to know.</summary>
/// <param name="Fact">Name of the fact.</param>
/// <param name="Parts">Parts of the item in order.</param>
public sealed record ListsItem(string Fact, IReadOnlyList<KeyValuePair<string, EffectTerm>> Parts) : FactEffect(Fact);
