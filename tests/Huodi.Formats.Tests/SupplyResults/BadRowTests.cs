using Huodi.App.Imports;

namespace Huodi.Formats.Tests.SupplyResults;

/// <summary>One bad row in a file: it is refused or warned of by row and column, and the rows around it are kept.</summary>
public sealed class BadRowTests
{
    [Fact]
    public void Read_GoodRow_HasNothingButItsPlace()
    {
        var batch = Sample.SupplyRows(Sample.GoodRow);

        Assert.Empty(batch.Refused);
        Assert.Equal("DISTRICT_UNKNOWN", Assert.Single(batch.Warnings).Code);
    }

    [Theory]
    [InlineData("电子监管号", "", "SUPPLY_NUMBER_BLANK")]
    [InlineData("电子监管号", "41018420071080", "SUPPLY_NUMBER_MALFORMED")]
    [InlineData("电子监管号", "4101842007D01080", "SUPPLY_NUMBER_MALFORMED")]
    [InlineData("面积(公顷)", "七公顷", "SUPPLY_FIGURE_MALFORMED")]
    [InlineData("面积(公顷)", "1e3", "SUPPLY_FIGURE_MALFORMED")]
    [InlineData("面积(公顷)", "NaN", "SUPPLY_FIGURE_MALFORMED")]
    [InlineData("面积(公顷)", "７.8", "SUPPLY_FIGURE_MALFORMED")]
    [InlineData("面积(公顷)", "9999999999999999999999999999999999", "SUPPLY_FIGURE_MALFORMED")]
    [InlineData("面积(公顷)", "7.8488521", "SUPPLY_FIGURE_PRECISION")]
    [InlineData("面积(公顷)", "0.00", "SUPPLY_AREA_IMPOSSIBLE")]
    [InlineData("面积(公顷)", "-1", "SUPPLY_FIGURE_NEGATIVE")]
    [InlineData("成交价格(万元)", "-0.01", "SUPPLY_FIGURE_NEGATIVE")]
    [InlineData("成交价格(万元)", "0.0000", "SUPPLY_PRICE_ZERO")]
    [InlineData("成交价格(万元)", "2164680.0000", "SUPPLY_PRICE_IMPOSSIBLE")]
    [InlineData("成交价格(万元)", "0.0001", "SUPPLY_PRICE_IMPOSSIBLE")]
    [InlineData("成交价格(万元)", "1.0000001", "SUPPLY_FIGURE_PRECISION")]
    [InlineData("土地使用年限", "500", "SUPPLY_FIGURE_RANGE")]
    [InlineData("容积率上限", "120", "SUPPLY_FIGURE_RANGE")]
    [InlineData("容积率上限", "0.50", "SUPPLY_BOUNDS_REVERSED")]
    [InlineData("约定开工时间", "2007年02月30日", "SUPPLY_DATE_MALFORMED")]
    [InlineData("约定开工时间", "很快", "SUPPLY_DATE_MALFORMED")]
    [InlineData("约定开工时间", "0207年02月20日", "SUPPLY_DATE_RANGE")]
    [InlineData("约定竣工时间", "2006年12月31日", "SUPPLY_SCHEDULE_REVERSED")]
    [InlineData("合同签订日期", "2026年11月22日", "SUPPLY_DATE_FUTURE")]
    [InlineData("实际开工时间", "2027-01-01", "SUPPLY_DATE_FUTURE")]
    public void Read_BadCell_RefusesItsRowOnly(string column, string text, string code)
    {
        var other = Sample.Row(("电子监管号", "4101842007B00001"));

        var batch = Sample.SupplyRows(other, Sample.Row((column, text)), other.Replace("B00001", "B00002", StringComparison.Ordinal));

        var refusal = Sample.Refusal(batch);
        Assert.Equal((code, 3), (refusal.Code, refusal.Row));
        Assert.Equal(2, batch.Grants.Count);
        Assert.Equal(text, batch.Refused[0].Cells[Array.IndexOf(Sample.Header.Split(','), column)]);
    }

    [Theory]
    [InlineData("约定开工时间", "1901年01月02日", "SUPPLY_DATE_PLACEHOLDER", "约定开工日期")]
    [InlineData("约定开工时间", "1900/1/1 0:00:00", "SUPPLY_DATE_PLACEHOLDER", "约定开工日期")]
    [InlineData("容积率下限", "0.00", "SUPPLY_FIGURE_NOT_FILLED", "容积率下限")]
    [InlineData("土地使用年限", "0", "SUPPLY_FIGURE_NOT_FILLED", "土地使用年限")]
    [InlineData("土地使用年限", "商业40年、住宅70年", "SUPPLY_FIGURE_TEXT", "土地使用年限")]
    [InlineData("土地用途", "工矿仓储用地", "SUPPLY_USE_UNMAPPED", "用途大类")]
    [InlineData("土地用途", "=1+1", "SUPPLY_USE_UNMAPPED", "用途大类")]
    [InlineData("供地方式", "授权经营", "SUPPLY_MODE_UNMAPPED", "权利类型")]
    [InlineData("供地方式", "租赁", "SUPPLY_PRICE_UNCLEAR", "出让价款总额")]
    [InlineData("成交价格(万元)", "", "SUPPLY_CELL_BLANK", "出让价款总额")]
    [InlineData("面积(公顷)", "", "SUPPLY_CELL_BLANK", "宗地面积")]
    [InlineData("合同签订日期", "", "SUPPLY_CELL_BLANK", "合同签订日期")]
    public void Read_UnknowableCell_IsKeptUnknown(string column, string text, string code, string fact)
    {
        var batch = Sample.SupplyRows(Sample.Row((column, text)));

        var grant = Assert.Single(batch.Grants);
        Assert.Null(grant.Facts.Find(fact));
        _ = Sample.Complete(Assert.Single(batch.Warnings, w => w.Code == code && w.Row == 2));
    }

