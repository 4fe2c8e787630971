using System.Globalization;

namespace Huodi.Web.Subjects;

/// <summary>Places days on a line.</summary>
internal sealed class TimelineScale
{
    private readonly double _left;
    private readonly double _perDay;

    /// <summary>A line from <paramref name="left"/> to <paramref name="right"/> that shows all the days.</summary>
    public TimelineScale(IEnumerable<DateOnly> days, double left, double right)
    {
        var numbers = days.Select(d => d.DayNumber).ToList();
        var span = Math.Max(60, numbers.Max() - numbers.Min());
        First = DateOnly.FromDayNumber(Math.Max(0, numbers.Min() - (span / 20)));
        Last = DateOnly.FromDayNumber(Math.Min(DateOnly.MaxValue.DayNumber, numbers.Min() + span + (span / 20)));
        _left = left;
        _perDay = (right - left) / (Last.DayNumber - First.DayNumber);
    }

    public DateOnly First { get; }

    public DateOnly Last { get; }

    /// <summary>Where a day begins; days outside the line are moved to its ends.</summary>
    public double X(DateOnly day) => _left + ((Math.Clamp(day.DayNumber, First.DayNumber, Last.DayNumber) - First.DayNumber) * _perDay);

    /// <summary>Years to be marked, no more than <paramref name="most"/>.</summary>
    public IEnumerable<DateOnly> Years(int most)
    {
        var count = Last.Year - First.Year;
        var step = Math.Max(1, (int)Math.Ceiling(count / (double)most));
        for (var year = First.Year + 1; year <= Last.Year; year += step) yield return new DateOnly(year, 1, 1);
    }

    /// <summary>A coordinate as SVG writes it.</summary>
    public static string Text(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
