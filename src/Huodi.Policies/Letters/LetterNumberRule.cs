using System.Globalization;

namespace Huodi.Policies.Letters;

/// <summary>How the letters of some templates are numbered: one sequence a year, without gaps.</summary>
/// <param name="Series">Name of the sequence.</param>
/// <param name="Templates">Ids of the templates that share it.</param>
/// <param name="Format">文号 with {年} and {序号}; null where the office has not set one.</param>
public sealed record LetterNumberRule(string Series, IReadOnlyList<string> Templates, string? Format)
{
    /// <summary>Where the year stands.</summary>
    public const string Year = "{年}";

    /// <summary>Where the number stands.</summary>
    public const string Place = "{序号}";

    /// <summary>The 文号; null where no format is set.</summary>
    public string? Number(int year, int place) => Format?
        .Replace(Year, year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace(Place, place.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
