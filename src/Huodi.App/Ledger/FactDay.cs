using System.Globalization;
using System.Text.Json.Nodes;

namespace Huodi.App.Ledger;

/// <summary>A day among facts, in the contract's form.</summary>
internal static class FactDay
{
    /// <summary>The day, or null.</summary>
    public static DateOnly? Of(JsonNode? value) =>
        DateOnly.TryParseExact(value?.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
