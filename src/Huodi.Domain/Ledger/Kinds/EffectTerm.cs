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

    /// <summary>The value that every entry has, or null.</summary>
    internal JsonNode? LiteralValue => _literal;

    /// <summary>The value of a field.</summary>
    public static EffectTerm Field(string name) => new(name, null);

    /// <summary>A value that every entry of the kind has.</summary>
    public static EffectTerm Literal(JsonNode value) => new(null, value);
}
