using System.Globalization;
using System.Text.Json.Nodes;
using Huodi.App.Documents;
using Huodi.App.Ledger;
using Huodi.App.Ledger.Recording;
using Huodi.Domain.Ledger;
using Huodi.Domain.Ledger.Kinds;
using Huodi.Policies.Facts;
using Huodi.Web.Hosting;

namespace Huodi.Web.Ledger;

/// <summary>The form of an entry, word for word as it was filled in.</summary>
public sealed record EntryForm
{
    /// <summary>In front of the name of a field of the kind.</summary>
    public const string FieldPrefix = "field-";

    private const string StringList = "list<string>";

    public string Subject { get; init; } = "";

    public string Happened { get; init; } = "";

    public string Document { get; init; } = "";

    /// <summary>SHA-256 of the file that was sent before, and is kept; empty for none.</summary>
    public string FileHash { get; init; } = "";

    /// <summary>The file that was sent now.</summary>
    public SentFile Sent { get; init; } = SentFile.None;

    public string Reason { get; init; } = "";

    public Recorder Who { get; init; } = new("", "");

    /// <summary>Number of the last entry about the subject when the preview was made; -1 before one was.</summary>
    public long Seen { get; init; } = -1;

    /// <summary>The fields by name.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

    /// <summary>What was sent.</summary>
    public static async Task<EntryForm> FromAsync(HttpRequest http, LedgerKind? kind, DocumentLimit limit, CancellationToken cancellation)
    {
        var form = await http.ReadFormAsync(cancellation);
        var sent = await SentFile.FromAsync(form, "file", limit, cancellation);
        var document = form["document"].ToString().Trim();
        return new()
        {
            Subject = form["subject"].ToString().Trim(),
            Happened = form["happened"].ToString().Trim(),
            Document = sent.File is { File.Name: var name } && !document.Contains(name, StringComparison.Ordinal) ? Named(document, name) : document,
            FileHash = form["file-hash"].ToString().Trim(),
            Sent = sent,
            Reason = form["reason"].ToString().Trim(),
            Who = Recorder.From(form),
            Seen = long.TryParse(form["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : -1,
            Fields = (kind?.Fields ?? []).ToDictionary(f => f.Name, f => form[FieldPrefix + f.Name].ToString().ReplaceLineEndings("\n").Trim(), StringComparer.Ordinal),
        };
    }

    /// <summary>The form that shows an entry as it is, to be corrected.</summary>
    public static EntryForm Of(LedgerEntry entry, FactDictionary dictionary)
    {
        var given = entry.Draft.Payload.Fields();
        return new()
        {
            Subject = entry.Subject.ToString(),
            Happened = entry.Happened.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Document = entry.Draft.Document.Name,
            FileHash = entry.Draft.Document.Hash ?? "",
            Fields = given.ToDictionary(f => f.Key, f => Text(f.Value, dictionary.Find(f.Key)), StringComparer.Ordinal),
        };
    }

    /// <summary>The value of a field as typed; empty for none.</summary>
    public string Value(string field) => Fields.GetValueOrDefault(field) ?? "";

    /// <summary>The entry it writes.</summary>
    public WrittenEntry ToEntry(string kind, FactDictionary dictionary, long? supersedes)
    {
        var fields = new JsonObject();
        foreach (var (name, text) in Fields)
        {
            if (dictionary.Find(name) is { } fact) fields[name] = Read(text, fact);
        }

        return new(Subject, kind, Happened, Who.Signature, Document, Sent.File?.File.Hash ?? FileHash, fields, supersedes, Reason);
    }

    private static JsonNode? Read(string text, FactDefinition fact)
    {
        if (fact.Type != StringList || text.StartsWith('[')) return FieldText.Read(text, fact);
        var items = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return items.Length == 0 ? null : new JsonArray([.. items.Select(i => (JsonNode)i)]);
    }

    private static string Text(JsonNode? value, FactDefinition? fact) => value switch
    {
        JsonArray list when fact?.Type == StringList => string.Join('\n', list.Select(i => i?.ToString())),
        JsonValue one when one.TryGetValue<bool>(out var truth) => truth ? "是" : "否",
        JsonValue => value.ToString(),
        _ => value?.ToJsonString() ?? "",
    };

    private static string Named(string document, string file) => document.Length == 0 ? file : $"{document}（{file}）";
}
