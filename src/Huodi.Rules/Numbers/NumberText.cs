using System.Globalization;

namespace Huodi.Rules.Numbers;

/// <summary>Reads number literals without losing a digit where <see cref="decimal"/> can hold them.</summary>
internal static class NumberText
{
    /// <summary>The number, rounded half to even to the digits that fit; null where it is too large or not a number.</summary>
    public static FeelValue? TryParse(string text) =>
        decimal.TryParse(
            text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture,
            out var value)
            ? NumberValue.Of(value)
            : null;
}
