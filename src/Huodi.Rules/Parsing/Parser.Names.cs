using Huodi.Rules.Syntax;

namespace Huodi.Rules.Parsing;

internal sealed partial class Parser
{
    private NameSyntax ReadName(string name, int start, int end)
    {
        position = end;
        if (options.Strict) CheckAmbiguity(name, start, end);
        return new NameSyntax(SpanFrom(start), name);
    }

    private string? MatchKnown(out int end)
    {
        var known = names.Match(text, position, out end);
        if (filterDepth == 0) return known;
        var field = options.Fields.Match(text, position, out var fieldEnd);
        if (fieldEnd > end) (known, end) = (field, fieldEnd);
        return known;
    }

    private int WordEnd(int start, bool mayStartWithDigit = false)
    {
        var end = start;
        if (end >= text.Length || !(FeelChars.IsNameStart(text[end]) || mayStartWithDigit)) return start;
        while (end < text.Length && FeelChars.IsNamePart(text[end])) end++;
        return end;
    }

    private string ParseFieldName()
    {
        SkipTrivia();
        var start = position;
        var field = options.Fields.Match(text, position, out var end);
        var word = WordEnd(start);
        if (field is null || end < word) (field, end) = (text[start..word], word);
        if (end == start) throw Expected("字段名");
        position = end;
        return field;
    }

    /// <summary>Refuses a name that could as well be an operation between shorter names.</summary>
    private void CheckAmbiguity(string name, int start, int end)
    {
        for (var i = 1; i < name.Length - 1; i++)
        {
            if (name[i] is not ('-' or '+' or '*' or '/')) continue;
            var (left, right) = (name[..i].Trim(), name[(i + 1)..].Trim());
            if (!IsOperand(left) || !IsOperand(right)) continue;
            throw new SyntaxErrorException(Faults.Ambiguous(
                TextSpan.Between(offset + start, offset + end), name, $"{left} {name[i]} {right}"));
        }
    }

    private bool IsOperand(string part) =>
        names.Contains(part) || decimal.TryParse(part, System.Globalization.CultureInfo.InvariantCulture, out _)
        || Enumerable.Range(1, Math.Max(0, part.Length - 2)).Any(i =>
            part[i] is '-' or '+' or '*' or '/' && IsOperand(part[..i].Trim()) && IsOperand(part[(i + 1)..].Trim()));

    /// <summary>A name that the text introduces: words up to the keyword that must follow.</summary>
    private string ParseNewName(string keyword)
    {
        SkipTrivia();
        var start = position;
        var end = start;
        while (!IsWord(keyword))
        {
            var word = WordEnd(position);
            if (word == position && end > start && FeelChars.IsNameSign(Ahead())) word++;
            while (word > position && word < text.Length && FeelChars.IsDigit(text[word])) word++;
            if (word == position) break;
            position = end = word;
            SkipTrivia();
        }

        if (end == start) throw Expected("变量名");
        position = end;
        return Normalised(text[start..end]);
    }

    private static string Normalised(string name) =>
        string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
