using Huodi.App.Approvals;
using Huodi.App.Imports;
using Huodi.App.Stores;
using Huodi.Domain.Approvals;
using Huodi.Domain.Codes;
using Huodi.Domain.Geodesy;
using Huodi.Domain.Grants;
using Huodi.Domain.Registers;
using Huodi.Testing;
using NetTopologySuite.Geometries;

namespace Huodi.Cli.Tests.Registers;

public sealed class BalanceBatchesTests : IAsyncDisposable
{
    private readonly InMemoryLandStore _store = new();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    // A batch of ten equal columns: two supplied, one recorded as not supplied, one of which nobody knows; six are left.
    [Fact]
    public async Task BalanceAsync_OfABatchPartlySupplied_TellsSuppliedUnclearAndRestApart()
    {
        await SaveAsync(Batch("A1", Ground.Box(117.2, 31.8, 0.01)));
        _ = await _store.SaveAsync(
            Ground.Parcel("P1", Ground.Box(117.200, 31.8, 0.001), ("供地日期", "2020-01-01")),
            Ground.Parcel("P2", Ground.Box(117.201, 31.8, 0.001), ("供地方式", "挂牌出让"), ("批准文号", "A9")),
            Ground.Parcel("P3", Ground.Box(117.202, 31.8, 0.001), ("批而未供", true), ("供地日期", "2020-01-01")),
            Ground.Parcel("P4", Ground.Box(117.203, 31.8, 0.001)),
            Ground.Parcel("P5", Ground.Box(117.5, 31.8, 0.001), ("供地日期", "2020-01-01"), ("批准文号", "A1")));

        var balance = Assert.Single(await new BalanceBatches(_store, ["供地日期", "供地方式"]).BalanceAsync(Ground.Hefei, CancellationToken.None));

        var column = EllipsoidalArea.Measure(Ground.Box(117.2, 31.8, 0.001)).SquareMetres;
        Assert.Equal(2 * column, balance.Supplied.SquareMetres, 1);
        Assert.Equal(column, balance.Unclear.SquareMetres, 1);
        Assert.Equal(6 * column, balance.RemainderArea.SquareMetres, 1);
        Assert.True(balance.Remainder!.EqualsTopologically(Ground.Box(117.204, 31.8, 0.006)) || Math.Abs(balance.Remainder.Area - 0.000012) < 1e-9); // Not null: six are left.
        Assert.Contains(balance.Doubts, d => d.Contains("供应情况没有记录的宗地（P4）", StringComparison.Ordinal));
        Assert.Contains(balance.Doubts, d => d.Contains("宗地 P5 申报属于本批次，图形却不在", StringComparison.Ordinal));
        Assert.Contains(balance.Doubts, d => d.Contains("宗地 P2 在本批次范围内，申报的却是别的批准文号", StringComparison.Ordinal));
        Assert.Contains(balance.Doubts, d => d.StartsWith("没有批准面积", StringComparison.Ordinal));
    }

    [Fact]
    public async Task BalanceAsync_OfGrantsWithoutAShape_SaysThatTheRestMayBeTooLarge()
    {
        await SaveAsync(Batch("A1", Ground.Box(117.2, 31.8)));
        _ = await _store.SaveAsync(
            new ImportBatch
            {
                File = "g.csv",
                FileHash = "",
                Layer = "supply-results",
                ImportedAt = Ground.Noon(0),
                Grants =
                [
                    new Grant("3401042026B00001", "甲", DivisionCode.Parse("340104"), "蜀山区", null, Ground.Facts(("批准文号", "A1"), ("宗地面积", 1200.5m))),
                    new Grant("3401042026B00002", "乙", DivisionCode.Parse("340104"), "蜀山区", null, Ground.Facts(("批准文号", "A1"))),
                ],
            },
            CancellationToken.None);

        var balance = Assert.Single(await new BalanceBatches(_store, []).BalanceAsync(Ground.Hefei, CancellationToken.None));

        Assert.Equal(balance.Measured, balance.RemainderArea);
        Assert.Contains(balance.Doubts, d => d.Contains("2 条供地结果申报属于本批次而没有图形，宗地面积合计 1200.50 ㎡，其中 1 条没有面积", StringComparison.Ordinal));
    }

    [Fact]
    public async Task DraftAsync_OfApprovedNotSupplied_ListsRestsAsSuspectedAndRecordedParcelsAsEntered()
    {
        await SaveAsync(Batch("A1", Ground.Box(117.2, 31.8), ("批而未供情形", "不具备供地条件")), Batch("A2", Ground.Box(117.3, 31.8)));
        _ = await _store.SaveAsync(
            Ground.Parcel("P1", Ground.Box(117.2, 31.8, 0.001), ("供地日期", "2020-01-01")),
            Ground.Parcel("P2", Ground.Box(117.3, 31.8), ("供地日期", "2020-01-01")),
            Ground.Parcel("P3", Ground.Box(117.4, 31.8), ("批而未供", true)));

        var rows = await _store.DraftAsync("approved-not-supplied");
        var odd = await _store.DraftAsync("odd-lots");

        Assert.Equal(
            [("P3", RegisterStanding.Entered, "原因未定"), ("A1", RegisterStanding.Suspected, "不具备供地条件")], rows.Select(r => (r.Id, r.Standing, r.Category)));
        Assert.Equal(RegisterSubject.ApprovalBatch, rows[1].Subject);
        Assert.Equal(OriginKind.Remainder, rows[1].Origins[0].Kind);
        Assert.Equal(EllipsoidalArea.Measure(Ground.Box(117.201, 31.8, 0.001)).SquareMetres, rows[1].MeasuredArea!.Value.SquareMetres, 1); // It has a shape.
        Assert.Empty(odd);
    }

    private static ApprovalBatch Batch(string number, Geometry shape, params (string Name, System.Text.Json.Nodes.JsonNode Value)[] facts) =>
        new(number, "批次" + number, DivisionCode.Parse("340104"), new DateOnly(2019, 5, 1), null, shape, Ground.Facts(facts));

    private Task<ImportReport> SaveAsync(params ApprovalBatch[] batches) =>
        _store.Approvals.SaveAsync(new ApprovalImport("a.geojson", "", Ground.Noon(0), batches), CancellationToken.None);
}
