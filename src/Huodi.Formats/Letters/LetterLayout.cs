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
    private const string Red = "FF0000";

    // 5.2.1 to 5.2.4: head 37 mm, binding side 28 mm, text area 156 × 225 mm of 22 lines with 28 characters of 3号.
    private const uint PageWidth = 11906;
    private const uint PageHeight = 16838;
    private const int Top = 2098;
    private const int Bottom = 1984;
    private const uint Left = 1588;
    private const uint Right = 1474;
    private const int Line = 579;

    // 28 characters of 16 points on 156 mm: each a fifth of a point narrower.
    private const int CharacterSpacing = -4;
    private const int TextSize = 32;
    private const int TitleSize = 44;
    private const int PageNumberSize = 28;
    private const int LargestIssuer = 96;
    private const int TextWidthHalfPoints = 860;

    public static Styles Styles() => new(
        new DocDefaults(new RunPropertiesDefault(new RunPropertiesBaseStyle(Fonts(FangSong), new Spacing { Val = CharacterSpacing }, new FontSize { Val = Text(TextSize) }))),
        Style("发文机关标志", Song, TextSize, Centered(), Red),
        Style("文号", FangSong, TextSize, Centered(after: Line, border: true)),
        Style("标题", Song, TitleSize, Centered(after: Line, before: Line)),
        Style("主送", FangSong, TextSize, Spaced()),
        Style("正文段", FangSong, TextSize, Spaced(indent: true)),
        Style("层次标题", Hei, TextSize, Spaced(indent: true, keepNext: true)),
        Style("引文", Kai, TextSize, Spaced(indent: true)),
        // 7.3.5: the date stands four characters from the right, the issuer above it.
        Style("署名", FangSong, TextSize, Signature(before: 2 * Line)),
        Style("成文日期", FangSong, TextSize, Signature(before: 0)),
        Style("附注", FangSong, TextSize, Spaced(before: Line)));

    public static Paragraph Paragraph(string style, string text) =>
        new(new ParagraphProperties(new ParagraphStyleId { Val = style }), LetterRuns.Text(text));

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
        new ParagraphProperties(new Indentation { LeftChars = 100, RightChars = 100 }, new Justification { Val = side }),
        Small(LetterRuns.Text("— ")),
        new SimpleField(Small(LetterRuns.Text("1"))) { Instruction = "PAGE" },
        Small(LetterRuns.Text(" —")));

    public static SectionProperties Section(string oddFooter, string evenFooter) => new(
        new FooterReference { Type = HeaderFooterValues.Default, Id = oddFooter },
        new FooterReference { Type = HeaderFooterValues.Even, Id = evenFooter },
        new PageSize { Width = PageWidth, Height = PageHeight },
        new PageMargin { Top = Top, Bottom = Bottom, Left = Left, Right = Right, Header = 851, Footer = 1400, Gutter = 0 },
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
        if (border) properties.Append(new ParagraphBorders(new BottomBorder { Val = BorderValues.Single, Color = Red, Size = 12, Space = 4 }));
        properties.Append(new SpacingBetweenLines { Before = Text(before), After = Text(after), Line = Text(Line), LineRule = LineSpacingRuleValues.AtLeast });
        properties.Append(new Justification { Val = JustificationValues.Center });
        return properties;
    }

    private static StyleParagraphProperties Signature(int before) => new(
        new KeepLines(), Spacing(before, 0), new Indentation { RightChars = 400, Right = Text(4 * TextSize * 10) }, new Justification { Val = JustificationValues.Right });

    private static SpacingBetweenLines Spacing(int before, int after) =>
        new() { Before = Text(before), After = Text(after), Line = Text(Line), LineRule = LineSpacingRuleValues.Exact };

    private static RunFonts Fonts(string name) => new() { EastAsia = name, Ascii = "Times New Roman", HighAnsi = "Times New Roman" };

    private static Run Small(Run run)
    {
        run.RunProperties = new RunProperties(new FontSize { Val = Text(PageNumberSize) });
        return run;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
