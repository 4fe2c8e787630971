using System.Globalization;

namespace Huodi.Rules;

internal sealed class NumberValue : FeelValue
{
    private static readonly NumberValue[] Small = [.. Enumerable.Range(-128, 1152).Select(n => new NumberValue(n))];

    private NumberValue(decimal value) => Value = value;

    public decimal Value { get; }

    public override FeelKind Kind => FeelKind.Number;

    public static new NumberValue Of(decimal value)
    {
        if (value is < 1024 and >= -128 && value.Scale == 0) return Small[(int)value + 128];
        return new NumberValue(value);
    }

    public override decimal AsNumber() => Value;

    public override bool Equals(FeelValue? other) => other is NumberValue n && n.Value == Value;

    public override int GetHashCode() => Value.GetHashCode();

    public override string ToString() => Format(Value);

    /// <summary>Plain digits without trailing zeros, never an exponent.</summary>
    public static string Format(decimal value) =>
        value.Scale == 0
            ? value.ToString(CultureInfo.InvariantCulture)
            : value.ToString("0.############################", CultureInfo.InvariantCulture);
}
