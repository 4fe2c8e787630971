using System.Text.Json;
using Huodi.Policies.Facts;
using Huodi.Rules;

namespace Huodi.Policies.Columns;

/// <summary>Numbers with the digits they were recorded with, and one bit a row for those there are.</summary>
internal sealed class NumberFacts(FactDefinition fact, int rows) : FactColumn(fact)
{
    private const int SurelyExact = 28; // so many signs hold no more digits than a decimal does

    private readonly ulong[] _valid = new ulong[(rows + 63) >> 6];
    private decimal[] _numbers = new decimal[rows];

    public override FeelValue? this[int row] => Has(row) ? FeelValue.Of(_numbers[row]) : null;

    public ReadOnlySpan<decimal> Numbers => _numbers;

    public override bool Has(int row) => (_valid[row >> 6] & (1UL << (row & 63))) != 0;

    public override void Set(int row, FeelValue value) => Put(row, value.AsNumber());

    public override void Clear(int row) => _valid[row >> 6] &= ~(1UL << (row & 63));

    public override void Finish(int rows) => Array.Resize(ref _numbers, rows);

    private protected override bool TryRead(int row, ref Utf8JsonReader reader, ReadOnlySpan<byte> document)
    {
        if (reader.TokenType != JsonTokenType.Number || reader.ValueSpan.Length > SurelyExact || reader.ValueSpan.ContainsAny((byte)'e', (byte)'E')) return false;
        if (!reader.TryGetDecimal(out var number)) return false;
        Put(row, number);
        return true;
    }

    private void Put(int row, decimal number)
    {
        _numbers[row] = number;
        _valid[row >> 6] |= 1UL << (row & 63);
    }
}
