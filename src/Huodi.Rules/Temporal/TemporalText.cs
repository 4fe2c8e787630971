using System.Globalization;
using System.Text.RegularExpressions;

namespace Huodi.Rules.Temporal;

/// <summary>
/// Reads temporal values in the forms that the standard gives to <c>date</c>, <c>time</c>, <c>date and time</c> and <c>duration</c>.
/// </summary>
internal static partial class TemporalText
{
    /// <summary>What an at-literal denotes; null where it is none of the four.</summary>
    public static FeelValue? ParseAny(string text) =>
        Date(text) is { } d ? new DateValue(d)
        : Time(text) is { } t ? new TimeValue(t)
        : DateTime(text) ?? Duration(text);

    public static CalendarDate? Date(string text)
    {
        var match = DatePattern().Match(text);
        return match.Success ? ReadDate(match) : null;
    }

    public static ClockTime? Time(string text)
    {
        var match = TimePattern().Match(text);
        return match.Success ? ReadTime(match, false) : null;
    }

    /// <summary>A date and time; a date alone is its midnight.</summary>
    public static FeelValue? DateTime(string text)
    {
        var split = text.IndexOf('T', StringComparison.Ordinal);
        if (split < 0) return Date(text) is { } alone ? new DateTimeValue(alone, default) : null;
        var match = TimePattern().Match(text[(split + 1)..]);
        if (!match.Success || Date(text[..split]) is not { } date || ReadTime(match, true) is not { } time) return null;
        if (match.Groups["h"].Value != "24") return new DateTimeValue(date, time);
        return date.AddDays(1) is { } next ? new DateTimeValue(next, time) : null;
    }

    public static FeelValue? Duration(string text)
    {
        if (text.EndsWith('P') || text.EndsWith('T')) return null;
        var sign = text.StartsWith('-') ? -1 : 1;
        var match = MonthsPattern().Match(text);
        try
        {
            if (match.Success) return new YearsMonthsValue(sign * ((Whole(match, "y") * 12) + Whole(match, "m")));
            match = SecondsPattern().Match(text);
            return match.Success
                ? new DaysTimeValue(sign * ((Figure(match, "d") * 86_400) + (Figure(match, "h") * 3600) + (Figure(match,
                    "m") * 60) + Figure(match, "s")))
                : null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static CalendarDate? ReadDate(Match match)
    {
        var digits = match.Groups["y"].Value;
        if (digits.Length > 4 && digits[0] == '0') return null;
        var year = long.Parse(digits, CultureInfo.InvariantCulture) * (match.Groups["sign"].Success ? -1 : 1);
        return CalendarDate.Create(year, Whole(match, "m"), Whole(match, "d"));
    }

    private static ClockTime? ReadTime(Match match, bool midnight)
    {
        var hour = Whole(match, "h");
        var second = Figure(match, "s");
        if (hour == 24)
        {
            if (!midnight || Whole(match, "m") != 0 || second != 0) return null;
            hour = 0;
        }

        FeelZone? zone = null;
        if (match.Groups["zone"].Success && (zone = ReadZone(match)) is null) return null;
        return ClockTime.Create(hour, Whole(match, "m"), second, zone);
    }

    private static FeelZone? ReadZone(Match match)
    {
        var zone = match.Groups["zone"].Value;
        if (zone is "Z" or "z") return FeelZone.Utc;
        if (zone[0] == '@') return FeelZone.OfId(zone[1..]);
        var (hours, minutes, seconds) = (Whole(match, "zh"), Whole(match, "zm"), Whole(match, "zs"));
        if (hours > 18 || minutes > 59 || seconds > 59) return null;
        return FeelZone.OfOffset((int)((hours * 3600) + (minutes * 60) + seconds) * (zone[0] == '-' ? -1 : 1));
    }

    private static long Whole(Match match, string group) =>
        match.Groups[group] is { Success: true } g ? long.Parse(g.Value, CultureInfo.InvariantCulture) : 0;

    private static decimal Figure(Match match, string group) =>
        match.Groups[group] is { Success: true } g ? decimal.Parse(g.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)
            : 0;

    [GeneratedRegex(@"^(?<sign>-)?(?<y>[0-9]{4,9})-(?<m>[0-9]{2})-(?<d>[0-9]{2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex DatePattern();

    [GeneratedRegex(
        @"^(?<h>[0-9]{2}):(?<m>[0-9]{2}):(?<s>[0-9]{2}(\.[0-9]+)?)(?<zone>[Zz]|[+-](?<zh>[0-9]{2}):(?<zm>[0-9]{2})(:(?<zs>[0-9]{2}))?|@[A-Za-z0-9_+/-]+)?\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex TimePattern();

    [GeneratedRegex(@"^-?P((?<y>[0-9]+)Y)?((?<m>[0-9]+)M)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex MonthsPattern();

    [GeneratedRegex(
        @"^-?P((?<d>[0-9]+)D)?(T((?<h>[0-9]+)H)?((?<m>[0-9]+)M)?((?<s>[0-9]+(\.[0-9]*)?|\.[0-9]+)S)?)?\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex SecondsPattern();
}
