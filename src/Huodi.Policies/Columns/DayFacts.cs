using System.Text.Json;
using Huodi.Policies.Facts;
using Huodi.Rules;

namespace Huodi.Policies.Columns;

/// <summary>Dates as day numbers; −1 where there is none.</summary>
internal sealed class DayFacts : FactColumn
{
    public const int None = -1;

    private int[] _days;

    public DayFacts(FactDefinition fact, int rows)
        : base(fact)
    {
        _days = new int[rows];
        Array.Fill(_days, None);
    }

    public override FeelValue? this[int row] => Has(row) ? FeelValue.Of(DateOnly.FromDayNumber(_days[row])) : null;

    public ReadOnlySpan<int> Days => _days;

    public override bool Has(int row) => _days[row] != None;

    public override void Set(int row, FeelValue value) => _days[row] = value.AsDate().DayNumber;

    public override void Clear(int row) => _days[row] = None;

    public override void Finish(int rows) => Array.Resize(ref _days, rows);

    private protected override bool TryRead(int row, ref Utf8JsonReader reader, ReadOnlySpan<byte> document)
    {
        if (reader.TokenType != JsonTokenType.String || reader.ValueSpan is not { Length: 10 } text || text[4] != '-' || text[7] != '-') return false;
        if (Digits(text[..4]) is not (>= 1 and var year) || Digits(text[5..7]) is not (>= 1 and <= 12 and var month)) return false;
        if (Digits(text[8..]) is not (>= 1 and var day) || day > DateTime.DaysInMonth(year, month)) return false;
        _days[row] = new DateOnly(year, month, day).DayNumber;
        return true;
    }

    private static int Digits(ReadOnlySpan<byte> text)
    {
        var number = 0;
        foreach (var sign in text)
        {
            if (!char.IsAsciiDigit((char)sign)) return -1;
            number = (number * 10) + (sign - '0');
        }

        return number;
    }
}
