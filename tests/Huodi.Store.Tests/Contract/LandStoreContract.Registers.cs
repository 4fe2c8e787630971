using Huodi.App.Registers;
using Huodi.App.Stores;
using Huodi.Domain.Registers;
using Xunit;

namespace Huodi.Store.Tests.Contract;

public abstract partial class LandStoreContract
{
    [Fact]
    public async Task Registers_FileAsync_GivesTheVersionBackWholeWithEveryRow()
    {
        await using var store = await NewStoreAsync();
        RegisterEntry[] rows =
        [
            Row("P1"),
            Row("P2", RegisterStanding.Suspected) with { Missing = ["低效用地类型"], Doubts = ["评估后事实有变更"] },
            Row("3401112007B00001") with { Subject = RegisterSubject.Grant, Shape = null, MeasuredArea = null, Missing = ["宗地面积"] },
        ];

        var filed = await store.Registers.FileAsync(Version("合肥市低效用地 2026年第1版"), rows.ToAsyncEnumerable(), None);

        Assert.Equal((1L, 2, 1, 1, 64), (filed.Number, filed.Entered, filed.Suspected, filed.Incomplete, filed.Hash.Length));
        var found = Assert.Single(await store.Registers.VersionsAsync(None).ToListAsync());
        Assert.Equal(filed with { Columns = [] }, found with { Columns = [] });
        Assert.Equal(filed.Columns, found.Columns);
        var entries = await store.Registers.EntriesAsync(1, None).ToListAsync();
        Assert.Equal(rows.Select(RegisterEntryText.Write), entries.Select(RegisterEntryText.Write));
        Assert.True(rows[0].Shape!.EqualsExact(entries[0].Shape)); // The first row has a shape.
        Assert.Null(entries[2].Shape);
        Assert.Empty(await store.CheckAsync(None));
    }

    [Fact]
    public async Task Registers_PlacesAsync_GivesTheVersionsASubjectStandsInNewestFirst()
    {
        await using var store = await NewStoreAsync();
        var first = await store.Registers.FileAsync(Version("第1版"), new[] { Row("P1"), Row("P2") }.ToAsyncEnumerable(), None);
        _ = await store.Registers.FileAsync(Version("另一地区") with { Region = Land.Baohe }, new[] { Row("P2") }.ToAsyncEnumerable(), None);
        _ = await store.Registers.FileAsync(Version("第2版") with { Base = first.Number }, new[] { Row("P2"), Row("P1", RegisterStanding.Suspected) }.ToAsyncEnumerable(), None);

        var places = await store.Registers.PlacesAsync(RegisterSubject.Parcel, "P1", None).ToListAsync();

        Assert.Equal([("第2版", RegisterStanding.Suspected), ("第1版", RegisterStanding.Entered)], places.Select(p => (p.Version.Name, p.Entry.Standing)));
        Assert.True(Row("P1").Shape!.EqualsExact(places[1].Entry.Shape)); // The row has a shape.
        Assert.Empty(await store.Registers.PlacesAsync(RegisterSubject.Grant, "P1", None).ToListAsync());
    }

    [Fact]
    public async Task Registers_FileAsync_OnAStateThatMovedOn_RefusesAndLeavesNoTrace()
    {
        await using var store = await NewStoreAsync();
        var first = await store.Registers.FileAsync(Version("第1版"), new[] { Row("P1") }.ToAsyncEnumerable(), None);

        var error = await Assert.ThrowsAsync<StoreException>(
            () => store.Registers.FileAsync(Version("第1版乙"), new[] { Row("P1"), Row("P2") }.ToAsyncEnumerable(), None));
        var taken = await Assert.ThrowsAsync<StoreException>(
            () => store.Registers.FileAsync(Version("第1版") with { Base = first.Number }, new[] { Row("P2") }.ToAsyncEnumerable(), None));
        var other = await store.Registers.FileAsync(Version("另一地区") with { Region = Land.Baohe }, AsyncEnumerable.Empty<RegisterEntry>(), None);
        var second = await store.Registers.FileAsync(Version("第2版") with { Base = first.Number }, new[] { Row("P2") }.ToAsyncEnumerable(), None);

        Assert.Equal(("REGISTER_MOVED_ON", "REGISTER_NAME_TAKEN"), (error.Code, taken.Code));
        Assert.Equal((2L, 3L), (other.Number, second.Number));
        Assert.Equal([3L, 2L, 1L], await store.Registers.VersionsAsync(None).Select(v => v.Number).ToListAsync());
        Assert.Equal(["P2"], await store.Registers.EntriesAsync(3, None).Select(e => e.Id).ToListAsync());
        Assert.Empty(await store.CheckAsync(None));
    }

