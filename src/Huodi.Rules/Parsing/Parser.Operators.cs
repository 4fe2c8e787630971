using Huodi.Rules.Syntax;

namespace Huodi.Rules.Parsing;

internal sealed partial class Parser
{
    private const int InstanceOf = 7;

    private SyntaxNode ParseBinary(int minimum)
    {
        SkipTrivia();
        var start = position;
        var left = ParseUnary();
        while (true)
        {
            SkipTrivia();
            if (PeekOperator(out var length) is { } op)
            {
                var precedence = BinaryOperators.Precedence(op);
                if (precedence < minimum) return left;
                position += length;
                var right = ParseBinary(precedence + 1);
                left = new BinarySyntax(SpanFrom(start), op, left, right);
            }
            else if (minimum <= BinaryOperators.Comparison && TakeWord("between"))
            {
                var low = ParseBinary(BinaryOperators.Comparison + 1);
                ExpectWord("and");
                var high = ParseBinary(BinaryOperators.Comparison + 1);
                left = new BetweenSyntax(SpanFrom(start), left, low, high);
            }
            else if (minimum <= BinaryOperators.Comparison && TakeWord("in"))
            {
                var tests = ParseInTests();
                left = new InSyntax(SpanFrom(start), left, tests);
            }
            else if (minimum <= InstanceOf && TakeWord("instance"))
            {
                ExpectWord("of");
                var type = ParseType();
                left = new InstanceOfSyntax(SpanFrom(start), left, type);
            }
            else
            {
                return left;
            }
        }
    }

    private SyntaxNode ParseUnary()
    {
        SkipTrivia();
        var start = position;
        if (Ahead() != '-') return ParsePostfix();
        position++;
        if (++depth > options.Limits.Depth) throw new SyntaxErrorException(Faults.TooDeep(Here(0), options.Limits.Depth));
        var operand = ParseBinary(InstanceOf);
        depth--;
        return new NegateSyntax(SpanFrom(start), operand);
    }

    private BinaryOperator? PeekOperator(out int length)
    {
        (var op, length) = (Ahead(), Ahead(1)) switch
        {
            ('<', '=') => (BinaryOperator.LessOrEqual, 2),
            ('<', _) => (BinaryOperator.Less, 1),
            ('>', '=') => (BinaryOperator.GreaterOrEqual, 2),
            ('>', _) => (BinaryOperator.Greater, 1),
            ('!', '=') => (BinaryOperator.NotEqual, 2),
            ('=', _) => (BinaryOperator.Equal, 1),
            ('+', _) => (BinaryOperator.Add, 1),
            ('-', _) => (BinaryOperator.Subtract, 1),
            ('*', '*') => (BinaryOperator.Power, 2),
            ('*', _) => (BinaryOperator.Multiply, 1),
            ('/', _) => (BinaryOperator.Divide, 1),
            ('a', _) when IsWord("and") => (BinaryOperator.And, 3),
            ('o', _) when IsWord("or") => ((BinaryOperator?)BinaryOperator.Or, 2),
            _ => (null, 0),
        };
        return op;
    }

    private SyntaxNode ParsePostfix()
    {
        SkipTrivia();
        var start = position;
        var node = ParsePrimary();
        while (true)
        {
            SkipTrivia();
            switch (Ahead())
            {
                case '.' when Ahead(1) != '.':
                    position++;
                    var field = ParseFieldName();
                    node = new PathSyntax(SpanFrom(start), node, field);
                    break;
                case '[' when !inRangeEnd || IsFilterHere():
                    position++;
                    filterDepth++;
                    var condition = ParseExpression();
                    filterDepth--;
                    Expect(']');
                    node = new FilterSyntax(SpanFrom(start), node, condition);
                    break;
                case '(':
                    node = ParseArguments(start, node);
                    break;
                default:
                    return node;
            }
        }
    }

    /// <summary>
    /// At the end of a range <c>[</c> may close it; it opens a filter only if its bracket is followed by another closing one.
    /// </summary>
    private bool IsFilterHere()
    {
        var level = 0;
        for (var i = position; i < text.Length; i++)
        {
            if (text[i] == '[') level++;
            if (text[i] != ']' || --level > 0) continue;
            var next = i + 1;
            while (next < text.Length && FeelChars.IsSpace(text[next])) next++;
            return next < text.Length && text[next] is ']' or ')' or '[' or '+' or '-' or '*' or '/' or '.';
        }

        return false;
    }

    private FeelType ParseType()
    {
        SkipTrivia();
        var start = position;
        if (position >= text.Length) throw Expected("类型");
        return TypeNotation.Read(text, ref position, options.NamedType)
            ?? throw new SyntaxErrorException(Faults.UnknownType(new TextSpan(offset + start, RestOfWord()),
                text.Substring(start, RestOfWord())));
    }
}
