using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Huodi.Formats.Tests.BadFiles;

/// <content>Archives, tables, texts.</content>
internal static partial class Catalogue
{
    private const string Wkt = "\"POLYGON((117.2 31.7,117.21 31.7,117.21 31.71,117.2 31.7))\"";

    private static IEnumerable<BadFile> Archives()
    {
        yield return new("截断.zip", "压缩包断在中间", "ZIP_BROKEN", f => Cut(Zip(f, "截断.zip", ("甲.geojson", Collection(Feature(Good)))), 0.6));
        yield return new("炸弹.zip", "200 MB 的零压成 200 KB", "ZIP_BOMB", f => Zip(f, "炸弹.zip", ("甲.geojson", new string('0', 200_000_000))));
        yield return new("越界.zip", "文件名指向上级目录", "ZIP_PATH", f => Zip(f, "越界.zip", ("../../越界.geojson", "x")));
        yield return new("绝对路径.zip", "文件名是绝对路径", "ZIP_PATH", f => Zip(f, "绝对路径.zip", ("/tmp/x.geojson", "x")));
        yield return new("盘符.zip", "文件名带盘符和反斜杠", "ZIP_PATH", f => Zip(f, "盘符.zip", (@"C:\x.geojson", "x")));
        yield return new("加密.zip", "压缩包加了密码", "ZIP_ENCRYPTED", f => Altered(Zip(f, "加密.zip", ("a.geojson", "secret")), MarkEncrypted));
        yield return new("套娃.zip", "压缩包里还是压缩包", "ZIP_NOTHING", f => Zip(f, "套娃.zip", ("里面.zip", "PK")));
        yield return new("几个图层.zip", "有几个图层，不知读哪个", "SOURCE_LAYERS", f => Zip(f, "几个图层.zip", ("甲.geojson", Collection(Feature(Good))), ("乙.geojson", Collection(Feature(Good)))));
    }

