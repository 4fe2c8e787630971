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

    private static Func<FeelValue[], FeelValue?> Round(MidpointRounding mode) => a =>
        RoundWith(a, (n, scale) => decimal.Round(n, scale, mode));

    /// <summary>Rounds at <c>scale</c> digits behind the point (before it, where negative).</summary>
    private static FeelValue? RoundWith(FeelValue[] a, Func<decimal, int, decimal> round)
    {
        var number = a[0].AsNumber();
        var asked = decimal.Truncate(a[1].AsNumber());
        if (asked is < MinScale or > MaxScale) return null;
        if (asked >= 28 || asked >= number.Scale) return FeelValue.Of(number);
        if (asked >= 0) return FeelValue.Of(round(number, (int)asked));
        if (asked < -28) return FeelValue.Of(0m);
        var unit = 1m;
        for (var i = 0; i < -(int)asked; i++) unit *= 10;
        return FeelValue.Of(round(number / unit, 0) * unit);
    }

    private static decimal AwayFromZero(decimal n, int scale)
    {
        var cut = decimal.Round(n, scale, MidpointRounding.ToZero);
        return cut == n ? n : cut + (Math.Sign(n) * Unit(scale));
    }

    private static decimal HalfDown(decimal n, int scale)
    {
        var cut = decimal.Round(n, scale, MidpointRounding.ToZero);
        return Math.Abs(n - cut) > Unit(scale) / 2 ? cut + (Math.Sign(n) * Unit(scale)) : cut;
    }

    private static decimal Unit(int scale) => new(1, 0, 0, false, (byte)scale);
}
