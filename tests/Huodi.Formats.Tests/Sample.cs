using System.Text;
using Huodi.App.Imports;
using Huodi.Domain.Districts;
using Huodi.Formats.SupplyResults;

namespace Huodi.Formats.Tests;

/// <summary>The files the project carries, and small ones made by a test.</summary>
internal static class Sample
{
    public const string Header =
        "所在地,电子监管号,项目名称,项目位置,面积(公顷),土地来源,土地用途,供地方式,土地使用年限,行业分类,土地级别,成交价格(万元),土地使用权人,"
        + "约定交地时间,约定开工时间,约定竣工时间,实际开工时间,实际竣工时间,批准单位,合同签订日期,容积率上限,容积率下限,支付约定";

    /// <summary>A row with nothing wrong but its place, which no district layer here has.</summary>
    public const string GoodRow =
        "新郑市,4101842007B01080,农药生产及配送项目,豫港大道东侧,7.848852,新增建设用地,工业用地,协议出让,50,医药制造业,三级,216.4680,某公司,"
        + "2007年01月07日,2007年01月14日,2007年12月31日,,,新郑市,2007年01月04日,1.20,0.80,";

    public static ImportRequest Request(string file = "测试.csv", params IReadOnlyList<District> districts) =>
        new(file, new DateTimeOffset(2026, 11, 21, 2, 0, 0, TimeSpan.Zero), new DateOnly(2026, 11, 21), districts);

    public static Stream Open(params string[] path) => File.OpenRead(Path.Combine([AppContext.BaseDirectory, "samples", .. path]));

    public static ImportOutcome Supply(string text) => SupplyBytes(Encoding.UTF8.GetBytes(text));

    public static ImportOutcome SupplyBytes(byte[] bytes, ImportLimits? limits = null) =>
        SupplyResultsReader.Read(new MemoryStream(bytes), Request() with { Limits = limits ?? ImportLimits.Default });

    public static ImportBatch SupplyRows(params string[] rows) => Batch(Supply(Header + "\n" + string.Join('\n', rows) + "\n"));

    /// <summary>The good row with some columns changed.</summary>
    public static string Row(params (string Column, string Text)[] changes)
    {
        var columns = Header.Split(',');
        var cells = GoodRow.Split(',');
        foreach (var (column, text) in changes) cells[Array.IndexOf(columns, column)] = text;
        return string.Join(',', cells);
    }

    public static ImportBatch Batch(ImportOutcome outcome)
    {
        Assert.Empty(outcome.FileErrors);
        Assert.True(outcome.IsReadable);
        return outcome.Batch;
    }

    public static ImportDiagnostic FileError(ImportOutcome outcome)
    {
        Assert.Null(outcome.Batch);
        return Complete(Assert.Single(outcome.FileErrors));
    }

    /// <summary>The one row refused, for one reason besides warnings.</summary>
    public static ImportDiagnostic Refusal(ImportBatch batch) =>
        Complete(Assert.Single(Assert.Single(batch.Refused).Diagnostics, d => d.Severity == ImportSeverity.Error));

    /// <summary>A diagnostic says what and where, and what to do.</summary>
    public static ImportDiagnostic Complete(ImportDiagnostic diagnostic)
    {
        Assert.NotEmpty(diagnostic.Message);
        Assert.NotEmpty(diagnostic.Suggestion);
        return diagnostic;
    }
}
