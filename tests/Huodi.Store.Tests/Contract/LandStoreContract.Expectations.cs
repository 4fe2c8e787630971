using Huodi.App.Ledger;
using Huodi.App.Stores;
using Huodi.Domain.Ledger;
using Xunit;

namespace Huodi.Store.Tests.Contract;

public abstract partial class LandStoreContract
{
    [Fact]
    public async Task Ledger_AppendThatExpectsAnUnmovedSubject_IsRefusedOnceItMoved()
    {
        await using var store = await NewStoreAsync();
        _ = await store.Ledger.AppendAsync([Land.Draft("P1", "patrol")], None);
        var seen = new LedgerExpectation(1, new(LedgerSubjectKind.Parcel, "P1"), []);
        _ = await store.Ledger.AppendAsync([Land.Draft("P2", "patrol")], None);

        var other = await store.Ledger.AppendAsync([Land.Draft("P1", "start")], seen, None);
        var moved = await Assert.ThrowsAsync<StoreException>(() => store.Ledger.AppendAsync([Land.Draft("P1", "completion")], seen, None));

        Assert.Equal((3L, true), (other[0].Entry.Number, other[0].IsNew));
        Assert.Equal("LEDGER_MOVED", moved.Code);
        Assert.Contains("第 3 条", moved.Message, StringComparison.Ordinal);
        Assert.Equal(3, (await store.Ledger.HeadAsync(None)).Entries);
    }

    [Fact]
    public async Task Ledger_AppendThatExpectsNoneOfAKind_IsRefusedOnceThereIsOne()
    {
        await using var store = await NewStoreAsync();
        _ = await store.Ledger.AppendAsync([Land.Draft("P1", "letter"), Land.Draft("P2", "case-open"), Land.Draft("P3", "letter")], None);

        var moved = await Assert.ThrowsAsync<StoreException>(() => store.Ledger.AppendAsync([Land.Draft("P4", "letter")], new(1, null, ["letter"]), None));
        _ = await store.Ledger.AppendAsync([Land.Draft("P4", "letter")], new(3, null, ["letter"]), None);

        Assert.Equal("LEDGER_MOVED", moved.Code);
        Assert.Equal([1, 3, 4], (await store.Ledger.OfKindAsync("letter", None).ToListAsync()).Select(e => e.Number));
        Assert.Equal([2], (await store.Ledger.OfKindAsync("case-open", None).ToListAsync()).Select(e => e.Number));
        Assert.Empty(await store.Ledger.OfKindAsync("nothing", None).ToListAsync());
    }

    [Fact]
    public async Task Ledger_ManyWhoExpectTheSame_OneIsRecorded()
    {
        await using var store = await NewStoreAsync();
        var seen = new LedgerExpectation(0, new(LedgerSubjectKind.Parcel, "P1"), []);

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 8).Select(i => Task.Run(async () =>
        {
            try
            {
                return (await store.Ledger.AppendAsync([Land.Draft("P1", "patrol", day: i)], seen, None))[0].IsNew;
            }
            catch (StoreException moved) when (moved.Code == "LEDGER_MOVED")
            {
                return false;
            }
        })));

        Assert.Single(outcomes, o => o);
        Assert.Equal(1, (await store.Ledger.HeadAsync(None)).Entries);
    }
}
