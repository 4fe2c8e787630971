using System.Text.Json.Nodes;
using Huodi.App.Lineage;
using Huodi.App.Stores;
using Huodi.Domain.Codes;
using Huodi.Domain.Facts;
using Huodi.Domain.Lineage;
using Huodi.Domain.Measures;
using Huodi.Domain.Parcels;
using Xunit;

namespace Huodi.Store.Tests.Contract;

public abstract partial class LandStoreContract
{
    private static readonly ChangeSource Drawing = new("split.geojson", new string('b', 64));

    [Fact]
    public async Task Lineage_SaveAsync_RetiresWhatWasAndAddsWhatIs()
    {
        await using var store = await NewStoreAsync();
        _ = await store.SaveAsync(Land.Batch(Land.Parcel("P1"), Land.Parcel("P2")), None);
        var carried = new RecordedFact("权利人", "甲公司", new FactSource(1, "land.csv", 2, "权利人列"));
        Parcel[] after = [Land.Parcel("P1-a", facts: new FactSheet([carried])), Land.Parcel("P1-b", facts: Land.Facts(2, ("宗地面积", 50.5m)))];

        var saved = await store.Lineage.SaveAsync(Split("P1", "P1-a", "P1-b"), after, Drawing, None);

        Assert.Equal(["P1-a", "P1-b", "P2"], await store.ParcelsAsync(DivisionCode.Country, None).Select(p => p.Id).ToListAsync());
        Assert.Equal(["P1-a", "P1-b", "P2"], await store.ParcelsAsync(Land.Baohe, None).Select(p => p.Id).ToListAsync());
        Assert.Equal(saved.Number, (await store.FindParcelAsync("P1", None))?.RetiredBy);
        Assert.Null((await store.FindParcelAsync("P1-a", None))?.RetiredBy);
        Assert.Equal((1L, "land.csv"), ((await store.FindParcelAsync("P1-a", None))!.Facts.All[0].Source is var s ? (s.Batch, s.File) : default)); // Just saved.
        Assert.Equal(2, (await store.FindParcelAsync("P1-b", None))!.Facts.All[0].Source.Batch); // Just saved.
        Assert.Equal([Text(saved)], await store.Lineage.ChangesAsync(None).Select(Text).ToListAsync());
        Assert.Equal([Text(saved)], await store.Lineage.ChangesOfAsync("P1", None).Select(Text).ToListAsync());
        Assert.Equal([Text(saved)], await store.Lineage.ChangesOfAsync("P1-b", None).Select(Text).ToListAsync());
        Assert.Empty(await store.Lineage.ChangesOfAsync("P2", None).ToListAsync());
        Assert.Empty(await store.CheckAsync(None));
    }

    [Fact]
    public async Task Lineage_SaveAsync_OfWhatCannotBe_RefusesAndLeavesNoTrace()
    {
        await using var store = await NewStoreAsync();
        _ = await store.SaveAsync(Land.Batch(Land.Parcel("P1"), Land.Parcel("P2")), None);
        _ = await store.Lineage.SaveAsync(Split("P1", "P1-a"), [Land.Parcel("P1-a")], Drawing, None);

        var gone = await Refused(Split("P1", "P1-z"), Land.Parcel("P1-z"));
        var never = await Refused(Split("nowhere", "P1-z"), Land.Parcel("P1-z"));
        var taken = await Refused(Split("P2", "P1-a"), Land.Parcel("P1-a"));
        var retired = await Refused(Split("P2", "P1"), Land.Parcel("P1"));

        Assert.Equal(("PARCEL_GONE", "PARCEL_GONE", "PARCEL_ID_TAKEN", "PARCEL_ID_TAKEN"), (gone, never, taken, retired));
        Assert.Equal(["P1-a", "P2"], await store.ParcelsAsync(DivisionCode.Country, None).Select(p => p.Id).ToListAsync());
        Assert.Equal(2, await store.ImportsAsync(None).CountAsync());
        Assert.Empty(await store.CheckAsync(None));

        async Task<string> Refused(ParcelChange change, Parcel after) =>
            (await Assert.ThrowsAsync<StoreException>(() => store.Lineage.SaveAsync(change, [after], Drawing, None))).Code;
    }

