using System.Text.Json;
using Huodi.Policies.Facts;
using Huodi.Rules;

namespace Huodi.Policies.Columns;

/// <summary>Truth values, one byte a row.</summary>
internal sealed class TruthFacts(FactDefinition fact, int rows) : FactColumn(fact)
{
    public const byte None = 0;
    public const byte False = 1;
    public const byte True = 2;

    private byte[] _truths = new byte[rows];

    public override FeelValue? this[int row] => Has(row) ? FeelValue.Of(_truths[row] == True) : null;

    public ReadOnlySpan<byte> Truths => _truths;

    public override bool Has(int row) => _truths[row] != None;

    public override void Set(int row, FeelValue value) => _truths[row] = value.AsBoolean() ? True : False;

    public override void Clear(int row) => _truths[row] = None;

    public override void Finish(int rows) => Array.Resize(ref _truths, rows);

    private protected override bool TryRead(int row, ref Utf8JsonReader reader, ReadOnlySpan<byte> document)
    {
        if (reader.TokenType is not (JsonTokenType.True or JsonTokenType.False)) return false;
        _truths[row] = reader.TokenType == JsonTokenType.True ? True : False;
        return true;
    }
}
