using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace Huodi.Formats.Assessments;

/// <summary>A verdict's value, which is JSON text, for people.</summary>
internal static class ValueText
{
    /// <summary>Whether it is a plain number.</summary>
    public static bool IsNumber([NotNullWhen(true)] string? json) =>
        decimal.TryParse(json, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);

    /// <summary>Texts and dates without their quotation marks, lists and objects as “a、b” and “名：值”; an empty text for none.</summary>
    public static string Of(string? json)
    {
        if (json is null) return "";
        try
        {
            using var document = JsonDocument.Parse(json);
            return Of(document.RootElement);
        }
        catch (JsonException)
        {
            return json;
        }
    }

    private static string Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() ?? "",
        JsonValueKind.True => "是",
        JsonValueKind.False => "否",
        JsonValueKind.Null => "无",
        JsonValueKind.Array => string.Join('、', value.EnumerateArray().Select(Of)),
        JsonValueKind.Object => string.Join('；', value.EnumerateObject().Select(p => $"{p.Name}：{Of(p.Value)}")),
        _ => value.GetRawText(),
    };
}
