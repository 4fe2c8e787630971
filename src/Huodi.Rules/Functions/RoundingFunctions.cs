using static Huodi.Rules.Functions.Define;

namespace Huodi.Rules.Functions;

/// <summary>Rounding (DMN 1.5, 10.3.4.5).</summary>
internal static class RoundingFunctions
{
    private const int MinScale = -6111;
    private const int MaxScale = 6176;

    public static readonly Builtin[] All =
    [
        Function("decimal", Takes(Number, [P("n", Number), P("scale", Number)], Round(MidpointRounding.ToEven))),
        Function("floor", Optional(MidpointRounding.ToNegativeInfinity)),
        Function("ceiling", Optional(MidpointRounding.ToPositiveInfinity)),
        Function("round up", Takes(Number, [P("n", Number), P("scale", Number)], a => RoundWith(a, AwayFromZero))),
        Function("round down", Takes(Number, [P("n", Number), P("scale", Number)], Round(MidpointRounding.ToZero))),
        Function("round half up", Takes(Number, [P("n", Number), P("scale", Number)], Round(MidpointRounding.AwayFromZero))),
        Function("round half down", Takes(Number, [P("n", Number), P("scale", Number)], a => RoundWith(a, HalfDown))),
    ];

    private static Signature[] Optional(MidpointRounding mode) =>
    [
        Takes(Number, [P("n", Number)], a => FeelValue.Of(decimal.Round(a[0].AsNumber(), 0, mode))),
        Takes(Number, [P("n", Number), P("scale", Number)], Round(mode)),
    ];

    private static Func<FeelValue[], FeelValue?> Round(MidpointRounding mode) => a => RoundWith(a, n => decimal.Round(n, 0, mode));

    /// <summary>Rounds at <c>scale</c> digits behind the point (before it, where negative).</summary>
    private static FeelValue? RoundWith(FeelValue[] a, Func<decimal, decimal> round)
    {
        var number = a[0].AsNumber();
        var asked = decimal.Truncate(a[1].AsNumber());
        if (asked is < MinScale or > MaxScale) return null;
        if (asked >= 28 || asked >= number.Scale) return FeelValue.Of(number);
        if (asked < -28) return FeelValue.Of(0m);
        var unit = 1m;
        for (var i = 0; i < Math.Abs((int)asked); i++) unit *= 10;
        if (asked < 0) return FeelValue.Of(round(number / unit) * unit);
        var whole = decimal.Truncate(number);
        return FeelValue.Of(whole + (round((number - whole) * unit) / unit));
    }

    private static decimal AwayFromZero(decimal n) => n < 0 ? decimal.Floor(n) : decimal.Ceiling(n);

    private static decimal HalfDown(decimal n)
    {
        var whole = decimal.Truncate(n);
        return Math.Abs(n - whole) > 0.5m ? whole + Math.Sign(n) : whole;
    }
}
