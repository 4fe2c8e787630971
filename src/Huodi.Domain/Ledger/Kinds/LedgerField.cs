namespace Huodi.Domain.Ledger.Kinds;

/// <summary>A field of a kind. Its type, unit and words are those of the fact of that name in the dictionary.</summary>
/// <param name="Name">Name in the fact dictionary.</param>
/// <param name="IsRequired">Whether an entry must have it.</param>
public sealed record LedgerField(string Name, bool IsRequired);
