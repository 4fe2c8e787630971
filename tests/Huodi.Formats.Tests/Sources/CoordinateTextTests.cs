using System.Text;
using Huodi.App.Imports;
using Huodi.Domain.Geodesy;
using Huodi.Formats.Sources;
using Huodi.Formats.Sources.CoordinateText;
using NetTopologySuite.Geometries;

namespace Huodi.Formats.Tests.Sources;

/// <summary>勘测定界界址点坐标交换格式: rings, holes, zone, encodings, and the way back.</summary>
public sealed class CoordinateTextTests : IDisposable
{
    private const string Head = "[属性描述]\r\n格式版本号=1.01\r\n数据产生单位=某市测绘院\r\n数据产生日期=2026-03-01\r\n坐标系=2000国家大地坐标系\r\n几度分带=3\r\n投影类型=高斯克吕格\r\n计量单位=米\r\n带号=39\r\n精度=0.001\r\n转换参数=,,,,,,\r\n[地块坐标]\r\n";

    private const string Square = "5,1,1,一号地,面,H50G001001,工业用地,0601,@\r\nJ1,1,3508500.000,39518950.000\r\nJ2,1,3508600.000,39518950.000\r\nJ3,1,3508600.000,39519050.000\r\nJ4,1,3508500.000,39519050.000\r\nJ1,1,3508500.000,39518950.000\r\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("huodi-txt-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Read_Plot_HasItsFieldsAndNorthIsX()
    {
        var (features, source) = Read(Head + Square);

        var plot = Assert.Single(features);
        Assert.Equal(["1", "1", "一号地", "面", "H50G001001", "工业用地", "0601"], plot.Cells.Select(c => c.Text));
        Assert.Equal(13, plot.Row);
        Assert.Equal(new Envelope(39_518_950, 39_519_050, 3_508_500, 3_508_600), plot.Shape?.EnvelopeInternal);
        Assert.Equal(4527, source.Reference.Understood().System?.Epsg);
    }

    [Theory]
    [InlineData("2", 9600, 1)] // the second ring lies inside the first: a hole of 20 m × 20 m
    [InlineData("1", 9600, 1)] // some programs leave the number at 1 and only come back to the start
    public void Read_RingInside_IsAHole(string number, double area, int holes)
    {
        var plot = Assert.Single(Read(Head + Square.Replace("5,1,1", "10,1,1", StringComparison.Ordinal) + Ring(number, 3_508_540, 39_518_990)).Features);

        var polygon = Assert.IsType<Polygon>(plot.Shape);
        Assert.Equal((holes, area), (polygon.NumInteriorRings, polygon.Area));
    }

    [Fact]
    public void Read_RingOutside_IsAnotherPart()
    {
        var plot = Assert.Single(Read(Head + Square.Replace("5,1,1", "10,1,1", StringComparison.Ordinal) + Ring("2", 3_508_800, 39_518_990)).Features);

        Assert.Equal((2, 10_400.0), (plot.Shape?.NumGeometries, plot.Shape?.Area));
    }

    [Fact]
    public void Read_IslandInAHole_IsAPartOfItsOwn()
    {
        var island = Ring("3", 3_508_545, 39_518_995, 5);
        var plot = Assert.Single(Read(Head + Square.Replace("5,1,1", "15,1,1", StringComparison.Ordinal) + Ring("2", 3_508_540, 39_518_990) + island).Features);

        Assert.Equal((2, 9_625.0), (plot.Shape?.NumGeometries, plot.Shape?.Area));
    }

    [Theory]
    [InlineData(4)] // points without the one that closes
    [InlineData(5)] // every line
    public void Read_EitherWayOfCountingPoints_IsTaken(int count) =>
        Assert.Empty(Assert.Single(Read(Head + Square.Replace("5,1,1", $"{count},1,1", StringComparison.Ordinal)).Features).Faults);

    [Fact]
    public void Read_OpenRing_IsClosedAsTheFormatMeansIt()
    {
        var open = Square[..Square.LastIndexOf("J1,", StringComparison.Ordinal)].Replace("5,1,1", "4,1,1", StringComparison.Ordinal);

        Assert.Equal(10_000, Assert.Single(Read(Head + open).Features).Shape?.Area);
    }

