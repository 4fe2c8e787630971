using Huodi.App.Approvals;
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

        Assert.Equal((1L, 2, 0, 0), (report.Batch, report.Added, report.Unchanged, report.Conflicts.Count));
        Assert.Equal((2L, 1, 1), (again.Batch, again.Added, again.Unchanged));
        Assert.Equal([second.Number], again.Conflicts);
        var found = await store.Approvals.BatchesAsync(DivisionCode.Parse("340100"), None).ToListAsync();
        Assert.Equal([first.Number, second.Number, "皖政地〔2020〕1号"], found.Select(b => b.Number));
        Assert.True(ApprovalContent.Same(first, found[0]));
        Assert.True(ApprovalContent.Same(second, found[1]));
        Assert.Equal(1, found[0].Facts.All[0].Source.Batch);
        Assert.Empty(await store.Approvals.BatchesAsync(DivisionCode.Parse("210200"), None).ToListAsync());
        Assert.Equal(["approval-batches", "approval-batches"], await store.ImportsAsync(None).Select(i => i.Layer).ToListAsync());
        Assert.Empty(await store.CheckAsync(None));
    }

    private static ApprovalBatch Approved(string number) => new(
        number, "批次", Land.Baohe, new DateOnly(2019, 5, 1), new Area(1234.56m), Land.SquareWithHole(117.3, 31.8), Land.Facts(3, ("批而未供情形", "不具备供地条件")));
}
