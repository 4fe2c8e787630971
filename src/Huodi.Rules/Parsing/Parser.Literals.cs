using System.Globalization;
using System.Text;
using Huodi.Rules.Syntax;

namespace Huodi.Rules.Parsing;

internal sealed partial class Parser
{
    private LiteralSyntax ParseNumber()
    {
        var start = position;
        SkipDigits();
        if (Ahead() == '.' && FeelChars.IsDigit(Ahead(1)))
        {
            position++;
            SkipDigits();
        }

        if (Ahead() is 'e' or 'E' && (FeelChars.IsDigit(Ahead(1)) || (Ahead(1) is '+' or '-' && FeelChars.IsDigit(Ahead(2)))))
        {
            position += 2;
            SkipDigits();
        }

        var digits = text[start..position];
        if (options.Strict)
        {
            CheckAfterNumber(start, digits);
            if (digits.TrimStart('0', '.').Count(char.IsAsciiDigit) > 28)
            {
                throw new SyntaxErrorException(Faults.NumberTooLarge(SpanFrom(start), digits));
            }
        }

        var value = Numbers.NumberText.TryParse(digits)
            ?? throw new SyntaxErrorException(Faults.NumberTooLarge(SpanFrom(start), digits));
        return new LiteralSyntax(SpanFrom(start), value);
    }

    private void SkipDigits()
    {
        while (FeelChars.IsDigit(Ahead())) position++;
    }

    /// <summary>Chinese units and percent signs after a figure are mistakes with a known remedy.</summary>
    private void CheckAfterNumber(int start, string digits)
    {
        var c = Ahead();
        var power = c switch { '十' => 10L, '百' => 100, '千' => 1000, '万' => 10_000, '亿' => 100_000_000, _ => 0 };
        if (power != 0)
        {
            throw new SyntaxErrorException(Faults.ChineseUnit(TextSpan.Between(offset + start, offset + position + 1), digits, c, power));
        }
        if (c is '%' or '‰' or '％')
        {
            var scaled = decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
                ? NumberValue.Format(value / (c == '‰' ? 1000 : 100))
                : null;
            throw new SyntaxErrorException(Faults.Percent(TextSpan.Between(offset + start, offset + position + 1), digits + c, scaled));
        }

        if (FeelChars.IsNameStart(c))
        {
            throw new SyntaxErrorException(Faults.AfterNumber(new TextSpan(offset + position, RestOfWord()), digits,
                text.Substring(position, RestOfWord())));
        }
    }

    private string ParseString()
    {
        var start = position++;
        var content = new StringBuilder();
        while (true)
        {
            if (position >= text.Length) throw new SyntaxErrorException(Faults.OpenString(SpanFrom(start)));
            var c = text[position++];
            if (c == '"') return content.ToString();
            if (c != '\\' || position >= text.Length)
            {
                _ = content.Append(c);
                continue;
            }

            ParseEscape(content);
        }
    }

    private void ParseEscape(StringBuilder content)
    {
        var c = text[position++];
        switch (c)
        {
            case 'n':
                _ = content.Append('\n');
                break;
            case 't':
                _ = content.Append('\t');
                break;
            case 'r':
                _ = content.Append('\r');
                break;
            case '"' or '\\' or '\'':
                _ = content.Append(c);
                break;
            case 'u' when Code(4) is { } unit:
                position += 4;
                _ = content.Append((char)unit);
                break;
            case 'U' when Code(6) is { } point && Rune.IsValid(point):
                position += 6;
                _ = content.Append(new Rune(point).ToString());
                break;
            default:
                _ = content.Append('\\').Append(c);
                break;
        }
    }

    private int? Code(int digits) =>
        position + digits <= text.Length
        && int.TryParse(text.AsSpan(position, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            ? code
            : null;
}