    [Theory]
    [InlineData("约定开工时间", "2007年01月01日", "SUPPLY_START_BEFORE_CONTRACT")]
    [InlineData("约定交地时间", "2007年02月01日", "SUPPLY_START_BEFORE_HANDOVER")]
    [InlineData("约定竣工时间", "2007年01月14日", "SUPPLY_SCHEDULE_SAME_DAY")]
    [InlineData("成交价格(万元)", "23.0000", "SUPPLY_PRICE_DOUBTFUL")]
    [InlineData("项目名称", "名\u0007称", "TEXT_CONTROL")]
    public void Read_DoubtfulCell_IsKeptWithAWarning(string column, string text, string code) =>
        Assert.Single(Sample.SupplyRows(Sample.Row((column, text))).Warnings, w => w.Code == code);

    [Fact]
    public void Read_YearsWithTheirUnit_AreTheNumber() =>
        Assert.Equal(50m, Sample.SupplyRows(Sample.Row(("土地使用年限", "50年"))).Grants[0].Facts.Find("土地使用年限")?.Value.GetValue<decimal>());

    [Fact]
    public void Read_AllocationPrice_IsNotAGrantPremium()
    {
        var facts = Sample.SupplyRows(Sample.Row(("供地方式", "划拨"))).Grants[0].Facts;

        Assert.Null(facts.Find("出让价款总额"));
        Assert.Equal(2164680m, facts.Find("划拨价款总额")?.Value.GetValue<decimal>());
    }

    [Fact]
    public void Read_SupplyDate_IsNotTakenFromTheContract() => Assert.Null(Sample.SupplyRows(Sample.GoodRow).Grants[0].Facts.Find("供地日期"));

    [Fact]
    public void Read_TooFewCells_IsRefused()
    {
        var batch = Sample.SupplyRows(Sample.GoodRow[..^2], Sample.GoodRow);

        Assert.Equal(("ROW_CELL_COUNT", 2), (Sample.Refusal(batch).Code, Sample.Refusal(batch).Row));
        Assert.Contains("22 格", Sample.Refusal(batch).Message, StringComparison.Ordinal);
        _ = Assert.Single(batch.Grants);
    }

    [Fact]
    public void Read_TooManyCells_IsRefused() => Assert.Equal("ROW_CELL_COUNT", Sample.Refusal(Sample.SupplyRows(Sample.GoodRow + ",,")).Code);

    [Fact]
    public void Read_UnclosedQuote_CostsItsOwnLineOnly()
    {
        var open = Sample.Row(("项目名称", "\"没有结尾"), ("电子监管号", "4101842007B00001"));
        var quoted = Sample.Row(("项目名称", "\"甲,乙\n丙\"\"丁\""), ("电子监管号", "4101842007B00002"));

        var batch = Sample.SupplyRows(open, Sample.GoodRow, quoted, Sample.GoodRow.Replace("B01080", "B00003", StringComparison.Ordinal));

        Assert.Equal(("ROW_QUOTE", 2), (Sample.Refusal(batch).Code, Sample.Refusal(batch).Row));
        Assert.Equal(3, batch.Grants.Count);
        Assert.Equal("甲,乙\n丙\"丁", batch.Grants[1].Name);
        Assert.Equal(6, batch.Grants[2].Facts.All[0].Source.Row);
    }

    [Fact]
    public void Read_EndlessLine_IsRefusedAndTheNextIsRead()
    {
        var limits = ImportLimits.Default with { LineLength = 2000 };
        var text = string.Join('\n', Sample.Header, new string('长', 5000), Sample.GoodRow);

        var batch = Sample.Batch(Sample.SupplyBytes(System.Text.Encoding.UTF8.GetBytes(text), limits));

        Assert.Equal("ROW_TOO_LONG", Sample.Refusal(batch).Code);
        Assert.Equal(2000, batch.Refused[0].Cells[0].Length);
        _ = Assert.Single(batch.Grants);
    }

    [Fact]
    public void Read_SameRowTwice_NamesTheFirst()
    {
        var refusal = Sample.Refusal(Sample.SupplyRows(Sample.GoodRow, "", Sample.GoodRow));

        Assert.Equal(("SUPPLY_ROW_REPEATED", 4), (refusal.Code, refusal.Row));
        Assert.Contains("第 2 行完全相同", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SameNumberOtherContent_NamesTheFirst()
    {
        var batch = Sample.SupplyRows(Sample.GoodRow, Sample.Row(("面积(公顷)", "8")));

        Assert.Equal("SUPPLY_NUMBER_REPEATED", Sample.Refusal(batch).Code);
        Assert.Contains("第 2 行", Sample.Refusal(batch).Message, StringComparison.Ordinal);
        _ = Assert.Single(batch.Grants);
    }

    [Fact]
    public void Read_SeveralFaults_AreAllListed()
    {
        var batch = Sample.SupplyRows(Sample.Row(("电子监管号", ""), ("面积(公顷)", "x"), ("合同签订日期", "y"), ("约定开工时间", "1901年01月02日")));

        Assert.Equal(
            ["SUPPLY_NUMBER_BLANK", "SUPPLY_FIGURE_MALFORMED", "SUPPLY_DATE_PLACEHOLDER", "SUPPLY_DATE_MALFORMED"],
            Assert.Single(batch.Refused).Diagnostics.Select(d => d.Code));
        Assert.Equal(3, batch.Refused[0].Diagnostics.Count(d => d.Severity == ImportSeverity.Error));
    }
}