    [Theory]
    [InlineData("GB18030")]
    [InlineData("utf-16")]
    public void Read_OtherEncodings_AreFound(string encoding)
    {
        var code = encoding == "utf-16" ? Encoding.Unicode : CodePagesEncodingProvider.Instance.GetEncoding(encoding)!; // the BCL carries it
        var path = Path.Combine(_folder, "a.txt");
        File.WriteAllBytes(path, [.. code.GetPreamble(), .. code.GetBytes(Head + Square)]);

        using var source = FeatureSources.Open(path, SourceOptions.Default, TestContext.Current.CancellationToken);
        Assert.Equal("一号地", source.Read(TestContext.Current.CancellationToken).Single().Cells[2].Text);
    }

    [Fact]
    public void Read_FullWidthSigns_AreTakenForWhatTheyMean() =>
        Assert.NotNull(Assert.Single(Read((Head + Square).Replace('[', '【').Replace(']', '】').Replace(',', '，')).Features).Shape);

    [Fact]
    public async Task Write_WhatWasRead_IsTheSameFileAgain()
    {
        var text = Head + Square.Replace("5,1,1", "10,1,1", StringComparison.Ordinal) + Ring("2", 3_508_540, 39_518_990)
            + Square.Replace("5,1,1,一号地", "5,0.9876,2,二号地", StringComparison.Ordinal).Replace("39518", "39528", StringComparison.Ordinal).Replace("39519", "39529", StringComparison.Ordinal);
        var plots = Read(text).Features.Select(f => new CoordinatePlot(
            decimal.Parse(f.Cells[0].Text, System.Globalization.CultureInfo.InvariantCulture), f.Cells[1].Text, f.Cells[2].Text, f.Cells[4].Text, f.Cells[5].Text, f.Cells[6].Text, f.Shape!)); // read just now

        using var writer = new StringWriter();
        var header = new CoordinateTextHeader("某市测绘院", new(2026, 3, 1), CoordinateSystems.Find(4527)!, 3); // in the list
        await CoordinateTextWriter.WriteAsync(writer, header, plots.ToAsyncEnumerable(), TestContext.Current.CancellationToken);

        Assert.Equal(text, writer.ToString());
    }

    [Fact]
    public async Task Write_NameWithACommaAndAnAtSign_DoesNotBecomeStructure()
    {
        using var writer = new StringWriter();
        var header = new CoordinateTextHeader("院", new(2026, 3, 1), CoordinateSystems.Find(4527)!, 3); // in the list
        var plot = new CoordinatePlot(null, "1", "甲,乙@\n丙", "", "", "", Assert.Single(Read(Head + Square).Features).Shape!); // sound
        await CoordinateTextWriter.WriteAsync(writer, header, new[] { plot }.ToAsyncEnumerable(), TestContext.Current.CancellationToken);

        var back = Assert.Single(Read(writer.ToString()).Features);
        Assert.Equal(("", "甲，乙＠ 丙"), (back.Cells[0].Text, back.Cells[2].Text));
    }

    private static string Ring(string number, double north, double east, double size = 20)
    {
        var text = new StringBuilder();
        foreach (var (point, n, e) in new[] { (5, 0, 0), (6, 0, 1), (7, 1, 1), (8, 1, 0), (5, 0, 0) })
            _ = text.Append(System.Globalization.CultureInfo.InvariantCulture, $"J{point},{number},{north + (n * size):F3},{east + (e * size):F3}\r\n");
        return text.ToString();
    }

    private (List<SourceFeature> Features, IFeatureSource Source) Read(string text)
    {
        var path = Path.Combine(_folder, "b.txt");
        File.WriteAllText(path, text);
        using var source = FeatureSources.Open(path, SourceOptions.Default, TestContext.Current.CancellationToken);
        var features = source.Read(TestContext.Current.CancellationToken).ToList();
        Assert.DoesNotContain(source.Warnings, w => w.Severity == ImportSeverity.Error);
        return (features, source);
    }
}
