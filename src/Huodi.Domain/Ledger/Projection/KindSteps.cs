using System.Text;
using System.Text.Json;
using Huodi.Domain.Ledger.Kinds;

namespace Huodi.Domain.Ledger.Projection;

/// <summary>What an entry of a kind does to the facts asked for, and the fields that this reads.</summary>
internal sealed class KindSteps
{
    private readonly byte[][] _fields;

    public KindSteps(LedgerKind kind, IReadOnlyDictionary<string, int> facts, TwiceRecorded? twice)
    {
        var effects = kind.Effects.Where(e => facts.ContainsKey(e.Fact)).ToList();
        string[] names = [.. effects.SelectMany(Fields).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        _fields = [.. names.Select(Encoding.UTF8.GetBytes)];
        Steps = [.. effects.Select(e => Step(e, facts[e.Fact], names) with { How = twice?.How(kind.English, e.Fact) ?? Told.Alone })];
    }

    public EffectStep[] Steps { get; }

    public int FieldCount => _fields.Length;

    /// <summary>Reads the fields that are asked for out of a payload.</summary>
    /// <param name="payload">A JSON object in UTF-8.</param>
    /// <param name="found">The JSON of each field; empty where the payload does not have it.</param>
    /// <exception cref="DomainException">LEDGER_PAYLOAD.</exception>
    public void Read(ReadOnlyMemory<byte> payload, Span<ReadOnlyMemory<byte>> found)
    {
        found.Clear();
        try
        {
            var reader = new Utf8JsonReader(payload.Span);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) throw LedgerPayload.Unreadable();
            var guess = 0;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var at = Find(ref reader, guess);
                _ = reader.Read();
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                if (at < 0 || reader.TokenType == JsonTokenType.Null) continue;
                if (!found[at].IsEmpty) throw LedgerPayload.Unreadable();
                found[at] = payload[start..(int)reader.BytesConsumed];
                guess = at + 1;
            }

            _ = reader.Read();
        }
        catch (JsonException)
        {
            throw LedgerPayload.Unreadable();
        }
    }

    /// <summary>The field's number, or −1. Payloads have their fields in the same order, so the next one is the likeliest.</summary>
    private int Find(ref Utf8JsonReader reader, int guess)
    {
        for (var i = guess; i < _fields.Length; i++)
        {
            if (reader.ValueTextEquals(_fields[i])) return i;
        }

        for (var i = 0; i < Math.Min(guess, _fields.Length); i++)
        {
            if (reader.ValueTextEquals(_fields[i])) return i;
        }

        return -1;
    }

    private static IEnumerable<string> Fields(FactEffect effect) => effect switch
    {
        SetsFact sets => Names(sets.Value),
        SetsFactWhen sets => Names(sets.Value).Concat(sets.When.Select(w => w.Key)),
        AddsToFact adds => [adds.Field],
        ListsItem lists => lists.Parts.SelectMany(p => Names(p.Value)),
        OpensInterval opens => Names(opens.Cause).Append(opens.Case),
        ClosesInterval closes => [closes.Case],
        _ => [],
    };

    private static IEnumerable<string> Names(EffectTerm term) => term.FieldName is { } name ? [name] : [];

    private static EffectStep Step(FactEffect effect, int fact, string[] names) => effect switch
    {
        SetsFact sets => new(effect, fact, -1, [Term(sets.Value, names)], []),
        SetsFactWhen sets => new(effect, fact, -1, [Term(sets.Value, names)], []) { When = [.. sets.When.Select(w => (Array.IndexOf(names, w.Key), w.Value))] },
        AddsToFact adds => new(effect, fact, Array.IndexOf(names, adds.Field), [], []),
        ListsItem lists => new(effect, fact, -1, [.. lists.Parts.Select(p => Term(p.Value, names))], [.. lists.Parts.Select(p => p.Key)]),
        OpensInterval opens => new(effect, fact, Array.IndexOf(names, opens.Case), [Term(opens.Cause, names)], []),
        ClosesInterval closes => new(effect, fact, Array.IndexOf(names, closes.Case), [], []),
        _ => new(effect, fact, -1, [], []),
    };

    private static EffectStep.Term Term(EffectTerm term, string[] names) =>
        new(term.LiteralValue is { } literal ? Encoding.UTF8.GetBytes(literal.ToJsonString()) : default, term.FieldName is { } name ? Array.IndexOf(names, name) : -1);
}
