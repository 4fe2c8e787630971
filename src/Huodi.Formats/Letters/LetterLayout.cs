using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Huodi.Formats.Letters;

/// <summary>Page, styles and lines of GB/T 9704—2012. Lengths are twentieths of a point, character sizes half points.</summary>
internal static class LetterLayout
{
    private const string Song = "方正小标宋简体";
    private const string FangSong = "仿宋_GB2312";
    private const string Hei = "黑体";
    private const string Kai = "楷体_GB2312";
    private const string Plain = "宋体";
    private const string Red = "FF0000";

    // 5.2.1 to 5.2.4: head 37 mm, binding side 28 mm, text area 156 × 225 mm of 22 lines with 28 characters of 3号.
    private const uint PageWidth = 11906;
    private const uint PageHeight = 16838;
    private const int Top = 2098;
    private const int Bottom = 1984;
    private const uint Left = 1588;
    private const uint Right = 1474;
    private const int Line = 579;

    // 28 characters of 16 points on 156 mm, which are 442.2 points: 15.75 points each. With 15.8 the last one does not fit.
    private const int CharacterSpacing = -5;
    private const int LineCharacters = 28;
    private const int TextSize = 32;
    private const int CharacterWidth = (TextSize * 10) + CharacterSpacing;
    private const int TitleSize = 44;
    private const int PageNumberSize = 28;

    // 7.2.4: the upper edge of 发文机关标志 is 35 mm below that of the text area; 7.2.7: the red line is 4 mm below 发文字号, which are 11 points.
    private const int AboveIssuer = 1984;
    private const int AboveRedLine = 11;

    // 7.3.5.1: 成文日期 stands four characters from the right. Hundredths of a character.
    private const int BesideDate = 400;
    private const int LargestIssuer = 96;
    private const int TextWidthHalfPoints = 860;

