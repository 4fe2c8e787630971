using System.Text.RegularExpressions;

namespace Huodi.Web.Subjects;

/// <summary>Writes the durations of FEEL as an official does.</summary>
internal static partial class FeelWords
{
    /// <summary>The text with <c>duration("P1Y")</c> as 1年, and so for months and days; other durations stay as they are.</summary>
    public static string Of(string text) => Duration().Replace(text, m => m.Groups["unit"].Value switch
    {
        "Y" => $"{m.Groups["count"].Value}年",
        "M" => $"{m.Groups["count"].Value}个月",
        _ => $"{m.Groups["count"].Value}天",
    });

    [GeneratedRegex("""duration\("P(?<count>\d+)(?<unit>[YMD])"\)""")]
    private static partial Regex Duration();
}
