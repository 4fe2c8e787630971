using System.Globalization;

namespace Huodi.Web.Evaluation;

/// <summary>The day it is for the law: Beijing time, whatever the server's zone.</summary>
internal sealed class LegalCalendar(TimeProvider time)
{
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    /// <summary>Today in Beijing.</summary>
    public DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().ToOffset(Beijing).Date);

    /// <summary>Reads a day written 2026-03-01.</summary>
    public static bool TryRead(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    /// <summary>A moment as an official reads it.</summary>
    public static string Moment(DateTimeOffset moment) =>
        moment.ToOffset(Beijing).ToString("yyyy年M月d日 HH:mm", CultureInfo.InvariantCulture);
}
