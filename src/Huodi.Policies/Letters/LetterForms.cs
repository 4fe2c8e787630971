using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Huodi.Domain.Measures;
using Huodi.Policies.Answers;

namespace Huodi.Policies.Letters;

/// <summary>How a value stands in the text of a letter.</summary>
public static partial class LetterForms
{
    /// <summary>The value as the form asks, or in the usual form of its type: dates as 2026年3月1日, 元 with two decimals, lists with 、.</summary>
    /// <param name="value">Value in the contract's JSON form.</param>
    /// <param name="form">日期, 大写, 金额, 面积, 数, or empty.</param>
    /// <param name="unit">Unit of the figure, or null.</param>
    public static string Write(JsonNode value, string form, string? unit) => value switch
    {
        JsonArray many => string.Join("、", many.Where(i => i is not null).Select(i => Write(i!, form, unit))), // Filtered just before.
        JsonObject one => string.Join("，", one.Where(p => p.Value is not null).Select(p => $"{p.Key}{Write(p.Value!, "", null)}")), // Filtered just before.
        JsonValue scalar => Scalar(scalar, form, unit),
        _ => value.ToJsonString(PolicyAnswerJson.Compact),
    };

    /// <summary>2026年3月1日.</summary>
    public static string Date(DateOnly date) => string.Create(CultureInfo.InvariantCulture, $"{date.Year}年{date.Month}月{date.Day}日");

    /// <summary>A step of an answer as a letter tells it: 截至日 = 2026-03-01 becomes 截至日：2026年3月1日, 17640000 元 becomes 17,640,000.00 元.</summary>
    internal static string InWords(string step)
    {
        var dated = Dates().Replace(step, d => Text(d.Value));
        var paid = Amounts().Replace(dated, a => decimal.Parse(a.Value, CultureInfo.InvariantCulture).ToString("N2", CultureInfo.InvariantCulture));
        return paid.Replace(" = ", "：", StringComparison.Ordinal);
    }

    private static string Scalar(JsonValue value, string form, string? unit) => value.GetValueKind() switch
    {
        JsonValueKind.Number => Number(decimal.Parse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture), form, unit),
        JsonValueKind.True => "是",
        JsonValueKind.False => "否",
        _ => Text(value.GetValue<string>()),
    };

    private static string Text(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? Date(date) : text;

    private static string Number(decimal number, string form, string? unit) => (form, unit) switch
    {
        ("大写", _) => ChineseAmount.Of(new(number)),
        ("金额", _) or ("", "元") => number.ToString("N2", CultureInfo.InvariantCulture),
        ("面积", _) => number.ToString("0.00", CultureInfo.InvariantCulture),
        _ => number.ToString("0.############################", CultureInfo.InvariantCulture),
    };

    [GeneratedRegex(@"(?<![0-9])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])")]
    private static partial Regex Dates();

    [GeneratedRegex(@"(?<![0-9.])[0-9]+(\.[0-9]+)?(?= 元)")]
    private static partial Regex Amounts();
}
