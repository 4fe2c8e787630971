using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Huodi.Domain;
using Huodi.Domain.Facts;

namespace Huodi.App.Stores;

/// <summary>
/// The form in which both stores hold a fact sheet: a JSON array in the order recorded, each fact with
/// <c>name, value, batch, file, row, column</c>. Numbers keep the digits they were recorded with.
/// </summary>
public static class FactSheetJson
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the facts.</summary>
    /// <param name="facts">The sheet.</param>
    /// <param name="batch">Batch to give as source of every fact, or null to keep each fact's own.</param>
    public static string Write(FactSheet facts, long? batch = null)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartArray();
            foreach (var fact in facts.All)
            {
                json.WriteStartObject();
                json.WriteString("name", fact.Name);
                json.WritePropertyName("value");
                fact.Value.WriteTo(json);
                json.WriteNumber("batch", batch ?? fact.Source.Batch);
                json.WriteString("file", fact.Source.File);
                json.WriteNumber("row", fact.Source.Row);
                json.WriteString("column", fact.Source.Column);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="StoreException">STORE_CORRUPT: the text is not such a sheet.</exception>
    public static FactSheet Read(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return new FactSheet(json.RootElement.EnumerateArray().Select(Fact));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or DomainException)
        {
            var start = text.Length > 60 ? text[..60] + "…" : text;
            throw new StoreException("STORE_CORRUPT", $"数据库中的事实记录无法读取：“{start}”。请检查是否被其他程序改动，必要时从备份恢复。", e);
        }
    }

    private static RecordedFact Fact(JsonElement fact)
    {
        var value = fact.GetProperty("value").Deserialize<JsonNode>() ?? throw new JsonException("A fact without a value.");
        var source = new FactSource(
            fact.GetProperty("batch").GetInt64(), Text(fact, "file"), fact.GetProperty("row").GetInt32(), Text(fact, "column"));
        return new RecordedFact(Text(fact, "name"), value, source);
    }

    private static string Text(JsonElement fact, string name) =>
        fact.GetProperty(name).GetString() ?? throw new JsonException($"A fact without {name}.");
}
