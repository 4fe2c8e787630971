using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Huodi.Formats.Sources;

namespace Huodi.Formats.Tests.Sources;

/// <summary>Tables: headers under titles, encodings, separators, and what a workbook holds.</summary>
public sealed class TableSourceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("huodi-table-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("utf-8")]
    [InlineData("GB18030")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void ReadCsv_Encodings_AreFound(string name)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        var path = Path.Combine(_folder, "a.csv");
        File.WriteAllBytes(path, [.. encoding.GetPreamble(), .. encoding.GetBytes("宗地代码,名称\n甲,一号地\n")]);

        Assert.Equal(["甲", "一号地"], Assert.Single(Read(path).Rows).Cells.Select(c => c.Text));
    }

    [Theory]
    [InlineData("宗地清单,,\n,,\n宗地代码,名称,面积（亩）\nA,一,1\n", 4)]
    [InlineData("宗地代码\t名称\t面积（亩）\nA\t一\t1\n", 2)]
    [InlineData("宗地代码;名称;面积（亩）\nA;一;1\n", 2)]
    public void ReadCsv_HeaderUnderATitle_IsFound(string text, int row)
    {
        var path = Path.Combine(_folder, "b.csv");
        File.WriteAllText(path, text);

        var (source, rows) = Read(path);

        Assert.Equal(["宗地代码", "名称", "面积（亩）"], source.Columns.Select(c => c.Name));
        Assert.Equal(row, Assert.Single(rows).Row);
    }

    [Fact]
    public void ReadXlsx_Cells_AreWhatTheyAre()
    {
        var path = Book(
            [Words("宗地清单", "", ""), Words("基本信息", "", "面积"), Words("代码", "日期", "登记")],
            [Shared(0), Number("45352", 1), Number("12.5")], // 45352 is 2024-03-01 in Excel
            [Inline("=cmd|' /C calc'!A0"), Inline("2024年3月1日"), new Cell { CellFormula = new("1+1"), CellValue = new("2") }]);

        var (source, rows) = Read(path);

        Assert.Equal(["基本信息_代码", "基本信息_日期", "面积_登记"], source.Columns.Select(c => c.Name));
        Assert.Equal([4, 5], rows.Select(r => r.Row));
        Assert.Equal(["共享文字", "2024-03-01", "12.5"], rows[0].Cells.Select(c => c.Text));
        Assert.Equal((SourceKind.Date, SourceKind.Number), (rows[0].Cells[1].Kind, rows[0].Cells[2].Kind));
        Assert.Equal(["=cmd|' /C calc'!A0", "2024年3月1日", "2"], rows[1].Cells.Select(c => c.Text));
    }

    [Fact]
    public void ReadCsv_CoordinateList_IsAPolygonClosedByItself()
    {
        var path = Path.Combine(_folder, "c.csv");
        File.WriteAllText(path, "宗地代码,坐标串\nA,\"117.2,31.7;117.21,31.7;117.21,31.71\"\n");

        var (source, rows) = Read(path);

        Assert.Equal(["宗地代码"], source.Columns.Select(c => c.Name));
        Assert.Equal("POLYGON ((117.2 31.7, 117.21 31.7, 117.21 31.71, 117.2 31.7))", rows[0].Shape?.AsText());
    }

    private static (IFeatureSource Source, List<SourceFeature> Rows) Read(string path)
    {
        using var source = FeatureSources.Open(path, SourceOptions.Default, TestContext.Current.CancellationToken);
        return (source, source.Read(TestContext.Current.CancellationToken).ToList());
    }

    /// <summary>A workbook whose header takes two rows under a title: 基本信息 over two columns, 面积 over one, merged downwards where it has no parts.</summary>
    private string Book(Cell[][] head, params Cell[][] rows)
    {
        var path = Path.Combine(_folder, "d.xlsx");
        using var book = SpreadsheetDocument.Create(path, SpreadsheetDocumentType.Workbook);
        var workbook = book.AddWorkbookPart();
        var part = workbook.AddNewPart<WorksheetPart>();
        var merged = new MergeCells(new MergeCell { Reference = "A1:C1" }, new MergeCell { Reference = "A2:B2" }, new MergeCell { Reference = "C2:C3" });
        part.Worksheet = new Worksheet(new SheetData(head.Concat(rows).Select((cells, i) => new Row(cells) { RowIndex = (uint)i + 1 })), merged);
        var styles = workbook.AddNewPart<WorkbookStylesPart>();
        styles.Stylesheet = new Stylesheet(
            new Fonts(new Font()), new Fills(new Fill()), new Borders(new Border()), new CellStyleFormats(new CellFormat()),
            new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 14, ApplyNumberFormat = true }));
        var texts = workbook.AddNewPart<SharedStringTablePart>();
        texts.SharedStringTable = new SharedStringTable(new SharedStringItem(new Run(new Text("共享")), new Run(new Text("文字"))));
        workbook.Workbook = new Workbook(new DocumentFormat.OpenXml.Spreadsheet.Sheets(new Sheet { Id = workbook.GetIdOfPart(part), Name = "清单", SheetId = 1 }));
        return path;
    }

    private static Cell[] Words(params string[] texts) => [.. texts.Select(Inline)];

    private static Cell Inline(string text) => new() { DataType = CellValues.InlineString, InlineString = new InlineString(new Text(text)) };

    private static Cell Number(string text, uint style = 0) => new() { CellValue = new CellValue(text), StyleIndex = style };

    private static Cell Shared(int index) => new() { DataType = CellValues.SharedString, CellValue = new CellValue(index.ToString(System.Globalization.CultureInfo.InvariantCulture)) };
}
