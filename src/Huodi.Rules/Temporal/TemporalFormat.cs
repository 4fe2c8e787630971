using System.Globalization;
using System.Text;

namespace Huodi.Rules.Temporal;

/// <summary>Writes temporal values in the forms of ISO 8601 / XML Schema that FEEL reads.</summary>
internal static class TemporalFormat
{
    public static string Date(CalendarDate date) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(date.Year < 0 ? "-" : "")}{Math.Abs(date.Year):0000}-{date.Month:00}-{date.Day:00}");

    public static string Time(ClockTime time)
    {
        var text = new StringBuilder();
        _ = text.Append(CultureInfo.InvariantCulture, $"{time.Hour:00}:{time.Minute:00}:{time.Second:00}");
        if (time.Fraction != 0)
        {
            _ = text.Append('.').Append(time.Fraction.ToString("000000000", CultureInfo.InvariantCulture).TrimEnd('0'));
        }

        return text.Append(Zone(time.Zone)).ToString();
    }

    public static string Zone(FeelZone? zone)
    {
        if (zone is null) return "";
        if (zone.Id is { } id) return "@" + id;
        var seconds = zone.FixedOffset ?? 0;
        if (seconds == 0) return "Z";
        var rest = Math.Abs(seconds);
        var text = string.Create(CultureInfo.InvariantCulture, $"{(seconds < 0 ? '-' : '+')}{rest / 3600:00}:{rest / 60 % 60:00}");
        return rest % 60 == 0 ? text : text + string.Create(CultureInfo.InvariantCulture, $":{rest % 60:00}");
    }

    public static string Months(long months)
    {
        if (months == 0) return "P0M";
        var (years, rest) = (Math.Abs(months) / 12, Math.Abs(months) % 12);
        var sign = months < 0 ? "-" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{sign}P{(years > 0 ? years + "Y" : "")}{(rest > 0 ? rest + "M" : "")}");
    }

    public static string Seconds(decimal seconds)
    {
        if (seconds == 0) return "PT0S";
        var rest = Math.Abs(seconds);
        var days = decimal.Truncate(rest / 86_400);
        rest -= days * 86_400;
        var hours = decimal.Truncate(rest / 3600);
        rest -= hours * 3600;
        var minutes = decimal.Truncate(rest / 60);
        rest -= minutes * 60;
        var text = new StringBuilder(seconds < 0 ? "-P" : "P");
        if (days != 0) _ = text.Append(Plain(days)).Append('D');
        if (hours != 0 || minutes != 0 || rest != 0) _ = text.Append('T');
        if (hours != 0) _ = text.Append(Plain(hours)).Append('H');
        if (minutes != 0) _ = text.Append(Plain(minutes)).Append('M');
        if (rest != 0) _ = text.Append(Plain(rest)).Append('S');
        return text.ToString();
    }

    private static string Plain(decimal number) => number.ToString("0.#########", CultureInfo.InvariantCulture);
}
