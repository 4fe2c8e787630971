using System.Globalization;
using System.Text.Json.Nodes;

namespace Huodi.Domain.Ledger.Kinds;

/// <summary>Where an effect takes a value from: the day of the entry, one of its fields, or the declaration itself.</summary>
public sealed record EffectTerm
{
    private readonly string? _field;
    private readonly JsonNode? _literal;

    private EffectTerm(string? field, JsonNode? literal) => (_field, _literal) = (field, literal);

    /// <summary>The day it happened (发生日).</summary>
    public static EffectTerm Day { get; } = new(null, null);

    /// <summary>The name of the field, or null.</summary>
    public string? FieldName => _field;

    /// <summary>The value of a field.</summary>
    public static EffectTerm Field(string name) => new(name, null);

    /// <summary>A value that every entry of the kind has.</summary>
    public static EffectTerm Literal(JsonNode value) => new(null, value);

    /// <summary>The value for an entry; null when its field is empty.</summary>
    public JsonNode? Of(LedgerEntry entry, JsonObject fields)
    {
        if (_literal is not null) return _literal;
        return _field is null ? JsonValue.Create(entry.Happened.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : fields[_field];
    }
}