    private static IEnumerable<BadFile> Tables()
    {
        yield return new("图片.csv", "PNG 改名为 csv", "FILE_BINARY", f => Bytes(f, "图片.csv", [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10]));
        yield return new("空字节.csv", "文字里有空字节", "FILE_BINARY", f => Text(f, "空字节.csv", $"宗地代码,WKT\nA\0,{Wkt}\n"));
        yield return new("混合编码.csv", "前半 UTF-8，后半 GBK", "FILE_ENCODING", f => Bytes(f, "混合编码.csv", [.. Encoding.UTF8.GetBytes("宗地代码,名称\nA,甲号宗地\n"), .. Gbk("B,二号地\n")]));
        yield return new("乱码.csv", "既不是 UTF-8，也不是 GBK", "FILE_ENCODING", f => Bytes(f, "乱码.csv", [.. Encoding.UTF8.GetBytes("宗地代码,名称\nA,一号地\n"), 0xFF, 0xFF]));
        yield return new("重复列.csv", "列名出现两次", "FILE_HEADER", f => Text(f, "重复列.csv", $"宗地代码,宗地代码,WKT\nA,A,{Wkt}\n"));
        yield return new("没有表头.csv", "只有数字", "FILE_HEADER", f => Text(f, "没有表头.csv", "1,2,3\n4,5,6\n"));
        yield return new("半个汉字.csv", "断在汉字中间", "FILE_TRUNCATED", f => Bytes(f, "半个汉字.csv", Encoding.UTF8.GetBytes("宗地代码,名称\nA,一号")[..^1]));
        yield return new("只有表头.csv", "没有数据行", "FILE_NO_ROWS", f => Text(f, "只有表头.csv", "宗地代码,WKT\n"));
        yield return new("只有点.csv", "只有经纬度", "SOURCE_NO_AREAS", f => Text(f, "只有点.csv", "宗地代码,经度,纬度\nA,117.2,31.7\n"));
        yield return new("没有图形.csv", "没有图形列", "SOURCE_NO_SHAPES", f => Text(f, "没有图形.csv", "宗地代码,名称\nA,一号地\n"));
        yield return new("坏WKT.csv", "WKT 断在中间", "GEO_WKT", f => Text(f, "坏WKT.csv", $"宗地代码,行政区划代码,WKT\nA,340111,{Wkt}\nB,340111,\"POLYGON((117.2 31.7,\"\n")) { Kept = 1 };
        yield return new("坏坐标串.csv", "坐标串不成对", "GEO_COORDINATE_LIST", f => Text(f, "坏坐标串.csv", "宗地代码,行政区划代码,坐标串\nA,340111,\"117.2,31.7;117.21,31.7;117.21,31.71\"\nB,340111,\"117.2,31.7;117.21\"\n")) { Kept = 1 };
        yield return new("引号没配对.csv", "引号没有配对", "ROW_QUOTE", f => Text(f, "引号没配对.csv", $"宗地代码,行政区划代码,WKT\nA,340111,{Wkt}\n\"B,340111,x\n")) { Kept = 1 };
        yield return new("多一格.csv", "一行多出一格", "ROW_CELL_COUNT", f => Text(f, "多一格.csv", $"宗地代码,行政区划代码,WKT\nA,340111,{Wkt}\nB,340111,{Wkt},多\n")) { Kept = 1 };
        yield return new("截断.xlsx", "工作簿断在中间", "XLSX_BROKEN", f => Cut(Book(f, "截断.xlsx", ("甲", GoodRows)), 0.6));
        yield return new("加密.xlsx", "加密的工作簿", "XLSX_ENCRYPTED", f => Bytes(f, "加密.xlsx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]]));
        yield return new("两张表.xlsx", "有两张工作表，不知读哪张", "SOURCE_LAYERS", f => Book(f, "两张表.xlsx", ("甲", GoodRows), ("乙", GoodRows)));
        yield return new("空表.xlsx", "工作表是空的", "SOURCE_NO_LAYER", f => Book(f, "空表.xlsx", ("甲", [])));
        yield return new("没算的公式.xlsx", "公式没有算出的值", "XLSX_FORMULA_NO_VALUE", f => Book(f, "没算的公式.xlsx", ("甲", [[.. GoodRows[0], "宗地面积"], [.. GoodRows[1], "=1+1"]]))) { Kept = 1 };
        yield return new("文本改名.xlsx", "文本改名为 xlsx", "XLSX_BROKEN", f => Text(f, "文本改名.xlsx", "宗地代码,名称\n"));
    }

    private static IEnumerable<BadFile> Texts()
    {
        yield return new("随便.txt", "不是坐标文件", "TXT_NO_SECTIONS", f => Text(f, "随便.txt", "你好\n"));
        yield return new("断了.txt", "界址点比写明的少", "TXT_POINT_COUNT", f => Text(f, "断了.txt", Plot("6,0.9,1,甲,面,,,,@")));
        yield return new("坏数.txt", "坐标不是数", "TXT_POINT", f => Text(f, "坏数.txt", Plot("5,0.9,1,甲,面,,,,@").Replace("3508600", "NaN", StringComparison.Ordinal)));
        yield return new("没有地块行.txt", "界址点前没有地块行", "TXT_NO_HEAD", f => Text(f, "没有地块行.txt", Plot("J0,1,3508500,39518950")));
        yield return new("带号矛盾.txt", "带号写 38，坐标是 39 带", "GEO_PLACE_ZONE", f => Text(f, "带号矛盾.txt", Plot("5,0.9,1,甲,面,,,,@").Replace("带号=39", "带号=38", StringComparison.Ordinal)));
        yield return new("缺带号.txt", "东坐标没有带号", "GEO_PLACE_NO_PREFIX", f => Text(f, "缺带号.txt", Plot("5,0.9,1,甲,面,,,,@").Replace(",395", ",5", StringComparison.Ordinal)));
        yield return new("线.txt", "图形属性是线", "GEO_GEOMETRY_TYPE", f => Text(f, "线.txt", Plot("5,0.9,1,甲,面,,,,@") + Plot("5,0.9,2,乙,线,,,,@").Split("[地块坐标]\n")[1])) { Kept = 1 };
    }

    private static readonly string[][] GoodRows = [["宗地代码", "行政区划代码", "WKT"], ["A", "340111", Wkt.Trim('"')]];

    private static string Plot(string head) =>
        $"[属性描述]\n坐标系=2000国家大地坐标系\n几度分带=3\n投影类型=高斯克吕格\n计量单位=米\n带号=39\n精度=0.001\n转换参数=,,,,,,\n[地块坐标]\n{head}\nJ1,1,3508500,39518950\nJ2,1,3508600,39518950\nJ3,1,3508600,39519050\nJ4,1,3508500,39519050\nJ1,1,3508500,39518950\n";

    private static string Zip(string folder, string name, params (string Name, string Text)[] entries)
    {
        var path = Path.Combine(folder, name);
        using var archive = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        foreach (var (entry, text) in entries)
        {
            using var writer = new StreamWriter(archive.CreateEntry(entry).Open());
            writer.Write(text);
        }

        return path;
    }

    /// <summary>Sets the flag for encryption in the local and the central header.</summary>
    private static void MarkEncrypted(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var central = bytes.AsSpan().IndexOf("PK\u0001\u0002"u8);
        bytes[6] |= 1;
        bytes[central + 8] |= 1;
        File.WriteAllBytes(path, bytes);
    }

    private static string Book(string folder, string name, params (string Name, string[][] Rows)[] sheets)
    {
        var path = Path.Combine(folder, name);
        using var book = SpreadsheetDocument.Create(path, SpreadsheetDocumentType.Workbook);
        var workbook = book.AddWorkbookPart();
        workbook.Workbook = new Workbook(new DocumentFormat.OpenXml.Spreadsheet.Sheets());
        foreach (var (sheet, rows) in sheets)
        {
            var part = workbook.AddNewPart<WorksheetPart>();
            part.Worksheet = new Worksheet(new SheetData(rows.Select(r => new Row(r.Select(Cell)))));
            workbook.Workbook.Sheets!.Append(new Sheet { Id = workbook.GetIdOfPart(part), Name = sheet, SheetId = (uint)workbook.Workbook.Sheets.Count() + 1 }); // made above
        }

        return path;
    }

    private static Cell Cell(string text) => text.StartsWith('=')
        ? new Cell { CellFormula = new CellFormula(text[1..]) }
        : new Cell { DataType = CellValues.InlineString, InlineString = new InlineString(new Text(text)) };
}
