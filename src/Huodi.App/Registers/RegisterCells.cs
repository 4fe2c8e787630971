using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Huodi.Domain.Facts;
using Huodi.Policies.Registers;

namespace Huodi.App.Registers;

/// <summary>A register's columns as people read them, the same on a page, in a table and in a layer.</summary>
public static class RegisterCells
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The column's heading, with its unit.</summary>
    public static string Heading(RegisterColumn column) => column.Unit is { } unit ? $"{column.Fact}({unit})" : column.Fact;

    /// <summary>The figure in the column's unit; null when the fact is unknown or no number.</summary>
    public static decimal? Number(FactSheet facts, RegisterColumn column) =>
        facts.Find(column.Fact)?.Value is { } value && value.GetValueKind() == JsonValueKind.Number
        && decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number * column.Factor
            : null;

    /// <summary>The cell; empty when the fact is unknown.</summary>
    public static string Text(FactSheet facts, RegisterColumn column) =>
        Number(facts, column) is { } number ? Plain(number) : Text(facts.Find(column.Fact)?.Value);

    /// <summary>A recorded value: 是 and 否, texts as they stand, lists and objects as JSON.</summary>
    public static string Text(JsonNode? value) => value?.GetValueKind() switch
    {
        null => "",
        JsonValueKind.True => "是",
        JsonValueKind.False => "否",
        JsonValueKind.String => value.GetValue<string>(),
        _ => value.ToJsonString(Readable),
    };

    /// <summary>A figure with the digits it has, without zeros at its end that a factor brought.</summary>
    private static string Plain(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);
}
