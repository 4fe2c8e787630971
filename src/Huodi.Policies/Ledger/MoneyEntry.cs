using System.Text.Json.Nodes;

namespace Huodi.Policies.Ledger;

/// <summary>Entries of one kind that belong to an account.</summary>
/// <param name="Kind">English identifier of the kind.</param>
/// <param name="Amount">Field with the amount, 元.</param>
/// <param name="Field">Field that tells the account, or null when all entries of the kind belong to it.</param>
/// <param name="Values">The values of that field; null among them stands for an entry without it.</param>
public sealed record MoneyEntry(string Kind, string Amount, string? Field, IReadOnlyList<string?> Values)
{
    /// <summary>Whether an entry of that kind with these fields belongs to the account.</summary>
    public bool Takes(string kind, JsonObject fields) => kind == Kind && (Field is null || Values.Contains(fields[Field]?.ToString()));
}
