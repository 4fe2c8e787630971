using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Huodi.Domain;
using Huodi.Domain.Facts;

namespace Huodi.App.Stores;

/// <summary>
/// The form in which both stores hold a fact sheet: a JSON array in the order recorded, each fact with
/// <c>name, value, batch, file, row, column</c>. Batch, file and row are left out where they are those of the fact before, as they
/// mostly are. Numbers keep the digits they were recorded with.
/// </summary>
public static class FactSheetJson
{
    [ThreadStatic]
    private static FactSheetWriter? s_writer;

    /// <summary>Writes the facts.</summary>
    /// <param name="facts">The sheet.</param>
    /// <param name="batch">Batch to give as source of every fact, or null to keep each fact's own.</param>
    public static string Write(FactSheet facts, long? batch = null)
    {
        var buffer = new ArrayBufferWriter<byte>(Math.Max(256, 96 * facts.All.Count));
        (s_writer ??= new FactSheetWriter()).Write(facts, batch, buffer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="StoreException">STORE_CORRUPT: the text is not such a sheet.</exception>
    public static FactSheet Read(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return new FactSheet(Facts(json.RootElement));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or DomainException)
        {
            var start = text.Length > 60 ? text[..60] + "…" : text;
            throw new StoreException("STORE_CORRUPT", $"数据库中的事实记录无法读取：“{start}”。请检查是否被其他程序改动，必要时从备份恢复。", e);
        }
    }

    private static IEnumerable<RecordedFact> Facts(JsonElement sheet)
    {
        var (batch, file, row) = (0L, (string?)null, 0);
        foreach (var fact in sheet.EnumerateArray())
        {
            if (file is null || fact.TryGetProperty("file", out _))
                (batch, file, row) = (fact.GetProperty("batch").GetInt64(), Text(fact, "file"), fact.GetProperty("row").GetInt32());
            var value = fact.GetProperty("value").Deserialize<JsonNode>() ?? throw new JsonException("A fact without a value.");
            yield return new RecordedFact(Text(fact, "name"), value, new FactSource(batch, file, row, Text(fact, "column")));
        }
    }

    private static string Text(JsonElement fact, string name) =>
        fact.GetProperty(name).GetString() ?? throw new JsonException($"A fact without {name}.");
}
