using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Huodi.Domain.Ledger;

/// <summary>
/// The fields of an entry as canonical JSON text: names in ordinal order, no blanks, no null, numbers with the digits they were
/// written with. The text is what is stored and hashed; the same content is the same text.
/// </summary>
public readonly record struct LedgerPayload
{
    private const int LongestText = 64 * 1024;
    private const int Deepest = 16;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly string? _text;

    private LedgerPayload(string text) => _text = text;

    /// <summary>No field.</summary>
    public static LedgerPayload Empty { get; }

    /// <summary>The text.</summary>
    public string Text => _text ?? "{}";

    /// <summary>Whether both are the same text; no field at all is <c>{}</c>.</summary>
    public bool Equals(LedgerPayload other) => string.Equals(Text, other.Text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(Text, StringComparison.Ordinal);

    /// <summary>The canonical form of the fields; one that is null is left out.</summary>
    /// <exception cref="DomainException">LEDGER_PAYLOAD: too long, too deep, or a text that is not Unicode.</exception>
    public static LedgerPayload Of(JsonObject fields)
    {
        var text = Canonical(fields, 0)!.ToJsonString(Readable);
        if (text.Length > LongestText) throw new DomainException("LEDGER_PAYLOAD", $"登记内容有 {text.Length} 字，最多 {LongestText} 字，请把长文放进依据文件。");
        return new(text);
    }

    /// <summary>Takes text that a store holds, as it is; whether it is the text that was recorded, the chain tells.</summary>
    public static LedgerPayload OfStored(string text) => new(text);

    /// <summary>The fields.</summary>
    /// <exception cref="DomainException">LEDGER_PAYLOAD: the text is not a JSON object.</exception>
    public JsonObject Fields()
    {
        try
        {
            return JsonNode.Parse(Text) as JsonObject ?? throw new JsonException("Not an object.");
        }
        catch (JsonException)
        {
            throw Unreadable();
        }
    }

    internal static DomainException Unreadable() => new("LEDGER_PAYLOAD", "登记内容无法读取，台账可能被改动，请运行 huodi ledger verify。");

    private static JsonNode? Canonical(JsonNode? node, int depth)
    {
        if (depth > Deepest) throw new DomainException("LEDGER_PAYLOAD", $"登记内容超过 {Deepest} 层，请简化。");
        return node switch
        {
            JsonObject map => new JsonObject(map.Where(e => e.Value is not null).OrderBy(e => e.Key, StringComparer.Ordinal)
                .Select(e => KeyValuePair.Create(e.Key, Canonical(e.Value, depth + 1)))),
            JsonArray list => new JsonArray([.. list.Select(n => Canonical(n, depth + 1))]),
            null => null,
            _ => node.DeepClone(),
        };
    }
}
