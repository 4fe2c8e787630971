using Huodi.Rules.Evaluation.Columnar;

namespace Huodi.Rules;

/// <summary>Days, as <see cref="DateOnly.DayNumber"/>.</summary>
public sealed class DateColumn : Column
{
    private DateColumn(int[] days, int length, ulong[]? valid)
        : base(length, valid) => Days = days;

    /// <summary>Day numbers, padded to whole words of rows.</summary>
    internal int[] Days { get; }

    internal override int Layout => 2;

    /// <summary>Dates, null where missing.</summary>
    public static DateColumn Of(ReadOnlySpan<DateOnly?> values)
    {
        var days = new int[Bits.Words(values.Length) << 6];
        for (var i = 0; i < values.Length; i++) days[i] = values[i]?.DayNumber ?? 0;
        return new DateColumn(days, values.Length, ValidOf(values));
    }

    private protected override FeelValue Read(int row) => FeelValue.Of(DateOnly.FromDayNumber(Days[row]));
}
