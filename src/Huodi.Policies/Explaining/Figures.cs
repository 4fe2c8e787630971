using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Huodi.Domain.Measures;
using Huodi.Policies.Facts;

namespace Huodi.Policies.Explaining;

/// <summary>Turns values in the contract's JSON form into what an official reads. The exact value is always kept.</summary>
public static class Figures
{
    private const string FloorArea = "㎡ of floor";

    /// <summary>A day in Chinese.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    /// <summary>A count with separators.</summary>
    public static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A number with separators and every digit it came with.</summary>
    public static string Exact(decimal number)
    {
        var places = (decimal.GetBits(number)[3] >> 16) & 0xFF;
        return number.ToString("N" + places.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    /// <summary>A recorded fact. Land is also given in 亩, floors in 万㎡.</summary>
    public static Figure OfFact(string name, JsonNode? value, FactDictionary dictionary) =>
        Of(value, dictionary.Find(name)?.Unit is "㎡" && name.Contains("建筑", StringComparison.Ordinal) ? FloorArea : dictionary.Find(name)?.Unit);

    /// <summary>A value with its unit.</summary>
    public static Figure Of(JsonNode? value, string? unit) => value switch
    {
        null => Figure.Of("未知"),
        JsonArray { Count: 0 } => Figure.Of("无"),
        JsonArray list => new Figure("", "", [.. list.Select(item => Of(item, unit).Text)]),
        JsonObject entries => new Figure("", "", [.. entries.Select(e => $"{e.Key}：{Entry(e.Key, e.Value, unit)}")]),
        _ => Single(value, unit),
    };

    private static string Entry(string key, JsonNode? value, string? unit) =>
        value is null && key == "止" ? "尚未结束" : Of(value, value?.GetValueKind() == JsonValueKind.Number ? unit : null).Text; // The unit is the figure's; a number of a document has none.

    private static Figure Single(JsonNode value, string? unit) => value.GetValueKind() switch
    {
        JsonValueKind.True => Figure.Of("是"),
        JsonValueKind.False => Figure.Of("否"),
        JsonValueKind.Number when decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) =>
            Number(number, unit),
        JsonValueKind.String when DateOnly.TryParseExact(value.GetValue<string>(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => Figure.Of(Day(day)),
        JsonValueKind.String => Figure.Of(value.GetValue<string>() + (unit is null ? "" : $" {unit}")),
        _ => Figure.Of(value.ToJsonString()),
    };

    private static Figure Number(decimal number, string? unit) => unit switch
    {
        "元" => Figure.Of($"{Exact(number)} 元", Math.Abs(number) >= 10_000 ? $"{Shorter(number / 10_000)} 万元" : ""),
        "㎡" when number > 0 => Figure.Of($"{Exact(number)} ㎡", $"{Rounded(new Area(number).Mu)} 亩"),
        FloorArea => Figure.Of($"{Exact(number)} ㎡", number >= 10_000 ? $"{Shorter(number / 10_000)} 万㎡" : ""),
        null or "" => Figure.Of(Exact(number)),
        _ => Figure.Of($"{Exact(number)} {unit}"),
    };

    private static string Rounded(decimal number) => number.ToString("#,0.##", CultureInfo.InvariantCulture);

    private static string Shorter(decimal number) => number.ToString("#,0.####", CultureInfo.InvariantCulture);
}
