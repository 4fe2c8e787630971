using System.Globalization;
using Huodi.Policies.Letters;
using Huodi.Web.Evaluation;
using Huodi.Web.Hosting;

namespace Huodi.Web.Letters;

/// <summary>The form from which a letter is made, word for word as it was filled in.</summary>
/// <param name="Template">Id of the template.</param>
/// <param name="Subject">What the letter is about: <c>grant:…</c>; empty where a case tells.</param>
/// <param name="Case">案件编号, or empty.</param>
/// <param name="AsOf">The day of the facts; empty for the date of the letter.</param>
/// <param name="Entries">What was filled in, by name.</param>
/// <param name="Who">Who makes it.</param>
public sealed record LetterForm(string Template, string Subject, string Case, string AsOf, IReadOnlyDictionary<string, string> Entries, Recorder Who)
{
    private const string DateEntry = "成文日期";

    /// <summary>What was sent.</summary>
    public static LetterForm From(IFormCollection sent, LetterTemplate template) => new(
        template.Id,
        sent["subject"].ToString().Trim(),
        sent["case"].ToString().Trim(),
        sent["as-of"].ToString().Trim(),
        template.Entries.Select(e => (e.Name, Value: sent[$"entry-{e.Name}"].ToString().Trim())).Where(e => e.Value.Length > 0).ToDictionary(e => e.Name, e => e.Value, StringComparer.Ordinal),
        Recorder.From(sent));

    /// <summary>The day of the facts and of the law; null when what was written is none.</summary>
    public DateOnly? Day(DateOnly today)
    {
        if (AsOf.Length > 0) return LegalCalendar.TryRead(AsOf, out var asked) ? asked : null;
        return DateOnly.TryParseExact(Entries.GetValueOrDefault(DateEntry), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dated) ? dated : today;
    }
}
