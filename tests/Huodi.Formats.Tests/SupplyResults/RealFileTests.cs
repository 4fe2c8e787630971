using Huodi.App.Imports;
using Huodi.Domain.Grants;
using Huodi.Formats.SupplyResults;

namespace Huodi.Formats.Tests.SupplyResults;

/// <summary>The 225 real rows of January and February 2007.</summary>
public sealed class RealFileTests
{
    private static ImportBatch Batch { get; } = Read();

    [Fact]
    public void Read_RealFile_KeepsOrRefusesEveryRow()
    {
        Assert.Equal(225, Batch.Grants.Count + Batch.Refused.Count);
        Assert.Equal(205, Batch.Grants.Count);
        Assert.Equal(20, Batch.Refused.Count);
        Assert.Equal(64, Batch.FileHash.Length);
        Assert.Equal(23, Batch.Header.Count);
    }

    [Fact]
    public void Read_RealFile_RefusesForTheseReasons()
    {
        var reasons = Batch.Refused.SelectMany(r => r.Diagnostics).Where(d => d.Severity == ImportSeverity.Error)
            .CountBy(d => d.Code).OrderBy(c => c.Key, StringComparer.Ordinal).ToList();

        Assert.Equal(
            [new("SUPPLY_NUMBER_BLANK", 18), new("SUPPLY_PRICE_IMPOSSIBLE", 2), new("SUPPLY_PRICE_ZERO", 5)],
            reasons);
    }

    [Fact]
    public void Read_RealFile_WarnsOfThese()
    {
        var warnings = Batch.Warnings.CountBy(d => d.Code).OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key} {c.Value}");

        Assert.Equal(
            """
            DISTRICT_UNKNOWN 205
            SUPPLY_CELL_BLANK 1
            SUPPLY_DATE_PLACEHOLDER 78
            SUPPLY_FIGURE_NOT_FILLED 92
            SUPPLY_PRICE_UNCLEAR 26
            SUPPLY_SCHEDULE_SAME_DAY 20
            SUPPLY_START_BEFORE_CONTRACT 5
            SUPPLY_USE_UNMAPPED 2
            """,
            string.Join('\n', warnings));
    }

    [Fact]
    public void Read_Line14_ZeroPriceOfAGrantIsRefused()
    {
        var refused = Assert.Single(Batch.Refused, r => r.Row == 14);

        Assert.Equal("1502002007B00799", refused.Cells[1]);
        Assert.Contains(refused.Diagnostics, d => d is { Code: "SUPPLY_PRICE_ZERO", Column: "成交价格(万元)", Row: 14 });
    }

    [Fact]
    public void Read_NoRowIsRagged_CommasStandInsideQuotes()
    {
        var quoted = Assert.Single(Batch.Refused, r => r.Row == 19);

        Assert.Equal("东环高速公路长风东出口以东,东至规划的30米马庄路,南至长风东街延长线", quoted.Cells[3]);
        Assert.DoesNotContain(Batch.Refused, r => r.Diagnostics.Any(d => d.Code == "ROW_CELL_COUNT"));
    }

    /// <summary>Line 39 by hand: 7.848852 公顷 × 10,000 = 78,488.52 ㎡; 216.4680 万元 × 10,000 = 2,164,680 元; 27.58 元/㎡ is plausible.</summary>
    [Fact]
    public void Read_Line39_ByHand()
    {
        var grant = Batch.Grants.Single(g => g.Number == "4101842007B01080");

        Assert.Equal("410184", grant.Division.Digits);
        Assert.Equal("新郑市", grant.DivisionName);
        Assert.Null(grant.ParcelId);
        Assert.Equal(
            """
            电子监管号="4101842007B01080"
            项目名称="农药生产及配送项目"
            项目位置="豫港大道东侧"
            宗地面积=78488.52
            土地来源="新增建设用地"
            土地用途="工业用地"
            用途大类="工业"
            供地方式="协议出让"
            权利类型="出让"
            土地使用年限=50
            行业分类="医药制造业"
            土地级别="三级"
            权利人="郑州联合利农作物保护有限公司"
            约定交地日期="2007-01-07"
            约定开工日期="2007-01-14"
            约定竣工日期="2007-12-31"
            批准单位="新郑市"
            合同签订日期="2007-01-04"
            出让价款总额=2164680
            """,
            Facts(grant));
        Assert.All(grant.Facts.All, f => Assert.Equal(("supply-results-2007.csv", 39), (f.Source.File, f.Source.Row)));
    }

    /// <summary>Line 32 by hand: an allocation of 117 ㎡ with price 0, FAR bound 1.47 and no lower one.</summary>
    [Fact]
    public void Read_Line32_ByHand()
    {
        var grant = Batch.Grants.Single(g => g.Number == "3202002007A02220");

        Assert.Equal(
            """
            电子监管号="3202002007A02220"
            项目名称="城市防洪调度综合大楼用地"
            项目位置="南长区迎龙街道"
            宗地面积=117
            土地来源="新增建设用地(来自存量库)"
            土地用途="水工建筑用地"
            用途大类="其他"
            供地方式="划拨"
            权利类型="划拨"
            行业分类="水利管理业"
            土地级别="未评估地区"
            约定交地日期="2007-01-31"
            约定开工日期="2007-01-31"
            约定竣工日期="2007-11-28"
            批准单位="无锡市人民政府"
            合同签订日期="2007-01-31"
            容积率上限=1.47
            """,
            Facts(grant));
        Assert.Equal(
            ["SUPPLY_PRICE_UNCLEAR", "DISTRICT_UNKNOWN"],
            Batch.Warnings.Where(w => w.Row == 32).Select(w => w.Code));
    }

    [Fact]
    public void Read_PlaceholderDates_LeaveTheFactUnknown()
    {
        var grant = Batch.Grants.Single(g => g.Number == "4412002007B00825");

        Assert.Null(grant.Facts.Find("约定交地日期"));
        Assert.Null(grant.Facts.Find("约定开工日期"));
        Assert.Equal("1/2007年01月31日/34.7160/Nah", grant.Facts.Find("支付约定")?.Value.GetValue<string>());
        Assert.Equal(3, Batch.Warnings.Count(w => w is { Row: 4, Code: "SUPPLY_DATE_PLACEHOLDER" }));
    }

    [Fact]
    public void Read_EveryDiagnostic_NamesPlaceAndRemedy()
    {
        foreach (var diagnostic in Batch.Warnings.Concat(Batch.Refused.SelectMany(r => r.Diagnostics)))
        {
            _ = Sample.Complete(diagnostic);
            Assert.InRange(diagnostic.Row, 2, 226);
            Assert.NotEmpty(diagnostic.Column);
        }
    }

    private static ImportBatch Read()
    {
        using var file = Sample.Open("supply-results-2007.csv");
        return Sample.Batch(SupplyResultsReader.Read(file, Sample.Request("supply-results-2007.csv")));
    }

    private static string Facts(Grant grant) =>
        string.Join('\n', grant.Facts.All.Select(f => $"{f.Name}={f.Value.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })}"));
}
