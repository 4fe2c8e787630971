using Huodi.Rules.Syntax;

namespace Huodi.Rules.Parsing;

internal sealed partial class Parser
{
    /// <summary>A cell: <c>-</c>, tests, or <c>not(tests)</c>.</summary>
    private UnaryTestsSyntax ParseCell()
    {
        SkipTrivia();
        var start = position;
        if (position == text.Length) return new UnaryTestsSyntax(SpanFrom(start), false, []);
        if (Ahead() == '-')
        {
            position++;
            SkipTrivia();
            if (position == text.Length) return new UnaryTestsSyntax(SpanFrom(start), false, []);
            position = start;
        }

        if (IsWord("not") && IsWholeCall())
        {
            position += 3;
            Expect('(');
            var negated = ParseTests();
            Expect(')');
            return new UnaryTestsSyntax(SpanFrom(start), true, negated);
        }

        var tests = ParseTests();
        return new UnaryTestsSyntax(SpanFrom(start), false, tests);
    }

    /// <summary>Whether the parenthesis after the word here closes at the end of the text.</summary>
    private bool IsWholeCall()
    {
        var level = 0;
        var quoted = false;
        for (var i = position + 3; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '"' && text[i - 1] != '\\') quoted = !quoted;
            if (quoted || FeelChars.IsSpace(c)) continue;
            if (c == '(') level++;
            if (level == 0) return false;
            if (c == ')' && --level == 0) return text.AsSpan(i + 1).Trim().IsEmpty;
        }

        return false;
    }

    private List<SyntaxNode> ParseTests()
    {
        var tests = new List<SyntaxNode>();
        do tests.Add(ParseTest());
        while (Take(','));
        return tests;
    }

    private SyntaxNode ParseTest()
    {
        SkipTrivia();
        var start = position;
        if (PeekTest(out var length) is not { } op) return ParseExpression();
        position += length;
        var operand = ParseBinary(BinaryOperators.Comparison + 1);
        return new ComparisonRangeSyntax(SpanFrom(start), op, operand);
    }

    private BinaryOperator? PeekTest(out int length) =>
        PeekOperator(out length) is { } op && BinaryOperators.IsComparison(op) ? op : null;

    /// <summary>What may follow <c>in</c>: one test, or tests in parentheses.</summary>
    private List<SyntaxNode> ParseInTests()
    {
        SkipTrivia();
        if (Ahead() != '(') return [PeekTest(out _) is null ? ParseBinary(BinaryOperators.Comparison + 1) : ParseTest()];
        var start = position;
        position++;
        var outer = inRangeEnd;
        inRangeEnd = false;
        var tests = new List<SyntaxNode> { ParseTest() };
        SkipTrivia();
        if (Ahead() == '.' && Ahead(1) == '.')
        {
            inRangeEnd = outer;
            return [ParseRangeFrom(start, false, tests[0])];
        }

        while (Take(',')) tests.Add(ParseTest());
        Expect(')');
        inRangeEnd = outer;
        return tests;
    }
}
