using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Huodi.Domain.Facts;

namespace Huodi.App.Stores;

/// <summary>Writes fact sheets in the form of <see cref="FactSheetJson"/>, one after another, without an object a fact. Not for two threads at once.</summary>
public sealed class FactSheetWriter : IDisposable
{
    private static readonly JsonEncodedText Name = JsonEncodedText.Encode("name");
    private static readonly JsonEncodedText Value = JsonEncodedText.Encode("value");
    private static readonly JsonEncodedText Batch = JsonEncodedText.Encode("batch");
    private static readonly JsonEncodedText File = JsonEncodedText.Encode("file");
    private static readonly JsonEncodedText Row = JsonEncodedText.Encode("row");
    private static readonly JsonEncodedText Column = JsonEncodedText.Encode("column");

    private readonly Utf8JsonWriter _json = new(
        Stream.Null, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

    /// <summary>Appends the facts to a buffer as UTF-8.</summary>
    /// <param name="facts">The sheet.</param>
    /// <param name="batch">Batch to give as source of every fact, or null to keep each fact's own.</param>
    /// <param name="buffer">Takes the text.</param>
    public void Write(FactSheet facts, long? batch, IBufferWriter<byte> buffer)
    {
        _json.Reset(buffer);
        _json.WriteStartArray();
        FactSource? before = null;
        foreach (var fact in facts.All)
        {
            var source = fact.Source;
            _json.WriteStartObject();
            _json.WriteString(Name, fact.Name);
            _json.WritePropertyName(Value);
            fact.Value.WriteTo(_json);
            if (before is null || before.Row != source.Row || before.Batch != source.Batch || before.File != source.File)
            {
                _json.WriteNumber(Batch, batch ?? source.Batch);
                _json.WriteString(File, source.File);
                _json.WriteNumber(Row, source.Row);
            }

            _json.WriteString(Column, source.Column);
            _json.WriteEndObject();
            before = source;
        }

        _json.WriteEndArray();
        _json.Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();
}
