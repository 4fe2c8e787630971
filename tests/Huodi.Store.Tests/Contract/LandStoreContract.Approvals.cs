using Huodi.App.Approvals;
using Huodi.App.Imports;
using Huodi.App.Stores;
using Huodi.Domain.Approvals;
using Huodi.Domain.Codes;
using Huodi.Domain.Measures;
using Xunit;

namespace Huodi.Store.Tests.Contract;

public abstract partial class LandStoreContract
{
    [Fact]
    public async Task Approvals_SaveAsync_KeepsWhatIsNewAndLeavesWhatIsThere()
    {
        await using var store = await NewStoreAsync();
        var (first, second) = (Approved("皖政地〔2019〕1号"), Approved("皖政地〔2019〕2号") with { ApprovedOn = null, ApprovedArea = null, Shape = Land.TwoSquares(117, 31) });

        var report = await store.Approvals.SaveAsync(new ApprovalImport("a.geojson", "h", Land.Morning, [second, first]), None);
        var again = await store.Approvals.SaveAsync(
            new ApprovalImport("b.geojson", "h", Land.Morning, [first, second with { Name = "另一名称" }, Approved("皖政地〔2020〕1号")]), None);

        Assert.Equal((1L, 2, 0, 0), (report.Batch, report.Added, report.Unchanged, report.RefusedCount));
        Assert.Equal((2L, 1, 1), (again.Batch, again.Added, again.Unchanged));
        var conflict = Assert.Single(again.Refused);
        Assert.Equal([second.Number, "另一名称"], conflict.Cells);
        Assert.Equal("IDENTITY_CONFLICT", Assert.Single(conflict.Diagnostics).Code);
        var found = await store.Approvals.BatchesAsync(DivisionCode.Parse("340100"), None).ToListAsync();
        Assert.Equal([first.Number, second.Number, "皖政地〔2020〕1号"], found.Select(b => b.Number));
        Assert.Empty(ContentDifference.Of(first, found[0]));
        Assert.Empty(ContentDifference.Of(second, found[1]));
        Assert.Equal(1, found[0].Facts.All[0].Source.Batch);
        Assert.Empty(await store.Approvals.BatchesAsync(DivisionCode.Parse("210200"), None).ToListAsync());
        Assert.Equal(["approvals", "approvals"], await store.ImportsAsync(None).Select(i => i.Layer).ToListAsync());
        Assert.Empty(await store.CheckAsync(None));
    }

    [Fact]
    public async Task Approvals_SaveAsync_KeepsTheRefusedRows()
    {
        await using var store = await NewStoreAsync();
        var refused = new RefusedRow(4, ["", "某批次"], [new(4, "批准文号", "PARCEL_ID_BLANK", ImportSeverity.Error, "没有批准文号。", "补填。")]);
        var warning = new ImportDiagnostic(2, "用地批准日期", "APPROVED_DAY_UNKNOWN", ImportSeverity.Warning, "没有批准日期。", "补填。");

        var report = await store.Approvals.SaveAsync(
            new ApprovalImport("a.geojson", "h", Land.Morning, [Approved("皖政地〔2019〕1号")]) { Refused = [refused], Warnings = [warning] }, None);

        Assert.Equal((1, 1, 1), (report.Added, report.RefusedCount, report.WarningCount));
        var kept = Assert.Single(await store.RefusedAsync(report.Batch, None).ToListAsync());
        Assert.Equal((4, "某批次", "PARCEL_ID_BLANK"), (kept.Row, kept.Cells[1], kept.Diagnostics[0].Code));
        Assert.Equal(warning, Assert.Single(await store.WarningsAsync(report.Batch, None).ToListAsync()));
    }

    private static ApprovalBatch Approved(string number) => new(
        number, "批次", Land.Baohe, new DateOnly(2019, 5, 1), new Area(1234.56m), Land.SquareWithHole(117.3, 31.8), Land.Facts(3, ("批而未供情形", "不具备供地条件")));
}
