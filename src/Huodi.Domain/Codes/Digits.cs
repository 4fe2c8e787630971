namespace Huodi.Domain.Codes;

/// <summary>Texts made of the digits 0 to 9.</summary>
internal static class Digits
{
    public static bool ContainsOnlyDigits(this ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
