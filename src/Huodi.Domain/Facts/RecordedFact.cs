using System.Text.Json.Nodes;

namespace Huodi.Domain.Facts;

/// <summary>One fact as it was recorded: its dictionary name, its value in the contract's JSON form, and its source.</summary>
/// <param name="Name">Chinese name in the fact dictionary.</param>
/// <param name="Value">JSON value (date as yyyy-MM-dd, money in 元, area in ㎡); never null, an absent fact is not recorded.</param>
/// <param name="Source">Where it was read.</param>
public sealed record RecordedFact(string Name, JsonNode Value, FactSource Source);
