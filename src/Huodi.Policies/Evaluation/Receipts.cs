using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Huodi.Policies.Answers;

namespace Huodi.Policies.Evaluation;

/// <summary>The receipt of an answer: SHA-256 over the question, the facts it could read, the texts it rests on, and the answer.</summary>
internal static class Receipts
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? s_bytes;

    [ThreadStatic]
    private static Utf8JsonWriter? s_json;

    public static string Of(PolicyAnswer answer, CompiledDecision decision, DecisionRun run, Question question, string dictionaryHash)
    {
        var bytes = s_bytes ??= new(4_096);
        var json = s_json ??= new(bytes, Plain);
        bytes.ResetWrittenCount();
        json.Reset(bytes);
        json.WriteStartObject();
        json.WriteString("decision", answer.Decision);
        json.WriteString("asOf", Iso(question.AsOf));
        json.WriteString("lawDay", Iso(run.LawDay));
        json.WriteBoolean("hypothetical", question.Hypothetical);
        json.WriteString("dictionary", dictionaryHash);
        json.WriteStartObject("packages");
        foreach (var package in decision.ReachablePackages) json.WriteString(package.Id, package.Hash);
        json.WriteEndObject();
        json.WriteStartObject("facts");
        foreach (var name in decision.ReachableFacts)
        {
            if (run.Facts.Written(name) is { } fact) json.WriteString(fact.Name, fact.Value);
        }

        json.WriteEndObject();
        json.WriteString("outcome", answer.Outcome.Code());
        json.WriteString("value", answer.Value?.ToJsonString() ?? "");
        List(json, "missing", answer.Missing.Select(m => m.Name));
        List(json, "determinations", answer.Determinations.Select(d => d.Fact));
        json.WriteString("status", answer.Status);
        json.WriteEndObject();
        json.Flush();
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        _ = SHA256.HashData(bytes.WrittenSpan, hash);
        return "sha256:" + Convert.ToHexStringLower(hash);
    }

    /// <summary>A text as a receipt writes it, escaped once for many receipts.</summary>
    public static JsonEncodedText Encode(string text)
    {
        try
        {
            return JsonEncodedText.Encode(text, Plain.Encoder);
        }
        catch (ArgumentException)
        {
            // Half of a surrogate pair: written as U+FFFD, as the writer does.
            return JsonEncodedText.Encode(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)), Plain.Encoder);
        }
    }

    /// <summary>SHA-256 of a text, lower-case hex.</summary>
    public static string HashText(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static void List(Utf8JsonWriter json, string name, IEnumerable<string> items)
    {
        json.WriteStartArray(name);
        foreach (var item in items) json.WriteStringValue(item);
        json.WriteEndArray();
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
