using Huodi.Rules.Syntax;

namespace Huodi.Rules.Parsing;

internal sealed partial class Parser
{
    /// <summary><c>(expression)</c>, <c>(from..to)</c> or <c>(&lt; value)</c>.</summary>
    private SyntaxNode ParseParentheses()
    {
        var start = position;
        Expect('(');
        SkipTrivia();
        if (PeekTest(out var length) is { } op)
        {
            position += length;
            var operand = ParseExpression();
            Expect(')');
            return new ComparisonRangeSyntax(SpanFrom(start), op, operand);
        }

        var node = ParseExpression();
        SkipTrivia();
        if (Ahead() == '.' && Ahead(1) == '.') return ParseRangeFrom(start, false, node);
        Expect(')');
        return node;
    }

    /// <summary><c>[a, b]</c> or <c>[from..to]</c>.</summary>
    private SyntaxNode ParseBrackets()
    {
        var start = position;
        Expect('[');
        var items = new List<SyntaxNode>();
        if (Take(']')) return new ListSyntax(SpanFrom(start), items);
        do
        {
            items.Add(ParseExpression());
            SkipTrivia();
            if (items.Count == 1 && Ahead() == '.' && Ahead(1) == '.') return ParseRangeFrom(start, true, items[0]);
        }
        while (Take(','));
        Expect(']');
        return new ListSyntax(SpanFrom(start), items);
    }

    private RangeSyntax ParseRangeFrom(int start, bool startIncluded, SyntaxNode from)
    {
        if (!TakeDots()) throw Expected("..");
        if (++depth > options.Limits.Depth) throw new SyntaxErrorException(Faults.TooDeep(Here(0), options.Limits.Depth));
        var outer = inRangeEnd;
        inRangeEnd = true;
        var to = ParseBinary(1);
        inRangeEnd = outer;
        depth--;
        SkipTrivia();
        if (Ahead() is not (']' or ')' or '[')) throw Expected("]");
        var endIncluded = Ahead() == ']';
        position++;
        return new RangeSyntax(SpanFrom(start), from, startIncluded, to, endIncluded);
    }

    private ContextSyntax ParseContext()
    {
        var start = position;
        Expect('{');
        var entries = new List<ContextEntrySyntax>();
        var mark = names.Mark;
        if (!Take('}'))
        {
            do
            {
                SkipTrivia();
                var entry = position;
                var name = ParseKey();
                Expect(':');
                var value = ParseExpression();
                entries.Add(new ContextEntrySyntax(SpanFrom(entry), name, value));
                names.Push(name);
                options.Fields.Push(name);
            }
            while (Take(','));
            Expect('}');
        }

        names.PopTo(mark);
        return new ContextSyntax(SpanFrom(start), entries);
    }

    private string ParseKey()
    {
        SkipTrivia();
        if (Ahead() == '"') return ParseString();
        var start = position;
        while (position < text.Length && text[position] is not (':' or '{' or '}' or '"' or ',' or '(' or ')' or '[' or ']'
               or '<' or '>' or '=' or '\n'))
        {
            position++;
        }

        var name = Normalised(text[start..position]);
        if (name.Length == 0 || !(FeelChars.IsNameStart(name[0]) || names.Contains(name))) throw Expected("键名");
        return name;
    }
}
