namespace Huodi.Policies.Explaining;

/// <summary>A value as it is shown.</summary>
/// <param name="Main">The exact value with its unit.</param>
/// <param name="Also">The same in the unit officials speak in (万元, 亩), or empty.</param>
/// <param name="Lines">The items of a list or object; empty for a single value.</param>
public sealed record Figure(string Main, string Also, IReadOnlyList<string> Lines)
{
    /// <summary>A single value.</summary>
    public static Figure Of(string main, string also = "") => new(main, also, []);

    /// <summary>One line of text.</summary>
    public string Text => (Lines.Count > 0 ? string.Join("；", Lines) : Main) + (Also.Length > 0 ? $"（{Also}）" : "");
}
