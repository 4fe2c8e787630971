using System.Text;
using System.Text.Json;
using Huodi.Domain.Codes;
using Huodi.Policies.Columns;
using Huodi.Policies.Facts;

namespace Huodi.App.Stores;

/// <summary>Reads stored fact sheets (<see cref="FactSheetJson"/>) straight into columns, without an object a fact.</summary>
public static class FactSheetColumns
{
    /// <summary>Adds a subject with its sheet. Where it throws, the subject is not added.</summary>
    /// <param name="builder">Takes the facts; must not be full.</param>
    /// <param name="id">The subject's id.</param>
    /// <param name="division">Where it lies.</param>
    /// <param name="sheet">The stored text in UTF-8.</param>
    /// <exception cref="StoreException">STORE_CORRUPT: the text is no fact sheet.</exception>
    /// <exception cref="FactsException">A fact is not in the dictionary, or a value is not of its type.</exception>
    public static void AddSheet(this FactBlockBuilder builder, string id, DivisionCode division, ReadOnlySpan<byte> sheet)
    {
        builder.Begin(id, division);
        try
        {
            Read(builder, sheet);
        }
        catch (Exception e)
        {
            builder.Undo();
            if (e is FactsException { Code: not "FACT_TWICE" } or not (JsonException or InvalidOperationException or FactsException)) throw;
            throw new StoreException("STORE_CORRUPT", $"“{id}”的事实记录无法读取。请检查是否被其他程序改动，必要时从备份恢复。", e);
        }
    }

    private static void Read(FactBlockBuilder builder, ReadOnlySpan<byte> sheet)
    {
        var reader = new Utf8JsonReader(sheet);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray) throw new JsonException("No array.");
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject) Fact(builder, ref reader, sheet);
        if (reader.TokenType != JsonTokenType.EndArray || reader.Read()) throw new JsonException("More than an array.");
    }

    private static void Fact(FactBlockBuilder builder, ref Utf8JsonReader reader, ReadOnlySpan<byte> sheet)
    {
        ReadOnlySpan<byte> name = default;
        Utf8JsonReader value = default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (isName, isValue) = (reader.ValueTextEquals("name"u8), reader.ValueTextEquals("value"u8));
            if (!reader.Read()) throw new JsonException("A property without a value.");
            if (isName && reader.TokenType != JsonTokenType.String) throw new JsonException("A name that is no text.");
            if (isName) name = reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(reader.GetString() ?? "") : reader.ValueSpan;
            if (isValue) value = reader;
            reader.Skip();
        }

        if (name.IsEmpty || value.TokenType is JsonTokenType.None or JsonTokenType.Null || reader.TokenType != JsonTokenType.EndObject)
            throw new JsonException("A fact without a name or a value.");
        builder.Read(name, ref value, sheet);
    }
}