    public static Styles Styles() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(Fonts(FangSong), new Spacing { Val = CharacterSpacing }, new FontSize { Val = Text(TextSize) })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new WidowControl { Val = false }))), // With it a page may have 21 lines.
        Style("发文机关标志", Song, TextSize, Centered(before: AboveIssuer), Red),
        Style("文号", FangSong, TextSize, Centered(before: 2 * Line, border: true)),
        Style("标题", Song, TitleSize, Centered(after: Line, before: 2 * Line)),
        Style("主送", FangSong, TextSize, Spaced()),
        Style("正文段", FangSong, TextSize, Spaced(indent: true)),
        Style("层次标题", Hei, TextSize, Spaced(indent: true, keepNext: true)),
        Style("引文", Kai, TextSize, Spaced(indent: true)),
        Style("署名", FangSong, TextSize, Signature(before: 2 * Line, keepNext: true)),
        Style("成文日期", FangSong, TextSize, Signature(before: 0, keepNext: false)),
        Style("附注", FangSong, TextSize, Spaced(before: Line)));

    /// <summary>The fonts, and the ones that systems have in their place.</summary>
    public static Fonts FontTable() => new(
        new Font(new AltName { Val = "方正小标宋_GBK" }) { Name = Song },
        new Font(new AltName { Val = "仿宋" }) { Name = FangSong },
        new Font(new AltName { Val = "楷体" }) { Name = Kai },
        new Font(new AltName { Val = "SimHei" }) { Name = Hei });

    /// <summary>A paragraph. The last one goes to the page of the signature when it is short; a long one would leave a gap before it.</summary>
    public static Paragraph Paragraph(string style, string text, bool isLast = false)
    {
        var properties = new ParagraphProperties(new ParagraphStyleId { Val = style });
        if (isLast && text.Length <= 2 * LineCharacters) properties.Append(new KeepNext());
        return new(properties, LetterRuns.Text(text));
    }

    /// <summary>署名 and 成文日期: the issuer stands over the middle of the date.</summary>
    public static IEnumerable<Paragraph> Signature(string issuer, string date)
    {
        var beyond = (Width(issuer) - Width(date)) / 2;
        var besideDate = Math.Max(BesideDate, beyond);
        yield return FromTheRight("署名", issuer, besideDate - beyond);
        yield return FromTheRight("成文日期", date, besideDate);
    }

    /// <summary>发文机关标志, as large as one line holds.</summary>
    public static Paragraph Issuer(string text)
    {
        var size = Math.Clamp(TextWidthHalfPoints / Math.Max(1, text.Length), TextSize, LargestIssuer);
        var run = LetterRuns.Text(text);
        run.RunProperties = new RunProperties(new FontSize { Val = Text(size) });
        return new(new ParagraphProperties(new ParagraphStyleId { Val = "发文机关标志" }), run);
    }

    /// <summary>— 1 —, one character from the outer edge.</summary>
    public static Paragraph PageNumber(JustificationValues side) => new(
        new ParagraphProperties(Beside(100, PageNumberSize), new Justification { Val = side }),
        Small(LetterRuns.Text("— ")),
        new SimpleField(Small(LetterRuns.Text("1"))) { Instruction = "PAGE" },
        Small(LetterRuns.Text(" —")));

    public static SectionProperties Section(string oddFooter, string evenFooter) => new(
        new FooterReference { Type = HeaderFooterValues.Default, Id = oddFooter },
        new FooterReference { Type = HeaderFooterValues.Even, Id = evenFooter },
        new PageSize { Width = PageWidth, Height = PageHeight },
        new PageMargin { Top = Top, Bottom = Bottom, Left = Left, Right = Right, Header = 851, Footer = 1440, Gutter = 0 },
        new DocGrid { Type = DocGridValues.Lines, LinePitch = Line });

    private static Style Style(string name, string font, int size, StyleParagraphProperties paragraph, string? colour = null)
    {
        var run = new StyleRunProperties(Fonts(font));
        if (colour is not null) run.Append(new Color { Val = colour });
        run.Append(new FontSize { Val = Text(size) });
        return new(new StyleName { Val = name }, paragraph, run) { Type = StyleValues.Paragraph, StyleId = name, CustomStyle = true };
    }

    private static StyleParagraphProperties Spaced(bool indent = false, bool keepNext = false, int before = 0)
    {
        var properties = new StyleParagraphProperties();
        if (keepNext) properties.Append(new KeepNext());
        properties.Append(Spacing(before, 0));
        if (indent) properties.Append(new Indentation { FirstLineChars = 200, FirstLine = Text(2 * TextSize * 10) });
        properties.Append(new Justification { Val = JustificationValues.Both });
        return properties;
    }

    private static StyleParagraphProperties Centered(int before = 0, int after = 0, bool border = false)
    {
        var properties = new StyleParagraphProperties();
        if (border) properties.Append(new ParagraphBorders(new BottomBorder { Val = BorderValues.Single, Color = Red, Size = 12, Space = AboveRedLine }));
        properties.Append(new SpacingBetweenLines { Before = Text(before), After = Text(after), Line = Text(Line), LineRule = LineSpacingRuleValues.AtLeast });
        properties.Append(new Justification { Val = JustificationValues.Center });
        return properties;
    }

    private static StyleParagraphProperties Signature(int before, bool keepNext)
    {
        var properties = new StyleParagraphProperties();
        if (keepNext) properties.Append(new KeepNext());
        properties.Append(new KeepLines(), Spacing(before, 0), new Justification { Val = JustificationValues.Right });
        return properties;
    }

    private static Paragraph FromTheRight(string style, string text, int hundredths)
    {
        var paragraph = Paragraph(style, text);
        paragraph.ParagraphProperties!.Append(new Indentation { RightChars = hundredths, Right = Text(hundredths * CharacterWidth / 100) }); // Just made.
        return paragraph;
    }

    private static Indentation Beside(int hundredths, int size) => new()
    {
        LeftChars = hundredths,
        Left = Text(hundredths * size / 10),
        RightChars = hundredths,
        Right = Text(hundredths * size / 10),
    };

    /// <summary>Width in hundredths of a character: digits and Latin letters take half of one.</summary>
    private static int Width(string text) => text.Sum(c => char.IsAscii(c) ? 50 : 100);

    private static SpacingBetweenLines Spacing(int before, int after) =>
        new() { Before = Text(before), After = Text(after), Line = Text(Line), LineRule = LineSpacingRuleValues.Exact };

    private static RunFonts Fonts(string name) => new() { EastAsia = name, Ascii = "Times New Roman", HighAnsi = "Times New Roman" };

    private static Run Small(Run run)
    {
        run.RunProperties = new RunProperties(new RunFonts { EastAsia = Plain, Ascii = Plain, HighAnsi = Plain }, new FontSize { Val = Text(PageNumberSize) });
        return run;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