    [Fact]
    public async Task Lineage_CorrectAsync_ChangesTheFactAndKeepsWhatStoodThere()
    {
        await using var store = await NewStoreAsync();
        _ = await store.SaveAsync(Land.Batch(Land.Parcel("P1", facts: Land.Facts(2, ("宗地面积", 100m), ("权利人", "甲")))), None);

        var saved = await store.Lineage.CorrectAsync(
            [Correction("宗地面积", 100m, 120.5m), Correction("权利人", "甲", null), Correction("已开工", null, true)], None);

        var facts = (await store.FindParcelAsync("P1", None))!.Facts; // Just saved.
        Assert.Equal(["宗地面积=120.5", "已开工=true"], facts.All.Select(f => $"{f.Name}={f.Value.ToJsonString()}"));
        Assert.Equal((0L, "更正第 1 号：更正通知〔2026〕1号"), (facts.All[0].Source.Batch, facts.All[0].Source.File));
        Assert.Equal(["1 宗地面积 100→120.5", "2 权利人 甲→-", "3 已开工 -→true"], await store.Lineage.CorrectionsAsync(None).Select(Words).ToListAsync());
        Assert.Equal(saved.Select(Words), await store.Lineage.CorrectionsAsync(None).Select(Words).ToListAsync());
        Assert.Empty(await store.CheckAsync(None));
    }

    [Fact]
    public async Task Lineage_CorrectAsync_OfAFactThatMovedOn_ChangesNothing()
    {
        await using var store = await NewStoreAsync();
        _ = await store.SaveAsync(Land.Batch(Land.Parcel("P1", facts: Land.Facts(2, ("宗地面积", 100m)))), None);

        var moved = await Assert.ThrowsAsync<StoreException>(
            () => store.Lineage.CorrectAsync([Correction("宗地面积", 100m, 110m), Correction("宗地面积", 100m, 120m)], None));
        var gone = await Assert.ThrowsAsync<StoreException>(() => store.Lineage.CorrectAsync([Correction("宗地面积", 1m, 2m) with { Parcel = "nowhere" }], None));

        Assert.Equal(("FACT_MOVED_ON", "PARCEL_GONE"), (moved.Code, gone.Code));
        Assert.Equal("100", (await store.FindParcelAsync("P1", None))!.Facts.All[0].Value.ToJsonString()); // Just saved.
        Assert.Empty(await store.Lineage.CorrectionsAsync(None).ToListAsync());
    }

    [Theory]
    [InlineData("UPDATE parcel_change SET reason = 'x'")]
    [InlineData("DELETE FROM parcel_change_part")]
    [InlineData("DELETE FROM parcel_correction")]
    public async Task Lineage_WhatIsRecorded_CannotBeChangedByHand(string sql)
    {
        await using var store = await NewStoreAsync();
        _ = await store.SaveAsync(Land.Batch(Land.Parcel("P1"), Land.Parcel("P2", facts: Land.Facts(2, ("宗地面积", 100m)))), None);
        _ = await store.Lineage.SaveAsync(Split("P1", "P1-a"), [Land.Parcel("P1-a")], Drawing, None);
        _ = await store.Lineage.CorrectAsync([Correction("宗地面积", 100m, 120m) with { Parcel = "P2" }], None);

        _ = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => RunSqlAsync(sql));
    }

    private static ParcelChange Split(string before, params string[] after) => new()
    {
        Kind = ParcelChangeKind.Split,
        Day = new DateOnly(2026, 2, 28),
        RecordedAt = Land.Morning,
        By = "王五",
        Document = "合自然资〔2026〕12号",
        Reason = "分割转让",
        Before = [new ChangedParcel(before, new Area(100.01m), [], [])],
        After = [.. after.Select(a => new ChangedParcel(a, new Area(50m), ["权利人"], ["宗地面积", "容积率"]))],
    };

    private static ParcelCorrection Correction(string fact, JsonNode? before, JsonNode? after) => new()
    {
        Parcel = "P1",
        Fact = fact,
        Before = before,
        After = after,
        Day = new DateOnly(2026, 2, 28),
        RecordedAt = Land.Morning,
        By = "王五",
        Document = "更正通知〔2026〕1号",
        Reason = "登记有误",
    };

    private static string Text(ParcelChange c) =>
        $"{c.Number}|{c.Kind}|{c.Day:O}|{c.RecordedAt:O}|{c.By}|{c.Document}|{c.Reason}|"
        + string.Join(';', c.Before.Concat(c.After).Select(p => $"{p.Id},{p.MeasuredArea.Hundredths},{string.Join('+', p.Carried)},{string.Join('+', p.ToRestate)}"));

    private static string Words(ParcelCorrection c) => $"{c.Number} {c.Fact} {Value(c.Before)}→{Value(c.After)}";

    private static string Value(JsonNode? value) => value?.ToString() ?? "-";
}
