using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Huodi.Domain.Ledger.Projection;

/// <summary>A value as an entry states it: JSON in UTF-8 as it was recorded, or the entry's own day.</summary>
public readonly struct StatedValue
{
    private readonly DateOnly _day;

    private StatedValue(ReadOnlyMemory<byte> json, DateOnly day) => (Json, _day) = (json, day);

    /// <summary>The JSON; empty when the value is the day of an entry.</summary>
    internal ReadOnlyMemory<byte> Json { get; }

    /// <summary>Whether it is the number, text or list that the JSON tells, and not the day of an entry.</summary>
    private bool IsText => !Json.IsEmpty;

    /// <summary>The value of JSON.</summary>
    public static StatedValue Of(ReadOnlyMemory<byte> json) => new(json, default);

    /// <summary>The day of an entry.</summary>
    public static StatedValue Of(DateOnly day) => new(default, day);

    /// <summary>True or false; null when it is neither.</summary>
    public bool? Truth() => Json.Span.SequenceEqual("true"u8) ? true : Json.Span.SequenceEqual("false"u8) ? false : null;

    /// <summary>The day, in the contract's form yyyy-MM-dd; null when it is none.</summary>
    public DateOnly? Day()
    {
        if (!IsText) return _day;
        var json = Json.Span;
        if (json.Length == 12 && json[0] == '"' && Day(json[1..11]) is { } day) return day;
        return json.Contains((byte)'\\') && DateOnly.TryParseExact(Text(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var escaped) ? escaped : null;
    }

    /// <summary>The day that a text yyyy-MM-dd in UTF-8 names, or null.</summary>
    public static DateOnly? Day(ReadOnlySpan<byte> text)
    {
        if (text.Length != 10 || text[4] != '-' || text[7] != '-') return null;
        return Digits(text[..4]) is >= 1 and var year && Digits(text[5..7]) is >= 1 and <= 12 and var month
            && Digits(text[8..]) is >= 1 and var day && day <= DateTime.DaysInMonth(year, month) ? new(year, month, day) : null;
    }

    /// <summary>The number, with the digits it was recorded with; null when it is none.</summary>
    public decimal? Figure() =>
        IsText && (Json.Span[0] == '-' || char.IsAsciiDigit((char)Json.Span[0]))
        && decimal.TryParse(Json.Span, NumberStyles.Float, CultureInfo.InvariantCulture, out var figure) ? figure : null;

    /// <summary>A text without its quotation marks; anything else as JSON.</summary>
    public string Text()
    {
        if (!IsText) return _day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var json = Json.Span;
        if (json[0] != '"') return Encoding.UTF8.GetString(json);
        return json.Contains((byte)'\\') ? JsonSerializer.Deserialize(json, TextContext.Default.String) ?? "" : Encoding.UTF8.GetString(json[1..^1]);
    }

    /// <summary>Whether it is a text.</summary>
    public bool IsString() => !IsText || Json.Span[0] == '"';

    /// <summary>The value in the contract's form.</summary>
    public JsonNode Node() => IsText ? JsonNode.Parse(Json.Span)! : JsonValue.Create(Text()); // Null is no value, and nothing states it.

    /// <summary>The value as JSON in UTF-8.</summary>
    /// <param name="room">Twelve bytes for a day.</param>
    public ReadOnlySpan<byte> Written(Span<byte> room)
    {
        if (IsText) return Json.Span;
        room[0] = room[11] = (byte)'"';
        _ = _day.TryFormat(room[1..11], out _, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return room[..12];
    }

    /// <summary>Whether both say the same: the same JSON, or the same number in other digits.</summary>
    public bool IsSame(StatedValue other)
    {
        if (!IsText && !other.IsText) return _day == other._day;
        if (Json.Span.SequenceEqual(other.Json.Span)) return true;
        return Figure() is { } one ? one == other.Figure() : JsonNode.DeepEquals(Node(), other.Node());
    }

    private static int Digits(ReadOnlySpan<byte> text)
    {
        var number = 0;
        foreach (var sign in text)
        {
            if (!char.IsAsciiDigit((char)sign)) return -1;
            number = (number * 10) + (sign - '0');
        }

        return number;
    }
}
