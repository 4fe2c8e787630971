using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Huodi.App.Ledger.Readings;

namespace Huodi.App.Ledger;

/// <summary>
/// What no field of an entry can be, whatever its kind: a figure below zero or so large that nothing can be reckoned with it, a day that is
/// no day of a register, a text that is empty or holds what cannot be seen. Not law: a slip of the hand or a hostile text.
/// </summary>
internal static class FieldLimits
{
    /// <summary>元, ㎡ and everything else: the product of two still fits a decimal.</summary>
    private const decimal Most = 10_000_000_000_000m;

    /// <summary>What is wrong with a day.</summary>
    public static EntryFault Day(string place, DateOnly day) =>
        new("LEDGER_DAY", place, $"“{place}”{day:yyyy-MM-dd} 不在 {LedgerDates.FirstYear} 年至 {LedgerDates.LastYear} 年之间。", "按原件核对年份；没有写明的留空，不填占位日期。");

    /// <summary>Everything that is wrong with a value of the right type.</summary>
    /// <param name="name">The field.</param>
    /// <param name="value">Its value.</param>
    /// <param name="isTyped">True where a person or another office writes it; false where the system does.</param>
    public static IEnumerable<EntryFault> Check(string name, JsonNode? value, bool isTyped) => value switch
    {
        JsonArray list => list.SelectMany(item => Check(name, item, isTyped)),
        JsonObject map => map.SelectMany(item => Check(name, item.Value, isTyped)),
        JsonValue one when one.GetValueKind() == JsonValueKind.Number => Number(name, one.ToJsonString()),
        JsonValue one when one.GetValueKind() == JsonValueKind.String => Text(name, one.GetValue<string>(), isTyped),
        _ => [],
    };

    private static IEnumerable<EntryFault> Number(string name, string text)
    {
        var number = decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture); // The dictionary's type was checked.
        if (number < 0) yield return new("LEDGER_NUMBER_RANGE", name, $"“{name}”{text} 小于零。", "按原件核对；退款、退还用专门的种类登记，不写负数。");
        if (number > Most) yield return new("LEDGER_NUMBER_RANGE", name, $"“{name}”{text} 大得不可能。", "按原件核对数字和单位。");
    }

    private static IEnumerable<EntryFault> Text(string name, string text, bool isTyped)
    {
        if (string.IsNullOrWhiteSpace(text)) yield return new("LEDGER_TEXT", name, $"“{name}”写了，却是空的。", "填写内容；没有的不写这一项。");
        else if (text.Any(IsHidden)) yield return new("LEDGER_TEXT", name, $"“{name}”里有看不见的控制字符。", "删去后重写；换行可以。");
        else if (text.Contains('\uFFFD', StringComparison.Ordinal)) yield return new("LEDGER_TEXT", name, $"“{name}”里有乱码。", "按原件改正。");
        else if (isTyped && text.Trim().Length != text.Length) yield return new("LEDGER_TEXT", name, $"“{name}”前后有空格或者换行。", "删去首尾的空白：编号差一个空格就是两个编号。");
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && !LedgerDates.Holds(day)) yield return Day(name, day);
    }

    /// <summary>Control characters, and those that turn the direction of what follows, so that a text is read otherwise than it is.</summary>
    private static bool IsHidden(char c) => (char.IsControl(c) && c is not ('\n' or '\t')) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFEFF';
}