    [Fact]
    public async Task Registers_FileAsync_ByManyAtOnce_LetsOneWinAndTellsTheOthers()
    {
        await using var store = await NewStoreAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => Task.Run(async () =>
        {
            try
            {
                var rows = Enumerable.Range(0, 40).Select(m => Row($"P{n}-{m}")).ToAsyncEnumerable();
                return (await store.Registers.FileAsync(Version($"第{n}人的版本"), rows, None)).Name;
            }
            catch (StoreException e)
            {
                return e.Code;
            }
        })));

        Assert.Equal(5, outcomes.Count(o => o == "REGISTER_MOVED_ON"));
        var won = Assert.Single(await store.Registers.VersionsAsync(None).ToListAsync());
        Assert.Contains(won.Name, outcomes);
        Assert.Equal(40, await store.Registers.EntriesAsync(won.Number, None).CountAsync());
    }

    [Fact]
    public async Task Registers_FileAsync_ThatFailsHalfWay_LeavesNoTrace()
    {
        await using var store = await NewStoreAsync();

        _ = await Assert.ThrowsAsync<InvalidDataException>(() => store.Registers.FileAsync(Version("第1版"), Broken(), None));
        var twice = await Assert.ThrowsAnyAsync<StoreException>(
            () => store.Registers.FileAsync(Version("第1版"), new[] { Row("P1"), Row("P1") }.ToAsyncEnumerable(), None));

        Assert.Equal("STORE_FAILED", twice.Code);
        Assert.Empty(await store.Registers.VersionsAsync(None).ToListAsync());
        Assert.Equal(1, (await store.Registers.FileAsync(Version("第1版"), new[] { Row("P1") }.ToAsyncEnumerable(), None)).Number);
        Assert.Empty(await store.CheckAsync(None));

        static async IAsyncEnumerable<RegisterEntry> Broken()
        {
            await Task.CompletedTask;
            yield return Row("P1");
            throw new InvalidDataException();
        }
    }

    [Theory]
    [InlineData("UPDATE register_version SET name = 'x'")]
    [InlineData("DELETE FROM register_version")]
    [InlineData("UPDATE register_entry SET standing = 'entered' WHERE subject_id = 'P2'")]
    [InlineData("DELETE FROM register_entry WHERE subject_id = 'P2'")]
    [InlineData("INSERT INTO register_entry (version_number, position, subject, subject_id, name, division, standing, category, reason, generated, content, hash)"
        + " SELECT version_number, 9, subject, 'P9', name, division, standing, category, reason, generated, content, hash FROM register_entry WHERE position = 0")]
    [InlineData("UPDATE register_finding SET act = 'exclude'")]
    [InlineData("DELETE FROM register_finding")]
    public async Task Registers_WhatIsFiled_CannotBeChangedByHand(string sql)
    {
        await using var store = await NewStoreAsync();
        _ = await store.Registers.SaveFindingAsync(Found("P1"), None);
        _ = await store.Registers.FileAsync(Version("第1版"), new[] { Row("P1"), Row("P2", RegisterStanding.Suspected) }.ToAsyncEnumerable(), None);

        _ = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => RunSqlAsync(sql));

        Assert.Equal([1, 1], await store.Registers.VersionsAsync(None).Select(v => v.Entered).Concat(store.Registers.VersionsAsync(None).Select(v => v.Suspected)).ToListAsync());
        Assert.Empty(await store.CheckAsync(None));
    }

    [Theory]
    [InlineData("UPDATE register_entry SET content = replace(content, '低效工业用地', '旧仓储') WHERE subject_id = 'P1'", "有 1 行与备案时不同")]
    [InlineData("UPDATE register_entry SET geom = (SELECT geom FROM register_entry WHERE subject_id = 'P2') WHERE subject_id = 'P1'", "有 1 行与备案时不同")]
    [InlineData("DELETE FROM register_entry WHERE subject_id = 'P1'", "哈希不符")]
    [InlineData("UPDATE register_version SET as_of = '2020-01-01'", "哈希不符")]
    [InlineData("UPDATE register_entry SET content = '{' WHERE subject_id = 'P1'", "无法读取")]
    public async Task CheckAsync_OfAVersionChangedBehindItsTriggers_SaysSo(string sql, string says)
    {
        await using var store = await NewStoreAsync();
        _ = await store.Registers.FileAsync(
            Version("第1版"), new[] { Row("P1"), Row("P2") with { Shape = Land.Square(117.5, 31.9) } }.ToAsyncEnumerable(), None);

        await RunSqlAsync(WithoutTriggers(sql));

        Assert.Contains(await store.CheckAsync(None), w => w.Contains(says, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Registers_SaveFindingAsync_GivesFindingsInTheirOrder()
    {
        await using var store = await NewStoreAsync();
        var first = await store.Registers.SaveFindingAsync(Found("P1"), None);
        var second = await store.Registers.SaveFindingAsync(Found("P1") with { Act = FindingAct.Exclude, Document = "合自然资认〔2026〕9号" }, None);

        Assert.Equal([first, second], await store.Registers.FindingsAsync(None).ToListAsync());
        Assert.Equal((1L, 2L), (first.Number, second.Number));
    }

    /// <summary>The SQL with what is needed for it to get past the triggers, as an administrator of the database could do.</summary>
    protected abstract string WithoutTriggers(string sql);

    private static RegisterVersion Version(string name) => Land.Version(name);

    private static RegisterEntry Row(string id, RegisterStanding standing = RegisterStanding.Entered) => Land.Row(id, standing);

    private static RegisterFinding Found(string id) => new()
    {
        Register = "low-efficiency",
        Subject = RegisterSubject.Parcel,
        Id = id,
        Act = FindingAct.Enter,
        Day = new DateOnly(2026, 2, 1),
        RecordedAt = Land.Morning,
        By = "市自然资源和规划局",
        Document = "合自然资认〔2026〕3号",
        Reason = "按认定标准核实",
    };
}
