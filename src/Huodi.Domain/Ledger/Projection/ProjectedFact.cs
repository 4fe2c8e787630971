using System.Text.Json.Nodes;

namespace Huodi.Domain.Ledger.Projection;

/// <summary>A fact that the ledger gives.</summary>
/// <param name="Name">Name in the dictionary.</param>
/// <param name="Value">Value in the contract's form.</param>
/// <param name="Entries">The entries it comes from, in number order; at least one.</param>
public sealed record ProjectedFact(string Name, JsonNode Value, IReadOnlyList<LedgerEntry> Entries);
