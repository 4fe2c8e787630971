namespace Huodi.Rules.Parsing;

/// <summary>Operators of other languages, and Chinese words for operators, with what FEEL writes instead.</summary>
internal static class ForeignSigns
{
    private static readonly (string Sign, string Remedy)[] Known =
    [
        ("==", "="), ("<>", "!="), ("=<", "<="), ("=>", ">="), ("&&", "and"), ("||", "or"), ("&", "and"), ("|", "or"), ("!", "not(…)"),
            ("^", "**"), ("'", "\""),
        ("并且", "and"), ("而且", "and"), ("且", "and"), ("或者", "or"), ("或", "or"),
        ("大于等于", ">="), ("小于等于", "<="), ("大于或等于", ">="), ("小于或等于", "<="), ("不等于", "!="), ("等于", "="),
        ("不低于", ">="), ("不少于", ">="), ("不小于", ">="), ("不超过", "<="), ("不大于", "<="), ("不高于", "<="),
        ("大于", ">"), ("高于", ">"), ("超过", ">"), ("小于", "<"), ("低于", "<"), ("少于", "<"),
        ("加", "+"), ("减", "-"), ("乘以", "*"), ("除以", "/"), ("属于", "in"),
    ];

    /// <summary>The sign that stands at the position, or ends a sign there; null where it is none of them.</summary>
    public static (int Start, string Sign, string Remedy)? At(string text, int position)
    {
        foreach (var start in new[] { position, position - 1 })
        {
            if (start < 0 || start >= text.Length) continue;
            foreach (var (sign, remedy) in Known)
            {
                if (start + sign.Length <= position && start < position) continue;
                if (string.CompareOrdinal(text, start, sign, 0, sign.Length) == 0) return (start, sign, remedy);
            }
        }

        return null;
    }
}
