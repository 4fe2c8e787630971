using System.Globalization;
using System.Xml.Linq;
using Huodi.Formats.Letters;
using Huodi.Policies.Letters;
using Huodi.Testing;

namespace Huodi.Formats.Tests.Letters;

/// <summary>
/// The page of GB/T 9704—2012 measured on a rendered letter. Only characters as wide as they are high stand in it, so that what is
/// measured does not hang on the fonts of the machine. Lengths are millimetres.
/// </summary>
public sealed class LetterLayoutTests
{
    private const double Point = 25.4 / 72;
    private const double Character = 156.0 / 28;
    private const double Left = 28; // 5.2.2: 订口 28 mm, 天头 37 mm, 版心 156 mm × 225 mm.
    private const double Right = 28 + 156;
    private const double Top = 37;
    private const double Bottom = 37 + 225;
    private const int PixelsPerMillimetre = 5;
    private const string Fill = "国有建设用地使用权人超过国有建设用地使用权有偿使用合同或者划拨决定书约定规定的动工开发日期满一年未动工开发的国有建设用地也可以认定为闲置土地依照本办法规定的方式处置";

    /// <summary>5.2.4: 一般每面排22行，每行排28个字，并撑满版心. 7.3.3: 每个自然段左空二字，回行顶格. The paragraphs have three lines, so that a page that saves widows had 21.</summary>
    [Fact]
    public async Task Write_LongLetter_HasTwentyTwoLinesOfTwentyEightCharacters()
    {
        Assert.Equal(26 + 28 + 28, Fill.Length);
        await using var rendered = await RenderAsync(Long("某某市自然资源和规划局"));

        var pages = await rendered.LinesAsync();

        Assert.Equal(4, pages.Count);
        foreach (var page in pages.Skip(1).SkipLast(1))
        {
            var lines = page.Where(l => !l.IsNumber).ToList();
            Assert.Equal(22, lines.Count);
            Assert.All(lines, l => Assert.Equal(Fill.StartsWith(l.Text, StringComparison.Ordinal) ? (26, Left + (2 * Character)) : (28, Left), (l.Text.Length, l.Left), Near));
            Assert.All(lines, l => Assert.InRange(l.Right, Right - 0.8, Right));
            Assert.All(lines, l => Assert.True(l.Top >= Top && l.Bottom <= Bottom));
            Assert.Equal(225.0 / 22 * 21, lines[^1].Top - lines[0].Top, 0.5);
        }
    }

    /// <summary>7.3.5.1: 成文日期右空四字, 署名 over its middle. 7.5: 一字线上距版心下边缘7 mm, 单页码居右空一字，双页码居左空一字, of 4号, 14 points.</summary>
    [Theory]
    [InlineData("某某市自然资源和规划局")]
    [InlineData("某市局")]
    [InlineData("某某市自然资源和规划局高新技术产业开发区分局")]
    public async Task Write_SignatureAndPageNumbers_StandWhereTheStandardSays(string issuer)
    {
        await using var rendered = await RenderAsync(Long(issuer));

        var pages = await rendered.LinesAsync();

        var (sign, date) = (pages[^1].Last(l => l.Text == issuer), pages[^1].Single(l => l.Text == "二〇二六年三月一日"));
        Assert.Equal(date.Middle, sign.Middle, 0.5);
        Assert.Equal(issuer.Length > 9 + 8 ? Right : Right - (4 * Character), issuer.Length > 9 + 8 ? sign.Right : date.Right, 0.5);
        foreach (var (page, i) in pages.Select((p, i) => (p, i)))
        {
            var number = Assert.Single(page, l => l.IsNumber);
            Assert.Equal($"—{i + 1}—", number.Text);
            Assert.Equal(i % 2 == 0 ? Right - (14 * Point) : Left + (14 * Point), i % 2 == 0 ? number.Right : number.Left, 0.3);
            Assert.Equal(Bottom + 7, (number.Top + number.Bottom) / 2, 1.0);
        }
    }

