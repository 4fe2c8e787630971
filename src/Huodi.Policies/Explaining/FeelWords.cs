using System.Text.RegularExpressions;

namespace Huodi.Policies.Explaining;

/// <summary>Writes the dates and durations of FEEL as an official does.</summary>
public static partial class FeelWords
{
    /// <summary>The text with <c>duration("P1Y")</c> as 1年, and so for months and days, and <c>date("2026-06-30")</c> without its quotes; the rest as it is.</summary>
    public static string Of(string text) => Duration().Replace(Date().Replace(text, "$1"), m => m.Groups["unit"].Value switch
    {
        "Y" => $"{m.Groups["count"].Value}年",
        "M" => $"{m.Groups["count"].Value}个月",
        _ => $"{m.Groups["count"].Value}天",
    });

    [GeneratedRegex("""date\("(\d{4}-\d{2}-\d{2})"\)""")]
    private static partial Regex Date();

    [GeneratedRegex("""duration\("P(?<count>\d+)(?<unit>[YMD])"\)""")]
    private static partial Regex Duration();
}
