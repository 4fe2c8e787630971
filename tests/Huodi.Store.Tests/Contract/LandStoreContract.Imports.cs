using System.Text.Json.Nodes;
using Huodi.App.Imports;
using Huodi.App.Stores;
using Huodi.Domain.Codes;
using Xunit;

namespace Huodi.Store.Tests.Contract;

public abstract partial class LandStoreContract
{
    private static readonly ImportDiagnostic Doubtful = new(4, "约定开工时间", "SUPPLY_DATE_PLACEHOLDER", ImportSeverity.Warning, "1901年01月02日", "补填");
    private static readonly ImportDiagnostic Wrong = new(3, "成交价格(万元)", "SUPPLY_PRICE", ImportSeverity.Error, "“-1”", "核对合同");

    [Fact]
    public async Task SaveAsync_OfTheSameContentAgain_StoresNothingTwice()
    {
        await using var store = await NewStoreAsync();
        var batch = Land.Batch(Land.Parcel("P1"), Land.Grant("3401112007B00001"), Land.District(Land.Baohe));
        _ = await store.SaveAsync(batch, None);

        // The same content from another file and other rows, with numbers written otherwise.
        var again = Land.Batch(
            Land.Parcel("P1", facts: Land.Facts(99, ("权利类型", "出让"), ("宗地面积", JsonNode.Parse("1234.560")!))),
            Land.Grant("3401112007B00001", Land.Facts(98, ("出让价款总额", 6e5))),
            Land.District(Land.Baohe)) with
        { File = "corrected.csv" };
        var report = await store.SaveAsync(again, None);

        Assert.Equal((2, 0, 3, 0), (report.Batch, report.Added, report.Unchanged, report.Refused.Count));
        var parcel = Assert.Single(await store.ParcelsAsync(DivisionCode.Country, None).ToListAsync());
        Assert.Equal((1, "land.csv"), (parcel.Facts.All[0].Source.Batch, parcel.Facts.All[0].Source.File));
        _ = Assert.Single(await store.DistrictsAsync(None).ToListAsync());
        _ = Assert.Single(await store.GrantsAsync(DivisionCode.Country, None).ToListAsync());
        Assert.Empty(await store.CheckAsync(None));
    }

    [Fact]
    public async Task SaveAsync_OfOtherContentUnderTheSameIdentity_RefusesItAndSaysWhatDiffers()
    {
        await using var store = await NewStoreAsync();
        _ = await store.SaveAsync(Land.Batch(Land.Parcel("P1", facts: Land.Facts(2, ("宗地面积", 100m), ("权利类型", "出让")))), None);

        var other = Land.Parcel("P1", facts: Land.Facts(5, ("宗地面积", 120m), ("权利类型", "出让"), ("已开工", true)));
        var batch = Land.Batch(Land.Parcel("P2"), other) with
        {
            KeptCells = new Dictionary<int, IReadOnlyList<string>> { [5] = ["P1", "120"] },
        };
        var report = await store.SaveAsync(batch, None);

        Assert.Equal((1, 0), (report.Added, report.Unchanged));
        var refused = Assert.Single(report.Refused);
        var diagnostic = Assert.Single(refused.Diagnostics);
        Assert.Equal(5, refused.Row);
        Assert.Equal(["P1", "120"], refused.Cells);
        Assert.Equal(("IDENTITY_CONFLICT", ImportSeverity.Error), (diagnostic.Code, diagnostic.Severity));
        Assert.Equal("宗地“P1”已在库中，内容不同（宗地面积：库中为“100”，文件为“120”；已开工：库中为空缺，文件为“true”）。", diagnostic.Message);
        Assert.NotEmpty(diagnostic.Suggestion);
        var kept = await store.FindParcelAsync("P1", None);
        Assert.Equal("100", kept!.Facts.Find("宗地面积")!.Value.ToJsonString());
    }

    [Fact]
    public async Task SaveAsync_OfADifferenceInAnyPart_RefusesIt()
    {
        await using var store = await NewStoreAsync();
        var (parcel, grant, district) = (Land.Parcel("P1"), Land.Grant("3401112007B00001", parcelId: "P1"), Land.District(Land.Baohe));
        _ = await store.SaveAsync(Land.Batch(parcel, grant, district), None);

        object[] others =
        [
            parcel with { Name = "另一名称" }, parcel with { Division = Land.Shushan }, parcel with { IsGenerated = true },
            parcel with { Shape = Land.Square(117.3, 31.9) }, grant with { Name = "" }, grant with { DivisionName = "合肥市" },
            grant with { ParcelId = null }, district with { Name = "另一名称" }, district with { Boundary = Land.Square(117, 31) },
        ];
        var report = await store.SaveAsync(Land.Batch(others), None);

        Assert.Equal((0, 0, others.Length), (report.Added, report.Unchanged, report.Refused.Count));
        Assert.All(report.Refused, r => Assert.Equal("IDENTITY_CONFLICT", r.Diagnostics[0].Code));
    }

