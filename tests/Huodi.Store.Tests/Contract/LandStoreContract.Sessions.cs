using Huodi.App.Imports;
using Huodi.App.Stores;
using Huodi.Domain.Codes;
using Huodi.Domain.Measures;
using Huodi.Domain.Parcels;
using Xunit;

namespace Huodi.Store.Tests.Contract;

public abstract partial class LandStoreContract
{
    private static readonly ImportHeader City = new("city.gpkg", new string('b', 64), "parcels", Land.Morning, ["BSM", "TBMJ"]);

    [Fact]
    public async Task BeginImportAsync_FedInPieces_KeepsThemAllInOneBatch()
    {
        await using var store = await NewStoreAsync();
        long batch;
        await using (var session = await store.BeginImportAsync(City, None))
        {
            batch = session.Batch;
            for (var piece = 0; piece < 5; piece++)
            {
                await session.AddAsync([.. Enumerable.Range(0, 700).Select(n => Land.Parcel($"P{piece}-{n:000}", Land.Square(117 + (n * 0.002), 31 + (piece * 0.002))))], null, None);
                await session.RefuseAsync([new RefusedRow(piece + 1, ["x"], [Wrong with { Row = piece + 1 }])], None);
                await session.WarnAsync([Doubtful], None);
            }

            var report = await session.CommitAsync(None);
            Assert.Equal((1, 3500, 0, 5, 5), (report.Batch, report.Added, report.Unchanged, report.RefusedCount, report.WarningCount));
            Assert.Equal([new(Doubtful.Code, ImportSeverity.Warning, 5), new(Wrong.Code, ImportSeverity.Error, 5)], report.Findings.OrderBy(f => f.Severity));
        }

        var parcels = await store.ParcelsAsync(DivisionCode.Country, None).ToListAsync();
        Assert.Equal(3500, parcels.Count);
        Assert.All(parcels, p => Assert.Equal(batch, p.Facts.All[0].Source.Batch));
        Assert.Equal(["BSM", "TBMJ"], await store.HeaderAsync(batch, None));
        Assert.Empty(await store.CheckAsync(None));
    }

    [Fact]
    public async Task BeginImportAsync_DisposedWithoutCommit_LeavesNoTrace()
    {
        await using var store = await NewStoreAsync();
        await using (var session = await store.BeginImportAsync(City, None))
        {
            await session.AddAsync([Land.Parcel("P1"), Land.Parcel("P2")], null, None);
            await session.AddAsync([Land.District(Land.Baohe)], None);
            await session.RefuseAsync([new RefusedRow(1, [], [Wrong])], None);
        }

        Assert.Empty(await store.ImportsAsync(None).ToListAsync());
        Assert.Empty(await store.ParcelsAsync(DivisionCode.Country, None).ToListAsync());
        Assert.Empty(await store.DistrictsAsync(None).ToListAsync());
        Assert.Empty(await store.RefusedAsync(1, None).ToListAsync());
        Assert.Equal(1, (await store.SaveAsync(Land.Batch(Land.Parcel("P1")), None)).Batch);
        Assert.Empty(await store.CheckAsync(None));
    }

    [Fact]
    public async Task AddAsync_OfOneIdentityInTwoPieces_KeepsTheFirstAndRefusesTheOther()
    {
        await using var store = await NewStoreAsync();
        _ = await store.SaveAsync(Land.Batch(Land.Parcel("old")), None);
        await using var session = await store.BeginImportAsync(City, None);
        await session.AddAsync([Land.Parcel("P1"), Land.Parcel("old")], null, None);

        Parcel[] again = [Land.Parcel("P1"), Land.Parcel("P1", facts: Land.Facts(9, ("宗地面积", 1m))), Land.Parcel("old", facts: Land.Facts(8, ("宗地面积", 1m)))];
        await session.AddAsync(again, row => [$"cells of {row}"], None);
        var report = await session.CommitAsync(None);

        Assert.Equal((1, 2, 2), (report.Added, report.Unchanged, report.RefusedCount));
        Assert.Equal([("cells of 8", "IDENTITY_CONFLICT"), ("cells of 9", "IDENTITY_CONFLICT")], report.Refused.Select(r => (r.Cells[0], r.Diagnostics[0].Code)));
    }

