namespace Huodi.Policies.Letters;

/// <summary>Something that whoever makes a letter fills in, because no register and no calculation has it.</summary>
/// <param name="Name">Chinese name.</param>
/// <param name="Type">文字, 日期 (yyyy-MM-dd) or 数.</param>
/// <param name="Note">What belongs here; may be empty.</param>
public sealed record LetterEntry(string Name, string Type, string Note)
{
    /// <summary>What every official letter has, beside the entries its template names.</summary>
    public static IReadOnlyList<LetterEntry> Always { get; } =
    [
        new("发文机关", "文字", "署名机关的全称"),
        new("发文字号", "文字", "例如 某自然资闲查〔2026〕1号"),
        new("成文日期", "日期", "负责人签发的日期"),
    ];
}
