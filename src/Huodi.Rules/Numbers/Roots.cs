namespace Huodi.Rules.Numbers;

/// <summary>Square roots to all digits of a decimal.</summary>
internal static class Roots
{
    /// <summary>The square root of a number that is not negative, by Newton's method from the floating-point one.</summary>
    public static decimal Square(decimal number)
    {
        if (number == 0) return 0;
        var root = (decimal)Math.Sqrt((double)number);
        if (root == 0) return 0;
        for (var i = 0; i < 3; i++) root = (root + (number / root)) / 2;
        return root;
    }
}