    [Fact]
    public async Task SaveAsync_OfOneIdentityTwiceInABatch_KeepsTheFirstAndRefusesTheOther()
    {
        await using var store = await NewStoreAsync();

        var report = await store.SaveAsync(
            Land.Batch(Land.Parcel("P1"), Land.Parcel("P1"), Land.Parcel("P1", facts: Land.Facts(4, ("宗地面积", 1m)))), None);

        Assert.Equal((1, 1), (report.Added, report.Unchanged));
        Assert.Equal([4], report.Refused.Select(r => r.Row));
        Assert.Empty(await store.CheckAsync(None));
    }

    [Fact]
    public async Task ImportsAsync_AfterTwoSaves_GivesTheReportsNewestFirst()
    {
        await using var store = await NewStoreAsync();
        var refused = new RefusedRow(3, ["彝良县", "", "含,逗号\"引号"], [Wrong, Doubtful with { Row = 3 }]);
        var first = await store.SaveAsync(Land.Batch(Land.Parcel("P1"), refused, Doubtful), None);
        var second = await store.SaveAsync(Land.Batch(Land.Parcel("P1", Land.Square(1, 1)), Land.Parcel("P2")), None);

        var reports = await store.ImportsAsync(None).Select(Described.Text).ToListAsync();

        Assert.Equal([Described.Text(second), Described.Text(first)], reports);
        Assert.Equal([Doubtful], first.Warnings);
        Assert.Equal(Described.Text(refused), Described.Text(first.Refused[0]));
        Assert.Equal(Land.Morning, first.ImportedAt);
    }

    [Fact]
    public async Task HeaderAsync_OfABatch_GivesTheCellsOfItsHeader()
    {
        await using var store = await NewStoreAsync();
        var report = await store.SaveAsync(Land.Batch() with { Header = ["所在地", "面积(公顷)", ""] }, None);

        Assert.Equal(["所在地", "面积(公顷)", ""], await store.HeaderAsync(report.Batch, None));
    }

    [Fact]
    public async Task SaveAsync_ThatIsCancelled_LeavesNoTrace()
    {
        await using var store = await NewStoreAsync();
        using var source = new CancellationTokenSource();
        var parcels = Enumerable.Range(0, 2000).Select(n => Land.Parcel($"P{n}")).ToList();
        var batch = Land.Batch() with { Parcels = new CancellingList(parcels, 1000, source) };

        _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.SaveAsync(batch, source.Token));

        Assert.Empty(await store.ImportsAsync(None).ToListAsync());
        Assert.Empty(await store.ParcelsAsync(DivisionCode.Country, None).ToListAsync());
        Assert.Equal(1, (await store.SaveAsync(Land.Batch(Land.Parcel("P1")), None)).Batch);
    }

    [Fact]
    public async Task SaveAsync_FromManyTasksAtOnce_SavesEachWhole()
    {
        await using var store = await NewStoreAsync();

        var reports = await Task.WhenAll(Enumerable.Range(0, 8).Select(n =>
            Task.Run(() => store.SaveAsync(Land.Batch([.. Enumerable.Range(0, 50).Select(m => Land.Parcel($"P{n}-{m}"))]), None))));

        Assert.Equal(Enumerable.Range(1, 8).Select(n => (long)n), reports.Select(r => r.Batch).Order());
        Assert.All(reports, r => Assert.Equal(50, r.Added));
        Assert.Equal(400, (await store.ParcelsAsync(DivisionCode.Country, None).ToListAsync()).Count);
    }

    [Fact]
    public async Task Reopening_AfterSaves_FindsEverything()
    {
        string saved;
        await using (var store = await NewStoreAsync())
        {
            _ = await store.SaveAsync(Land.Batch(Land.Parcel("P1"), Land.District(Land.Baohe), Doubtful), None);
            saved = Described.Text((await store.FindParcelAsync("P1", None))!);
        }

        await using var again = await ReopenAsync();
        Assert.Equal(saved, Described.Text((await again.FindParcelAsync("P1", None))!));
        Assert.Equal(2, (await again.SaveAsync(Land.Batch(Land.Parcel("P2")), None)).Batch);
        Assert.Empty(await again.CheckAsync(None));
    }
}
