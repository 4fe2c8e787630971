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

    public static string Of(PolicyAnswer answer, CompiledDecision decision, DecisionRun run, Question question, string dictionaryHash)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
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
                if (run.Facts.Recorded(name) is { } value) json.WriteString(name, value.ToString());
            }

            json.WriteEndObject();
            json.WriteString("outcome", answer.Outcome.Code());
            json.WriteString("value", answer.Value?.ToJsonString() ?? "");
            List(json, "missing", answer.Missing.Select(m => m.Name));
            List(json, "determinations", answer.Determinations.Select(d => d.Fact));
            json.WriteString("status", answer.Status);
            json.WriteEndObject();
        }

        return "sha256:" + Convert.ToHexStringLower(SHA256.HashData(buffer.ToArray()));
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
