using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Huodi.Policies.Facts;
using Huodi.Rules;

namespace Huodi.Policies.Columns;

/// <summary>Texts: each distinct one of the block once, in UTF-8; a row holds its number.</summary>
internal sealed class TextFacts : FactColumn
{
    public const ushort None = ushort.MaxValue;

    private readonly TextPool _texts = new();
    private ushort[] _codes;

    public TextFacts(FactDefinition fact, int rows)
        : base(fact)
    {
        _codes = new ushort[rows];
        Array.Fill(_codes, None);
    }

    public override FeelValue? this[int row] => Has(row) ? Value(_codes[row]) : null;

    public ReadOnlySpan<ushort> Codes => _codes;

    /// <summary>How many distinct texts there are.</summary>
    public int Distinct => _texts.Count;

    public FeelValue Value(int code) => FeelValue.Of(Encoding.UTF8.GetString(_texts[code]));

    public override bool Has(int row) => _codes[row] != None;

    public override void Set(int row, FeelValue value) => _codes[row] = (ushort)_texts.Add(Encoding.UTF8.GetBytes(value.AsString()), out _);

    public override void Clear(int row) => _codes[row] = None;

    public override void Finish(int rows)
    {
        Array.Resize(ref _codes, rows);
        _texts.Finish();
    }

    private protected override bool TryRead(int row, ref Utf8JsonReader reader, ReadOnlySpan<byte> document)
    {
        if (reader.TokenType != JsonTokenType.String || reader.ValueIsEscaped) return false;
        var code = _texts.Add(reader.ValueSpan, out var isNew);

        if (isNew) Check(reader.GetString());
        _codes[row] = (ushort)code;
        return true;
    }

    /// <summary>The dictionary says whether a text is allowed, once for each text.</summary>
    private void Check(string? text)
    {
        try
        {
            _ = FactValues.Read(JsonValue.Create(text), Fact);
        }
        catch (FactsException)
        {
            _texts.RemoveLast();
            throw;
        }
    }
}
