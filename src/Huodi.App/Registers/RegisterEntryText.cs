using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Huodi.App.Stores;
using Huodi.Domain;
using Huodi.Domain.Codes;
using Huodi.Domain.Measures;
using Huodi.Domain.Registers;
using NetTopologySuite.Geometries;

namespace Huodi.App.Registers;

/// <summary>
/// The one form in which a row of a register is kept and hashed: a JSON object with its members in a fixed order, everything but the
/// shape. The same row gives the same text in every store.
/// </summary>
public static class RegisterEntryText
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a row.</summary>
    public static string Write(RegisterEntry entry)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            json.WriteString("subject", RegisterWords.Code(entry.Subject));
            json.WriteString("id", entry.Id);
            json.WriteString("name", entry.Name);
            json.WriteString("division", entry.Division.Digits);
            json.WriteString("standing", RegisterWords.Code(entry.Standing));
            json.WriteString("category", entry.Category);
            json.WriteString("reason", entry.Reason);
            json.WriteStartArray("origins");
            foreach (var origin in entry.Origins) Write(json, origin);
            json.WriteEndArray();
            Texts(json, "doubts", entry.Doubts);
            Texts(json, "missing", entry.Missing);
            if (entry.MeasuredArea is { } area) json.WriteNumber("measuredHundredths", area.Hundredths);
            else json.WriteNull("measuredHundredths");
            json.WriteBoolean("generated", entry.IsGenerated);
            json.WritePropertyName("facts");
            json.WriteRawValue(FactSheetJson.Write(entry.Facts));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    /// <summary>Reads what <see cref="Write(RegisterEntry)"/> wrote.</summary>
    /// <exception cref="StoreException">STORE_CORRUPT: the text is not such a row.</exception>
    public static RegisterEntry Read(string text, Geometry? shape)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            var row = json.RootElement;
            return new RegisterEntry
            {
                Subject = RegisterWords.Subject(Text(row, "subject")),
                Id = Text(row, "id"),
                Name = Text(row, "name"),
                Division = DivisionCode.Parse(Text(row, "division")),
                Standing = RegisterWords.Standing(Text(row, "standing")),
                Category = Text(row, "category"),
                Reason = Text(row, "reason"),
                Origins = [.. row.GetProperty("origins").EnumerateArray().Select(Origin)],
                Doubts = Texts(row, "doubts"),
                Missing = Texts(row, "missing"),
                MeasuredArea = row.GetProperty("measuredHundredths") is { ValueKind: JsonValueKind.Number } area ? Area.FromHundredths(area.GetInt64()) : null,
                IsGenerated = row.GetProperty("generated").GetBoolean(),
                Facts = FactSheetJson.Read(row.GetProperty("facts").GetRawText()),
                Shape = shape,
            };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or DomainException)
        {
            throw new StoreException("STORE_CORRUPT", "数据库中有一行台账无法读取。请检查是否被其他程序改动，必要时从备份恢复。", e);
        }
    }

    private static void Write(Utf8JsonWriter json, RegisterOrigin origin)
    {
        json.WriteStartObject();
        json.WriteString("kind", RegisterWords.Code(origin.Kind));
        if (origin.Number is { } number) json.WriteString("number", number.ToString(CultureInfo.InvariantCulture));
        else json.WriteNull("number");
        json.WriteString("reference", origin.Reference);
        json.WriteString("words", origin.Words);
        json.WriteEndObject();
    }

    private static RegisterOrigin Origin(JsonElement json) => new(
        RegisterWords.Origin(Text(json, "kind")),
        json.GetProperty("number").GetString() is { } number ? long.Parse(number, CultureInfo.InvariantCulture) : null,
        Text(json, "reference"),
        Text(json, "words"));

    private static void Texts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static IReadOnlyList<string> Texts(JsonElement row, string name) =>
        [.. row.GetProperty(name).EnumerateArray().Select(e => e.GetString() ?? throw new JsonException($"{name} holds a null."))];

    private static string Text(JsonElement row, string name) => row.GetProperty(name).GetString() ?? throw new JsonException($"A row without {name}.");
}
