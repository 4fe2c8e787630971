using Huodi.Rules.Temporal;

namespace Huodi.Rules;

internal sealed class DateValue(CalendarDate value) : FeelValue
{
    public CalendarDate Value => value;

    public override FeelKind Kind => FeelKind.Date;

    public override DateOnly AsDate() =>
        value.ToDateOnly() ?? throw new InvalidOperationException($"{value} does not fit in a DateOnly.");

    public override bool Equals(FeelValue? other) => other is DateValue d && d.Value == value;

    public override int GetHashCode() => value.GetHashCode();

    public override string ToString() => $"date(\"{value}\")";
}
