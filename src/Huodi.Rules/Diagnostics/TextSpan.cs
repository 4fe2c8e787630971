namespace Huodi.Rules;

/// <summary>A place in a text: <paramref name="Length"/> UTF-16 units from <paramref name="Start"/> (zero-based).</summary>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>The first position after the span.</summary>
    public int End => Start + Length;

    /// <summary>The smallest span that covers both ends.</summary>
    public static TextSpan Between(int start, int end) => new(start, Math.Max(0, end - start));

    /// <summary>The same length, moved by <paramref name="offset"/>.</summary>
    public TextSpan Shift(int offset) => new(Start + offset, Length);
}