    /// <summary>7.2.4: the red 发文机关标志 begins 35 mm below the top of the text area. 7.2.7: a red line as wide as it, 4 mm below 发文字号. 7.3.1: 标题 two lines below.</summary>
    [Fact]
    public async Task Write_HeadOfTheLetter_StandsWhereTheStandardSays()
    {
        await using var rendered = await RenderAsync(Long("某某市自然资源和规划局"));

        var lines = (await rendered.LinesAsync())[0];
        var red = await rendered.RedAsync();

        var (number, title) = (lines.Single(l => l.Text.StartsWith("某自然资闲决", StringComparison.Ordinal)), lines.Single(l => l.Text == "征缴土地闲置费决定书"));
        var (first, line) = (red[0], red[^1]);
        Assert.InRange(first.Y, Top + 35, Top + 35 + 5); // A font has some room above its characters.
        Assert.Equal((Left, Right), (line.Left, line.Right), (a, b) => Math.Abs(a.Item1 - b.Item1) < 0.5 && Math.Abs(a.Item2 - b.Item2) < 0.5);
        Assert.InRange(line.Y - number.Bottom, 3, 6);
        Assert.InRange(title.Top - line.Y, 2 * 225.0 / 22, 3 * 225.0 / 22);
        Assert.Contains(lines, l => Fill.StartsWith(l.Text, StringComparison.Ordinal)); // 7.3.3: 公文首页必须显示正文.
    }

    private static bool Near((int, double) a, (int, double) b) => a.Item1 == b.Item1 && Math.Abs(a.Item2 - b.Item2) < 0.5;

    private static Letter Long(string issuer) => new(
        "t/试验函", new('0', 64), "征缴土地闲置费决定书", issuer, "某自然资闲决〔二〇二六〕一号", "二〇二六年三月一日",
        [new(LetterParagraphKind.Addressee, "示例置业有限公司："), .. Enumerable.Repeat(new LetterParagraph(LetterParagraphKind.Body, Fill), 20)], []);

    private static async Task<Rendered> RenderAsync(Letter letter)
    {
        Assert.SkipUnless(LibreOffice.IsHere, LibreOffice.Needed);
        var folder = Directory.CreateTempSubdirectory("huodi-letter-");
        var docx = Path.Combine(folder.FullName, "letter.docx");
        await LetterFile.WriteAsync(letter, docx, TestContext.Current.CancellationToken);
        return new(folder, await LibreOffice.ToPdfAsync(docx, TestContext.Current.CancellationToken));
    }

    /// <summary>A letter as a PDF.</summary>
    private sealed class Rendered(DirectoryInfo folder, string pdf) : IAsyncDisposable
    {
        public async Task<IReadOnlyList<IReadOnlyList<Line>>> LinesAsync()
        {
            var xml = XDocument.Parse(await LibreOffice.RunAsync("pdftotext", TestContext.Current.CancellationToken, "-bbox-layout", pdf, "-"));
            return [.. Named(xml, "page").Select(p => (IReadOnlyList<Line>)[.. Named(p, "line").Select(Read)])];
        }

        /// <summary>The rows of the first page on which something red is, from the top.</summary>
        public async Task<IReadOnlyList<(double Y, double Left, double Right)>> RedAsync()
        {
            var picture = Path.Combine(folder.FullName, "page");
            _ = await LibreOffice.RunAsync("pdftoppm", TestContext.Current.CancellationToken, "-r", Text(25.4 * PixelsPerMillimetre), "-singlefile", pdf, picture);
            var bytes = await File.ReadAllBytesAsync(picture + ".ppm", TestContext.Current.CancellationToken);
            var head = System.Text.Encoding.ASCII.GetString(bytes, 0, 32).Split((char[])[' ', '\n'], 5); // P6, width, height, 255, then the points.
            var (width, at) = (int.Parse(head[1], CultureInfo.InvariantCulture), head.Take(4).Sum(h => h.Length + 1));
            var red = Enumerable.Range(0, (bytes.Length - at) / 3).Where(i => bytes[at + (3 * i)] > 200 && bytes[at + (3 * i) + 1] < 100 && bytes[at + (3 * i) + 2] < 100);
            return [.. red.GroupBy(i => i / width).OrderBy(g => g.Key).Select(g => (Length(g.Key), Length(g.First() % width), Length((g.Last() % width) + 1)))];
        }

        public ValueTask DisposeAsync()
        {
            folder.Delete(recursive: true);
            return ValueTask.CompletedTask;
        }

        private static IEnumerable<XElement> Named(XContainer from, string name) => from.Descendants().Where(e => e.Name.LocalName == name);

        private static Line Read(XElement line) =>
            new(string.Concat(Named(line, "word").Select(w => w.Value)), At(line, "xMin"), At(line, "xMax"), At(line, "yMin"), At(line, "yMax"));

        private static double At(XElement line, string name) => double.Parse(line.Attribute(name)!.Value, CultureInfo.InvariantCulture) * Point; // A line has its box.

        private static double Length(int pixels) => (double)pixels / PixelsPerMillimetre;

        private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
    }

    private sealed record Line(string Text, double Left, double Right, double Top, double Bottom)
    {
        public bool IsNumber => Text.StartsWith('—');

        public double Middle => (Left + Right) / 2;
    }
}
