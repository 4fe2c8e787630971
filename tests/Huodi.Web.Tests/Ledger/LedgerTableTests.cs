using System.IO.Compression;
using System.Net;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Huodi.Domain.Ledger;
using Huodi.Formats.Ledger;
using Huodi.Web.Tests.Fixture;

namespace Huodi.Web.Tests.Ledger;

public sealed class LedgerTableTests
{
    private const string Header = "对象（必填）,发生日,依据文件,缴款金额（元）,凭证号\n";
    private const string Good = "grant:2102112025B00001,2025-07-31,缴款书1,50000000.00,A1\n";
    private const string Bad = "grant:2102112025B00001,2025年8月1日,缴款书2,,A2\n宗地,2025-08-01,缴款书3,1,A3\n";

    private static readonly Dictionary<string, string> Filled = new() { ["kind"] = "payment", ["by-name"] = "出纳", ["by-office"] = "财政局", ["do"] = "check" };

    public static TheoryData<string> Kinds => [.. SampleCity.Ledger.Kinds.All.Select(k => k.English)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Template_OfEveryKind_IsReadBackWithEveryColumnAndNoRow(string name)
    {
        var kind = SampleCity.Ledger.Kinds.Find(name)!; // The theory lists declared kinds.
        using var csv = new MemoryStream();
        using var xlsx = new MemoryStream();
        await LedgerTemplate.WriteCsvAsync(csv, kind, SampleCity.Policies.Dictionary, CancellationToken.None);
        LedgerTemplate.WriteXlsx(xlsx, kind, SampleCity.Policies.Dictionary);

        Assert.Empty(LedgerTable.Read(csv, kind, SampleCity.Policies.Dictionary, "甲"));
        Assert.Empty(LedgerTable.Read(xlsx, kind, SampleCity.Policies.Dictionary, "甲"));
        var text = Encoding.UTF8.GetString(csv.ToArray());
        Assert.All(kind.Fields, f => Assert.Contains(f.Name, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Template_OfPayments_NamesUnitAndWhatIsRequired()
    {
        using var csv = new MemoryStream();
        await LedgerTemplate.WriteCsvAsync(csv, SampleCity.Ledger.Kinds.Find("payment")!, SampleCity.Policies.Dictionary, CancellationToken.None);

        Assert.StartsWith("\uFEFF对象（必填）,发生日（必填，日期）,依据文件（必填）,缴款金额（必填，元）,凭证号（必填）,", Encoding.UTF8.GetString(csv.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void Workbook_WithDaysAndNumbers_ReadsAsTheSameTextDoes()
    {
        var kind = SampleCity.Ledger.Kinds.Find("payment")!; // Carried.
        var read = Assert.Single(LedgerTable.Read(new MemoryStream(Filled2()), kind, SampleCity.Policies.Dictionary, "甲"));

        Assert.Empty(read.Faults);
        Assert.Equal(("2025-07-31", """{"凭证号":"A1","缴款金额":500000.25}"""), (read.Written!.Happened, LedgerPayload.Of(read.Written.Fields).Text));

        static byte[] Filled2()
        {
            using var stream = new MemoryStream();
            LedgerTemplate.WriteXlsx(stream, SampleCity.Ledger.Kinds.Find("payment")!, SampleCity.Policies.Dictionary);
            using (var book = SpreadsheetDocument.Open(stream, isEditable: true))
            {
                var part = (WorksheetPart)book.WorkbookPart!.GetPartById(book.WorkbookPart.Workbook.Sheets!.Elements<Sheet>().First().Id!.Value!);
                part.Worksheet.GetFirstChild<SheetData>()!.Append(new Row(
                    Text("grant:2102112025B00001"), Text("2025-07-31"), Text("缴款书1"), new Cell(new CellValue("500000.25")) { DataType = CellValues.Number }, Text("A1")));
            }

            return stream.ToArray();
        }

        static Cell Text(string text) => new(new InlineString(new Text(text))) { DataType = CellValues.InlineString };
    }

    [Fact]
    public async Task Import_GoodAndBadRows_TellsTheBadAndRecordsTheGoodOnce()
    {
        await using var site = await LedgerSite.StartAsync();
        var page = await site.GetAsync("/ledger/import?kind=payment");

        var judged = await site.PostFileAsync(page, Filled, "缴款.csv", Encoding.UTF8.GetBytes(Header + Good + Bad));
        Assert.Contains("可登记 1 行，拒收 2 行", judged.Text, StringComparison.Ordinal);
        Assert.Contains("LEDGER_FIELD_MISSING", judged.Text, StringComparison.Ordinal);
        Assert.Contains("LEDGER_SUBJECT", judged.Text, StringComparison.Ordinal);
        Assert.Equal(0, (await site.Store.Ledger.HeadAsync(CancellationToken.None)).Entries);

        var again = judged with { Html = judged.Html[..judged.Html.LastIndexOf("<form", StringComparison.Ordinal)] };
        var recorded = await site.SubmitAsync(again, "record");
        var twice = await site.SubmitAsync(again, "record");

        Assert.Contains("登记 1 条，台账已有 0 条，拒收 2 行", recorded.Text, StringComparison.Ordinal);
        Assert.Contains("登记 0 条，台账已有 1 条，拒收 2 行", twice.Text, StringComparison.Ordinal);
        var entry = await site.Store.Ledger.FindAsync(1, CancellationToken.None);
        Assert.Equal(("payment", "出纳（财政局）", """{"凭证号":"A1","缴款金额":50000000.00}"""), (entry!.Kind, entry.Draft.By, entry.Draft.Payload.Text));
    }

    [Theory]
    [InlineData("对象,发生日,依据文件,缴款金额（万元）,凭证号\n", "FILE_HEADER")]
    [InlineData("对象,发生日,依据文件,缴款金额,凭证号,凭证号\n", "FILE_HEADER")]
    [InlineData("对象,发生日,缴款金额,凭证号\n", "FILE_HEADER")]
    [InlineData("PK\u0003\u0004 not a workbook", "XLSX_BROKEN")]
    [InlineData("", "IMPORT_FILE")]
    public async Task Import_OfAFileThatCannotBeRead_SaysWhy(string content, string code)
    {
        await using var site = await LedgerSite.StartAsync();
        var page = await site.GetAsync("/ledger/import");

        var refused = await site.PostFileAsync(page, Filled, "a.csv", Encoding.UTF8.GetBytes(content));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(code, refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_OfABombOrATooLargeFile_IsRefused()
    {
        await using var site = await LedgerSite.StartAsync();
        var page = await site.GetAsync("/ledger/import");
        using var bomb = new MemoryStream();
        using (var archive = new ZipArchive(bomb, ZipArchiveMode.Create, leaveOpen: true))
        {
            await using var entry = archive.CreateEntry("xl/workbook.xml").Open();
            await entry.WriteAsync(new byte[64 << 20]);
        }

        Assert.Contains("ZIP_BOMB", (await site.PostFileAsync(page, Filled, "a.xlsx", bomb.ToArray())).Text, StringComparison.Ordinal);
        Assert.Contains("FILE_TOO_LARGE", (await site.PostFileAsync(page, Filled, "a.csv", new byte[3 << 20])).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_OfAFilteredList_HoldsItsEntriesAndRunsNoFormula()
    {
        await using var site = await LedgerSite.StartAsync();
        _ = await site.Store.Ledger.AppendAsync(
            [
                new(new(LedgerSubjectKind.Project, "XM-1"), "start", new(2026, 1, 2), "=1+1", new SourceDocument("文件"), LedgerPayload.Empty),
                new(new(LedgerSubjectKind.Project, "XM-2"), "patrol", new(2026, 1, 3), "甲", new SourceDocument("文件"), LedgerPayload.Empty),
            ],
            CancellationToken.None);

        var csv = await site.GetAsync("/ledger/entries.csv?kind=start");
        var xlsx = await site.Http.GetByteArrayAsync(new Uri("/ledger/entries.xlsx", UriKind.Relative));

        Assert.Contains("1,project:XM-1,开工,监管,2026-01-02,", csv.Html, StringComparison.Ordinal);
        Assert.Contains(",'=1+1,", csv.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("XM-2", csv.Html, StringComparison.Ordinal);
        using var book = SpreadsheetDocument.Open(new MemoryStream(xlsx), isEditable: false);
        Assert.Equal(3, book.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>().Count());
        Assert.Equal(HttpStatusCode.BadRequest, (await site.GetAsync("/ledger/entries.csv?subject=x")).Status);
    }

    [Fact]
    public async Task Verify_Asked_TellsTheHeadAndWhatWasFound()
    {
        await using var site = await LedgerSite.StartAsync();
        _ = await site.Store.Ledger.AppendAsync(SampleLife.Entries, CancellationToken.None);
        var before = await site.GetAsync("/ledger/verify");
        Assert.Contains("没有核验过", before.Text, StringComparison.Ordinal);

        var sent = await site.SubmitAsync(before, "");
        var after = await site.GetAsync(sent.Location!);

        Assert.Contains($"{SampleLife.Entries.Count} 条，没有改动", after.Text, StringComparison.Ordinal);
        Assert.Contains((await site.Store.Ledger.HeadAsync(CancellationToken.None)).ToString(), after.Text, StringComparison.Ordinal);
    }
}
