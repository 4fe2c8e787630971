using Huodi.Web.Evaluation;

namespace Huodi.Web.Subjects;

/// <summary>The day in <c>?as-of=</c>.</summary>
internal static class AsOf
{
    /// <summary>False for a text that is no day; null for none.</summary>
    public static bool TryRead(string? text, out DateOnly? day)
    {
        day = null;
        if (string.IsNullOrEmpty(text)) return true;
        if (!LegalCalendar.TryRead(text, out var read)) return false;
        day = read;
        return true;
    }
}
