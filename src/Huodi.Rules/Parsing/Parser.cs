using Huodi.Rules.Syntax;

namespace Huodi.Rules.Parsing;

/// <summary>
/// A hand-written Pratt parser. It reads characters, not tokens, because what a name is depends on the names in scope:
/// the longest one wins. The first mistake ends it.
/// </summary>
internal sealed partial class Parser
{
    private readonly string text;
    private readonly int offset;
    private readonly ParseOptions options;
    private readonly NameTable names;
    private int position;
    private int depth;
    private int filterDepth;
    private bool inRangeEnd;

    private Parser(string text, int offset, ParseOptions options)
    {
        this.text = text;
        this.offset = offset;
        this.options = options;
        names = options.Names;
        filterDepth = options.FilterDepth;
    }

    /// <summary>Reads an expression; <paramref name="offset"/> is where the text starts in its document.</summary>
    public static SyntaxNode? Expression(string text, int offset, ParseOptions options, ICollection<Diagnostic> diagnostics) =>
        Run(text, offset, options, diagnostics, p => p.ParseExpression());

    /// <summary>Reads the unary tests of a cell.</summary>
    public static SyntaxNode? UnaryTests(string text, int offset, ParseOptions options, ICollection<Diagnostic> diagnostics) =>
        Run(text, offset, options, diagnostics, p => p.ParseCell());

    private static SyntaxNode? Run(
        string text, int offset, ParseOptions options, ICollection<Diagnostic> diagnostics, Func<Parser, SyntaxNode> read)
    {
        if (text.Length > options.Limits.TextLength)
        {
            diagnostics.Add(Faults.TooLong(new TextSpan(offset, 0), options.Limits.TextLength));
            return null;
        }

        if (options.Strict && Typography.Check(text, offset, options, diagnostics)) return null;
        var parser = new Parser(text, offset, options);
        var mark = parser.names.Mark;
        try
        {
            var node = read(parser);
            parser.SkipTrivia();
            return parser.position == text.Length ? node : throw parser.Trailing();
        }
        catch (SyntaxErrorException error)
        {
            diagnostics.Add(error.Diagnostic);
            return null;
        }
        finally
        {
            parser.names.PopTo(mark);
        }
    }

    private SyntaxNode ParseExpression()
    {
        if (++depth > options.Limits.Depth) throw new SyntaxErrorException(Faults.TooDeep(Here(0), options.Limits.Depth));
        var outer = inRangeEnd;
        inRangeEnd = false;
        var node = ParseBinary(1);
        inRangeEnd = outer;
        depth--;
        return node;
    }

    private void SkipTrivia()
    {
        while (position < text.Length)
        {
            var c = text[position];
            if (FeelChars.IsSpace(c))
            {
                position++;
            }
            else if (c == '/' && Ahead(1) == '/')
            {
                while (position < text.Length && text[position] is not ('\n' or '\r')) position++;
            }
            else if (c == '/' && Ahead(1) == '*')
            {
                var end = text.IndexOf("*/", position + 2, StringComparison.Ordinal);
                if (end < 0) throw new SyntaxErrorException(Faults.Expected(Here(2), "*/"));
                position = end + 2;
            }
            else
            {
                break;
            }
        }
    }

    private char Ahead(int distance = 0) => position + distance < text.Length ? text[position + distance] : '\0';

    private bool Take(char c)
    {
        SkipTrivia();
        if (Ahead() != c) return false;
        position++;
        return true;
    }

    private void Expect(char c)
    {
        if (!Take(c)) throw Expected(c.ToString());
    }

    private bool IsWord(string word)
    {
        SkipTrivia();
        return string.CompareOrdinal(text, position, word, 0, word.Length) == 0 && !FeelChars.IsNamePart(Ahead(word.Length));
    }

    private bool TakeWord(string word)
    {
        if (!IsWord(word)) return false;
        position += word.Length;
        return true;
    }

    private void ExpectWord(string word)
    {
        if (!TakeWord(word)) throw Expected(word);
    }

    private TextSpan Here(int length) => new(offset + position, length);

    private TextSpan SpanFrom(int start) => TextSpan.Between(offset + start, offset + position);

    private SyntaxErrorException Expected(string what)
    {
        SkipTrivia();
        if (Foreign() is { } foreign) return foreign;
        return new SyntaxErrorException(position >= text.Length
            ? Faults.ExpectedAtEnd(Here(0), what)
            : Faults.Expected(new TextSpan(offset + position, RestOfWord()), what));
    }

    private SyntaxErrorException Trailing() => Foreign()
        ?? new(Faults.Trailing(TextSpan.Between(offset + position, offset + text.Length), text[position..], text[..position].TrimEnd()));

    private SyntaxErrorException? Foreign() => ForeignSigns.At(text, position) is var (start, sign, remedy)
        ? new SyntaxErrorException(Faults.ForeignSign(new TextSpan(offset + start, sign.Length), sign, remedy))
        : null;

    private int RestOfWord()
    {
        var end = position;
        while (end < text.Length && FeelChars.IsNamePart(text[end])) end++;
        return Math.Max(1, end - position);
    }
}
