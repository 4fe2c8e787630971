using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Huodi.Domain.Ledger;
using Huodi.Policies.Letters;

namespace Huodi.App.Letters;

/// <summary>A letter as ledger entries, and back. A text too long for one entry goes on in others, recorded with it.</summary>
internal static class LetterEntries
{
    /// <summary>Characters of the text in one entry; an entry holds 64 Ki of everything.</summary>
    private const int MostText = 24_000;

    private const string Words = "送文题引注";
    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The drafts that keep a letter, in order.</summary>
    public static IReadOnlyList<LedgerDraft> Of(
        Letter letter, LedgerSubject subject, DateOnly dated, DateOnly asOf, IReadOnlyDictionary<string, JsonNode> facts, (string Series, int Place)? numbered, string caseNumber, string by)
    {
        var document = new SourceDocument($"{letter.Title}（{letter.Number}）", letter.Hash["sha256:".Length..]);
        var parts = Cut(letter.Text);
        var fields = new JsonObject
        {
            [LetterField.Number] = letter.Number,
            [LetterField.Title] = letter.Title,
            [LetterField.Template] = letter.Template,
            [LetterField.TemplateHash] = letter.TemplateHash,
            [LetterField.Issuer] = letter.Issuer,
            [LetterField.Date] = Day(dated),
            [LetterField.Text] = parts[0],
            [LetterField.Hash] = letter.Hash,
            [LetterField.Kinds] = string.Concat(Ordered(letter).Select(p => Words[(int)p.Kind])),
            [LetterField.AsOf] = Day(asOf),
            [LetterField.Facts] = new JsonArray([.. facts.Select(f => (JsonNode)new JsonObject { ["名称"] = f.Key, ["值"] = Value(f.Value) })]),
            [LetterField.Receipts] = new JsonArray([.. letter.Receipts.Select(r => (JsonNode)JsonValue.Create(r))]),
            [LetterField.Series] = numbered?.Series,
            [LetterField.Place] = numbered?.Place,
            [LetterField.Case] = caseNumber.Length > 0 ? caseNumber : null,
        };
        return
        [
            new(subject, LetterField.Letter, dated, by, document, LedgerPayload.Of(fields)),
            .. parts.Skip(1).Select((p, i) => new LedgerDraft(
                subject, LetterField.Part, dated, by, document,
                LedgerPayload.Of(new JsonObject { [LetterField.Number] = letter.Number, [LetterField.PartPlace] = i + 2, [LetterField.Text] = p }))),
        ];
    }

    /// <summary>A value of a fact as text, the same for the same value.</summary>
    public static string Value(JsonNode value) => value.ToJsonString(Readable);

    /// <summary>The letters among the entries about a subject, withdrawn ones too.</summary>
    public static IEnumerable<KeptLetter> Read(IReadOnlyList<LedgerEntry> entries)
    {
        var withdrawn = entries.Where(e => e.Kind == EffectiveEntries.Withdrawal).Select(e => e.Draft.Supersedes?.Number ?? 0).ToHashSet();
        return entries.Where(e => e.Kind == LetterField.Letter).Select(e => Read(e, entries, withdrawn.Contains(e.Number)));
    }

    private static KeptLetter Read(LedgerEntry entry, IReadOnlyList<LedgerEntry> entries, bool isWithdrawn)
    {
        var fields = entry.Draft.Payload.Fields();
        var number = Text(fields, LetterField.Number);
        // The parts are recorded in one append behind the letter.
        var parts = entries.Where(e => e.Number > entry.Number).SkipWhile(e => e.Number != entry.Number + 1)
            .TakeWhile((e, i) => e.Number == entry.Number + 1 + i && e.Kind == LetterField.Part).Select(e => e.Draft.Payload.Fields()).Where(f => Text(f, LetterField.Number) == number);
        var text = Text(fields, LetterField.Text) + string.Concat(parts.Select(f => Text(f, LetterField.Text)));
        var kinds = Text(fields, LetterField.Kinds);
        var lines = text.Split('\n');
        var (issuer, dated) = (Text(fields, LetterField.Issuer), Written(Text(fields, LetterField.Date)));
        var letter = new Letter(
            Text(fields, LetterField.Template), Text(fields, LetterField.TemplateHash), Text(fields, LetterField.Title), issuer, number, dated, Paragraphs(lines, kinds),
            [.. (fields[LetterField.Receipts] as JsonArray ?? []).Select(r => r?.ToString() ?? "")]);
        var facts = (fields[LetterField.Facts] as JsonArray ?? []).OfType<JsonObject>().ToDictionary(f => f["名称"]?.ToString() ?? "", f => f["值"]?.ToString() ?? "", StringComparer.Ordinal);
        var asOf = DateOnly.TryParseExact(Text(fields, LetterField.AsOf), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : entry.Happened;
        return new(entry, letter, asOf, facts, Text(fields, LetterField.Case), isWithdrawn, letter.Text == text && letter.Hash == Text(fields, LetterField.Hash));
    }

    /// <summary>The paragraphs: three lines stand before them, two behind the text and before the notes, and an empty one at the end.</summary>
    private static List<LetterParagraph> Paragraphs(string[] lines, string kinds)
    {
        var paragraphs = new List<LetterParagraph>();
        var notes = kinds.Count(k => k == Words[^1]);
        for (var i = 0; i < kinds.Length; i++)
        {
            var line = 3 + i + (i >= kinds.Length - notes ? 2 : 0);
            paragraphs.Add(new((LetterParagraphKind)Math.Max(0, Words.IndexOf(kinds[i], StringComparison.Ordinal)), line < lines.Length ? lines[line] : ""));
        }

        return paragraphs;
    }

    private static IEnumerable<LetterParagraph> Ordered(Letter letter) =>
        letter.Paragraphs.Where(p => p.Kind != LetterParagraphKind.Note).Concat(letter.Paragraphs.Where(p => p.Kind == LetterParagraphKind.Note));

    private static List<string> Cut(string text)
    {
        var parts = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var length = Math.Min(MostText, text.Length - at);
            if (at + length < text.Length && char.IsHighSurrogate(text[at + length - 1])) length--;
            parts.Add(text.Substring(at, length));
            at += length;
        }

        return parts;
    }

    private static string Text(JsonObject fields, string name) =>
        fields[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : "";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Written(string day) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? LetterForms.Date(date) : day;
}