    [Fact]
    public async Task CommitAsync_OfMoreThanAReportLists_CountsAllAndTheStoreGivesThem()
    {
        await using var store = await NewStoreAsync();
        await using var session = await store.BeginImportAsync(City, None);
        const int Many = ImportReport.Listed + 500;
        await session.RefuseAsync([.. Enumerable.Range(1, Many).Reverse().Select(n => new RefusedRow(n, [$"{n}"], [Wrong with { Row = n }, Doubtful with { Row = n }]))], None);
        await session.WarnAsync([.. Enumerable.Range(1, Many).Select(n => Doubtful with { Row = n })], None);
        var report = await session.CommitAsync(None);

        Assert.Equal((Many, Many), (report.RefusedCount, report.WarningCount));
        Assert.Equal(Enumerable.Range(1, ImportReport.Listed), report.Refused.Select(r => r.Row));
        Assert.Equal(Enumerable.Range(1, ImportReport.Listed), report.Warnings.Select(w => w.Row));
        Assert.Equal([(Doubtful.Code, 2 * Many), (Wrong.Code, Many)], report.Findings.Select(f => (f.Code, f.Count)));
        Assert.Equal(Described.Text(report), Described.Text(await store.ImportsAsync(None).SingleAsync()));
        var refused = await store.RefusedAsync(report.Batch, None).ToListAsync();
        Assert.Equal(Enumerable.Range(1, Many), refused.Select(r => r.Row));
        Assert.All(refused, r => Assert.Equal([Wrong.Code, Doubtful.Code], r.Diagnostics.Select(d => d.Code)));
        Assert.Equal(Many, await store.WarningsAsync(report.Batch, None).CountAsync());
    }

    [Fact]
    public async Task AddAsync_OfAMeasuredParcel_KeepsMeasuredAndRegisteredAreaApart()
    {
        await using var store = await NewStoreAsync();
        var parcel = Land.Parcel("P1") with { MeasuredArea = new Area(1230.07m), SourceCrs = "EPSG:4528" };
        _ = await store.SaveAsync(Land.Batch(parcel, Land.Parcel("P2")), None);

        var found = await store.FindParcelAsync("P1", None);
        Assert.Equal((1230.07m, "EPSG:4528", "1234.56"), (found!.MeasuredArea!.Value.SquareMetres, found.SourceCrs, found.Facts.Find("宗地面积")!.Value.ToJsonString()));
        Assert.Null((await store.FindParcelAsync("P2", None))!.MeasuredArea);
    }

    [Fact]
    public async Task AnySession_AfterItsEnd_CanOnlyBeDisposedOf()
    {
        await using var store = await NewStoreAsync();
        await using var session = await store.BeginImportAsync(City, None);
        _ = await session.CommitAsync(None);

        _ = await Assert.ThrowsAsync<InvalidOperationException>(() => session.AddAsync([Land.Parcel("P1")], null, None));
        _ = await Assert.ThrowsAsync<InvalidOperationException>(() => session.CommitAsync(None));
    }

    [Fact]
    public async Task BeginImportAsync_WhileAnotherIsOpen_WaitsForItsEnd()
    {
        await using var store = await NewStoreAsync();
        var first = await store.BeginImportAsync(City, None);
        var second = store.BeginImportAsync(City, None);
        await first.AddAsync([Land.Parcel("P1")], null, None);
        Assert.False(second.IsCompleted);
        _ = await first.CommitAsync(None);
        await first.DisposeAsync();

        await using var next = await second;
        await next.AddAsync([Land.Parcel("P1")], null, None);
        var report = await next.CommitAsync(None);
        Assert.Equal((2, 0, 1), (report.Batch, report.Added, report.Unchanged));
    }
}
