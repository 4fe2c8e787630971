using Huodi.Rules.Numbers;
using static Huodi.Rules.Functions.Define;

namespace Huodi.Rules.Functions;

/// <summary>Numbers (DMN 1.5, 10.3.4.5).</summary>
internal static class NumberFunctions
{
    public static readonly Builtin[] All =
    [
        Function("abs",
            Takes(Number, [P("n", Number)], a => FeelValue.Of(Math.Abs(a[0].AsNumber()))),
            Takes(FeelType.DaysTimeDuration, [P("n", FeelType.DaysTimeDuration)], a =>
                new DaysTimeValue(Math.Abs(((DaysTimeValue)a[0]).Seconds))),
            Takes(FeelType.YearsMonthsDuration, [P("n", FeelType.YearsMonthsDuration)], a =>
                new YearsMonthsValue(Math.Abs(((YearsMonthsValue)a[0]).Months)))),
        Function("modulo", Takes(Number, [P("dividend", Number), P("divisor", Number)], Modulo)),
        Function("sqrt",
            Takes(Number, [P("number", Number)], a => a[0].AsNumber() < 0 ? null : FeelValue.Of(Roots.Square(a[0].AsNumber())))),
        Function("exp", Takes(Number, [P("number", Number)], a => Power.FromDouble(Math.Exp((double)a[0].AsNumber())))),
        Function("log",
            Takes(Number, [P("number", Number)], a => a[0].AsNumber() <= 0 ? null : Power.FromDouble(Math.Log((double)a[0].AsNumber())))),
        Function("even", Takes(Truth, [P("number", Number)], a => Parity(a[0], 0))),
        Function("odd", Takes(Truth, [P("number", Number)], a => Parity(a[0], 1))),
    ];

    private static FeelValue? Modulo(FeelValue[] a)
    {
        var (dividend, divisor) = (a[0].AsNumber(), a[1].AsNumber());
        if (divisor == 0) return null;
        var rest = dividend % divisor;
        return FeelValue.Of(rest != 0 && rest < 0 != divisor < 0 ? rest + divisor : rest);
    }

    private static FeelValue? Parity(FeelValue number, int rest) =>
        number.AsNumber() is var n && n == decimal.Truncate(n) ? FeelValue.Of(Math.Abs(n % 2) == rest) : null;
}
