using System.Text;
using Huodi.Formats.Files;

namespace Huodi.Formats.Tests.SupplyResults;

/// <summary>Files of which nothing can be read: each says why and what to do, and none throws.</summary>
public sealed class BadFileTests
{
    private const string Good = Sample.Header + "\n" + Sample.GoodRow + "\n";

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("\n\r\n  \n")]
    public void Read_EmptyFile_IsRefused(string text) => Assert.Equal("FILE_EMPTY", Sample.FileError(Sample.Supply(text)).Code);

    [Fact]
    public void Read_HeaderOnly_IsRefused() => Assert.Equal("FILE_NO_ROWS", Sample.FileError(Sample.Supply(Sample.Header + "\n")).Code);

    [Theory]
    [InlineData("504B0304140006000800", ".xlsx")]
    [InlineData("D0CF11E0A1B11AE1", ".xls")]
    [InlineData("53514C69746520666F726D61742033", "GeoPackage")]
    [InlineData("E5A4A7002C", "NUL")]
    public void Read_BinaryFile_IsRefusedByName(string hex, string named)
    {
        var error = Sample.FileError(Sample.SupplyBytes(Convert.FromHexString(hex)));

        Assert.Equal("FILE_BINARY", error.Code);
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Utf16_IsRefusedWithRemedy()
    {
        var bytes = Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Good)).ToArray();

        Assert.Equal("FILE_ENCODING", Sample.FileError(Sample.SupplyBytes(bytes)).Code);
    }

    [Fact]
    public void Read_Gbk_IsReadWithAWarning()
    {
        var batch = Sample.Batch(Sample.SupplyBytes(FileProbe.Chinese.GetBytes(Good)));

        Assert.Equal("农药生产及配送项目", Assert.Single(batch.Grants).Name);
        Assert.Contains(batch.Warnings, w => w is { Row: 0, Code: "FILE_ENCODING_GBK" });
    }

    [Fact]
    public void Read_CutInsideACharacter_IsRefused()
    {
        var bytes = Encoding.UTF8.GetBytes(Good + "新郑市")[..^1];

        Assert.Equal("FILE_TRUNCATED", Sample.FileError(Sample.SupplyBytes(bytes)).Code);
    }

    [Fact]
    public void Read_DamagedBytes_NameTheLine()
    {
        var bytes = Encoding.UTF8.GetBytes(Good);
        bytes[^5] = 0xFF;

        var error = Sample.FileError(Sample.SupplyBytes(bytes));

        Assert.Equal(("FILE_ENCODING", 2), (error.Code, error.Row));
    }

    [Fact]
    public void Read_BadUtf8ThatPassesForGbk_IsRefusedNotGarbled()
    {
        var bytes = Encoding.UTF8.GetBytes(Good);
        bytes[^3] = 0xA1;
        bytes[^2] = 0xA1;

        Assert.Equal("FILE_ENCODING", Sample.FileError(Sample.SupplyBytes(bytes)).Code);
    }

    [Fact]
    public void Read_MissingColumns_NamesThem()
    {
        var error = Sample.FileError(Sample.Supply(Good.Replace(",电子监管号", "", StringComparison.Ordinal).Replace("供地方式", "方式", StringComparison.Ordinal)));

        Assert.Equal("FILE_HEADER", error.Code);
        Assert.Contains("电子监管号、供地方式", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ColumnTwice_IsRefused() =>
        Assert.Contains("两次", Sample.FileError(Sample.Supply(Good.Replace("土地来源", "所在地", StringComparison.Ordinal))).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_TabsInsteadOfCommas_SaysSo() =>
        Assert.Contains("制表符", Sample.FileError(Sample.Supply(Good.Replace(',', '\t'))).Suggestion, StringComparison.Ordinal);

    [Fact]
    public void Read_SomeOtherTable_IsRefused() => Assert.Equal("FILE_HEADER", Sample.FileError(Sample.Supply("a,b,c\n1,2,3\n")).Code);

    [Fact]
    public void Read_OverTheSize_IsRefused()
    {
        var limits = ImportLimits.Default with { Bytes = 200 };

        Assert.Equal("FILE_TOO_LARGE", Sample.FileError(Sample.SupplyBytes(Encoding.UTF8.GetBytes(Good), limits)).Code);
    }

    [Fact]
    public void Read_OverTheRows_IsRefused()
    {
        var limits = ImportLimits.Default with { Rows = 1 };

        var error = Sample.FileError(Sample.SupplyBytes(Encoding.UTF8.GetBytes(Good + Sample.GoodRow), limits));

        Assert.Equal(("FILE_TOO_MANY_ROWS", 3), (error.Code, error.Row));
    }

    [Fact]
    public void Read_ByteOrderMarkAndWindowsLines_AreRead() =>
        Assert.Equal(2, Sample.Batch(Sample.Supply("\uFEFF" + Good.Replace("\n", "\r\n", StringComparison.Ordinal))).Grants[0].Facts.All[0].Source.Row);

    [Fact]
    public void Read_OtherColumnOrderAndExtraColumn_AreRead()
    {
        var header = Sample.Header.Split(',').Reverse().Append("备注");
        var row = Sample.GoodRow.Split(',').Reverse().Append("无");

        var batch = Sample.Batch(Sample.Supply(string.Join(',', header) + "\n" + string.Join(',', row)));

        Assert.Equal("4101842007B01080", Assert.Single(batch.Grants).Number);
        Assert.Contains(batch.Warnings, w => w is { Code: "FILE_COLUMN_UNREAD", Column: "备注", Row: 1 });
    }

    [Fact]
    public void Read_FullWidthBracketsInTheHeader_AreRead() =>
        Assert.Single(Sample.Batch(Sample.Supply(Good.Replace("面积(公顷)", "面积（公顷）", StringComparison.Ordinal))).Grants);
}
