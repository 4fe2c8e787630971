using Huodi.Rules;

namespace Huodi.Policies.Columns;

/// <summary>Values that rows have for themselves, because too many differ to be told alike. Numbers are held as decimals.</summary>
internal sealed class OwnValues(int rows)
{
    private decimal[]? _numbers;
    private RowSet? _hasNumber;
    private FeelValue?[]? _others;

    public void Put(int row, FeelValue value)
    {
        if (value.Kind != FeelKind.Number)
        {
            (_others ??= new FeelValue?[rows])[row] = value;
            return;
        }

        (_numbers ??= new decimal[rows])[row] = value.AsNumber();
        (_hasNumber ??= new(rows)).Add(row);
    }

    public decimal? Number(int row) => _numbers is not null && _hasNumber!.Contains(row) ? _numbers[row] : null; // set together with the numbers

    public FeelValue? At(int row) => Number(row) is { } number ? FeelValue.Of(number) : _others?[row];
}
