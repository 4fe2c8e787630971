using Huodi.Rules.Syntax;

namespace Huodi.Rules.Parsing;

internal sealed partial class Parser
{
    private SyntaxNode ParsePrimary()
    {
        SkipTrivia();
        var start = position;
        if (position >= text.Length) throw Expected("一个值");
        var c = Ahead();
        if (FeelChars.IsDigit(c) || (c == '.' && FeelChars.IsDigit(Ahead(1))))
        {
            return MatchKnown(out var behind) is { } name && WordEnd(start, true) <= behind ? ReadName(name, start, behind) : ParseNumber();
        }

        switch (c)
        {
            case '"':
                var content = ParseString();
                return new LiteralSyntax(SpanFrom(start), FeelValue.Of(content));
            case '@':
                position++;
                SkipTrivia();
                if (Ahead() != '"') throw Expected("\"");
                var literal = ParseString();
                return new AtLiteralSyntax(SpanFrom(start), literal);
            case '(':
                return ParseParentheses();
            case '[':
                return ParseBrackets();
            case ']':
                position++;
                return ParseRangeFrom(start, false, ParseExpression());
            case '{':
                return ParseContext();
            case '?' when !names.Contains("?") || Ahead(1) != '?':
                position++;
                return new NameSyntax(SpanFrom(start), "?");
        }

        var known = MatchKnown(out var end);
        var word = WordEnd(start);
        if (known is null || end <= word)
        {
            if (word == start) throw Expected("一个值");
            if (ParseKeyword(start, text[start..word]) is { } node) return node;
            known = text[start..word];
            end = word;
        }

        return ReadName(known, start, end);
    }

    private SyntaxNode? ParseKeyword(int start, string word)
    {
        switch (word)
        {
            case "true":
            case "false":
                position += word.Length;
                return new LiteralSyntax(SpanFrom(start), FeelValue.Of(word == "true"));
            case "null":
                position += word.Length;
                return new LiteralSyntax(SpanFrom(start), FeelValue.Null);
            case "if":
                position += word.Length;
                return ParseIf(start);
            case "for":
                position += word.Length;
                return ParseFor(start);
            case "some" or "every":
                position += word.Length;
                return ParseQuantified(start, word == "every");
            case "function":
                position += word.Length;
                return ParseFunction(start);
            case "then" or "else" or "return" or "satisfies" or "and" or "or" or "in" or "between" or "instance":
                throw Expected("一个值");
            default:
                return null;
        }
    }

    private IfSyntax ParseIf(int start)
    {
        var condition = ParseExpression();
        ExpectWord("then");
        var then = ParseExpression();
        ExpectWord("else");
        var otherwise = ParseExpression();
        return new IfSyntax(SpanFrom(start), condition, then, otherwise);
    }

    private ForSyntax ParseFor(int start)
    {
        var mark = names.Mark;
        var iterators = ParseIterators();
        ExpectWord("return");
        names.Push("partial");
        var body = ParseExpression();
        names.PopTo(mark);
        return new ForSyntax(SpanFrom(start), iterators, body);
    }

    private QuantifiedSyntax ParseQuantified(int start, bool every)
    {
        var mark = names.Mark;
        var iterators = ParseIterators();
        ExpectWord("satisfies");
        var condition = ParseExpression();
        names.PopTo(mark);
        return new QuantifiedSyntax(SpanFrom(start), every, iterators, condition);
    }

    private List<IteratorSyntax> ParseIterators()
    {
        var iterators = new List<IteratorSyntax>();
        do
        {
            SkipTrivia();
            var start = position;
            var name = ParseNewName("in");
            ExpectWord("in");
            var domain = ParseExpression();
            SyntaxNode? to = null;
            if (TakeDots()) to = ParseExpression();
            iterators.Add(new IteratorSyntax(SpanFrom(start), name, domain, to));
            names.Push(name);
        }
        while (Take(','));
        return iterators;
    }

    private bool TakeDots()
    {
        SkipTrivia();
        if (Ahead() != '.' || Ahead(1) != '.') return false;
        position += 2;
        return true;
    }
}
