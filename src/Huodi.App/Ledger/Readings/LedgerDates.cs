using System.Globalization;

namespace Huodi.App.Ledger.Readings;

/// <summary>The three dates of a question to the ledger.</summary>
/// <param name="AsOf">事实截至: what happened up to this day counts.</param>
/// <param name="LawAsOf">法律截至: the day whose law answers; null to let the legal facts decide.</param>
/// <param name="KnownAsOf">当时所知: what was recorded up to this moment counts; null for everything.</param>
public sealed record LedgerDates(DateOnly AsOf, DateOnly? LawAsOf = null, DateTimeOffset? KnownAsOf = null)
{
    private static readonly TimeSpan ChinaStandardTime = TimeSpan.FromHours(8);
    private static readonly string[] Moments = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>The first year of which a day can stand in the ledger, or be asked about.</summary>
    public const int FirstYear = 1950;

    /// <summary>The last.</summary>
    public const int LastYear = 2199;

    /// <summary>Whether it can be a day of the ledger: no placeholder, and nothing that cannot be reckoned with.</summary>
    public static bool Holds(DateOnly day) => day.Year is >= FirstYear and <= LastYear;

    /// <summary>Reads a moment: a day, whose last moment in Beijing is meant, or 2026-03-03T08:00:00Z. False for a text that is neither; null for none.</summary>
    public static bool TryReadMoment(string? text, out DateTimeOffset? moment)
    {
        moment = null;
        if (string.IsNullOrWhiteSpace(text)) return true;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            if (!Holds(day)) return false;
            moment = new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), ChinaStandardTime).AddMilliseconds(-1);
            return true;
        }

        if (!DateTimeOffset.TryParseExact(text, Moments, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var read)) return false;
        moment = read;
        return Holds(DateOnly.FromDateTime(read.Date));
    }

    /// <summary>A moment as people in China read it, to the second.</summary>
    public static string Local(DateTimeOffset moment) => moment.ToOffset(ChinaStandardTime).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
