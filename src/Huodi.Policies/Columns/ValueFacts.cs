using System.Text.Json;
using System.Text.Json.Nodes;
using Huodi.Policies.Facts;
using Huodi.Rules;

namespace Huodi.Policies.Columns;

/// <summary>Lists and contexts: each distinct text of the block is read once; a row refers to its value.</summary>
internal sealed class ValueFacts(FactDefinition fact, int rows) : FactColumn(fact)
{
    private readonly TextPool _texts = new();
    private readonly List<FeelValue> _read = [];
    private FeelValue?[] _values = new FeelValue?[rows];

    public override FeelValue? this[int row] => _values[row];

    public ReadOnlySpan<FeelValue?> Values => _values;

    public override bool Has(int row) => _values[row] is not null;

    public override void Set(int row, FeelValue value) => _values[row] = value;

    public override void Clear(int row) => _values[row] = null;

    public override void Finish(int rows)
    {
        Array.Resize(ref _values, rows);
        _texts.Finish();
        _read.Clear();
    }

    private protected override bool TryRead(int row, ref Utf8JsonReader reader, ReadOnlySpan<byte> document)
    {
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        var code = _texts.Add(document[start..(int)reader.BytesConsumed], out var isNew);
        if (isNew) Parse(code);
        _values[row] = _read[code];
        return true;
    }

    private void Parse(int code)
    {
        try
        {
            _read.Add(FactValues.Read(JsonNode.Parse(_texts[code]), Fact));
        }
        catch (FactsException)
        {
            _texts.RemoveLast();
            throw;
        }
    }
}
