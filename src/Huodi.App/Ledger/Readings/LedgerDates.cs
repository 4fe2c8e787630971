using System.Globalization;

namespace Huodi.App.Ledger.Readings;

/// <summary>The three dates of a question to the ledger.</summary>
/// <param name="AsOf">事实截至: what happened up to this day counts.</param>
/// <param name="LawAsOf">法律截至: the day whose law answers; null to let the legal facts decide.</param>
/// <param name="KnownAsOf">当时所知: what was recorded up to this moment counts; null for everything.</param>
public sealed record LedgerDates(DateOnly AsOf, DateOnly? LawAsOf = null, DateTimeOffset? KnownAsOf = null)
{
    private static readonly TimeSpan ChinaStandardTime = TimeSpan.FromHours(8);

    /// <summary>Reads a moment: a day, whose last moment in Beijing is meant, or 2026-03-03T08:00:00Z. False for a text that is neither; null for none.</summary>
    public static bool TryReadMoment(string? text, out DateTimeOffset? moment)
    {
        moment = null;
        if (string.IsNullOrWhiteSpace(text)) return true;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            moment = day == DateOnly.MaxValue ? DateTimeOffset.MaxValue : new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), ChinaStandardTime).AddMilliseconds(-1);
            return true;
        }

        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var read)) return false;
        moment = read;
        return true;
    }

    /// <summary>A moment as people in China read it, to the second.</summary>
    public static string Local(DateTimeOffset moment) => moment.ToOffset(ChinaStandardTime).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
