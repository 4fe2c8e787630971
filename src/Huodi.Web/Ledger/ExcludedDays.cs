using System.Globalization;
using System.Text.Json.Nodes;
using Huodi.App.Ledger.Readings;

namespace Huodi.Web.Ledger;

/// <summary>The intervals that do not count, as the ledger has them.</summary>
internal static class ExcludedDays
{
    /// <summary>Each with its cause; without an end while it lasts.</summary>
    public static IEnumerable<(string Cause, DateOnly From, DateOnly? To)> Of(SubjectReading reading)
    {
        foreach (var item in (reading.Facts.Find("不计入期间")?.Value as JsonArray ?? []).OfType<JsonObject>())
        {
            if (Day(item["起"]) is { } from) yield return (item["原因"]?.ToString() ?? "", from, Day(item["止"]));
        }
    }

    private static DateOnly? Day(JsonNode? node) =>
        DateOnly.TryParseExact(node?.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
