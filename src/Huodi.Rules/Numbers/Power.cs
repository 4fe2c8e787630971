namespace Huodi.Rules.Numbers;

/// <summary>
/// Powers: exact where the exponent is a whole number, to double precision otherwise (the standard asks no more of roots).
/// </summary>
internal static class Power
{
    public static FeelValue? Raise(decimal value, decimal exponent)
    {
        if (exponent == decimal.Truncate(exponent) && Math.Abs(exponent) <= 1000)
        {
            if (value == 0 && exponent < 0) return null;
            var result = Whole(value, (int)Math.Abs(exponent));
            return NumberValue.Of(exponent < 0 ? 1 / result : result);
        }

        return FromDouble(Math.Pow((double)value, (double)exponent));
    }

    /// <summary>A number from a result that was computed in floating point; null where it is none.</summary>
    public static FeelValue? FromDouble(double value) =>
        double.IsFinite(value) && Math.Abs(value) < 7e28 ? NumberValue.Of((decimal)value) : null;

    private static decimal Whole(decimal value, int exponent)
    {
        var result = 1m;
        while (exponent > 0)
        {
            if ((exponent & 1) == 1) result *= value;
            exponent >>= 1;
            if (exponent > 0) value *= value;
        }

        return result;
    }
}
