using System.Text;
using Huodi.App.Stores;
using Huodi.Domain.Ledger;
using Huodi.Store.Postgres;
using Huodi.Store.Postgres.Ledger;
using Xunit;

namespace Huodi.Store.Tests.Postgres;

/// <summary>A ledger too large to be put together at once is put together range by range.</summary>
public sealed class LedgerRangesTests(PostgresServer server)
{
    private static CancellationToken None => CancellationToken.None;

    [Theory]
    [InlineData(1, true)]
    [InlineData(7, false)]
    [InlineData(100, true)]
    [InlineData(100, false)]
    [InlineData(1000, false)]
    [InlineData(16_000_000, false)]
    public async Task Stretches_InRanges_GiveEverySubjectOnceAndInOrder(long entriesOfRange, bool whole)
    {
        await using var store = await FilledAsync();
        ((PostgresLedger)store.Ledger).EntriesOfRange = entriesOfRange;

        var read = await ReadAsync(store, whole);

        // The order of code points, which is that of UTF-8, kind before identity.
        var wanted = await store.Ledger.EntriesAsync(0, None).GroupBy(e => e.Subject).Select(g => (g.Key, Numbers: string.Join(' ', g.Select(e => e.Number)))).ToListAsync();
        Assert.Equal(
            wanted.OrderBy(w => Convert.ToHexString(Encoding.UTF8.GetBytes(w.Key.Word)) + "/" + Convert.ToHexString(Encoding.UTF8.GetBytes(w.Key.Id)), StringComparer.Ordinal),
            read);
    }

    [Theory]
    [InlineData("'infinity'")]
    [InlineData("'-infinity'")]
    [InlineData("'5874897-12-31'")]
    public async Task Stretches_ADayThatNoLedgerWrote_IsCorrupt(string day)
    {
        await using var store = await FilledAsync();
        await PostgresServer.RunAsync($"{_database};Search Path=huodi,public", $"DROP TRIGGER ledger_entry_refuse ON ledger_entry; UPDATE ledger_entry SET happened = {day} WHERE number = 3");

        Assert.Equal("STORE_CORRUPT", (await Assert.ThrowsAsync<StoreException>(() => ReadAsync(store, whole: false))).Code);
    }

    private string _database = "";

    private async Task<ILandStore> FilledAsync()
    {
        _database = await server.NewDatabaseAsync();
        var store = await PostgresStore.OpenAsync(_database, TimeProvider.System, None);
        string[] hostile = ["it's", @"a\\b", @"a\b", "('x','y')", "\"quoted\"", "a,b", "é", "中文", "\U00020BB7", "\uFF01", "%s%L", "A", "Z", "~"];
        var subjects = hostile.Concat(Enumerable.Range(0, 80).Select(n => $"S{n * 7919 % 100:000}")).ToList();
        foreach (var kind in new[] { LedgerSubjectKind.Grant, LedgerSubjectKind.Parcel, LedgerSubjectKind.Project })
        {
            for (var round = 0; round < 2; round++)
                _ = await store.Ledger.AppendAsync([.. subjects.Select(s => Land.Draft(s, round == 0 ? "patrol" : "progress", kind))], None);
        }

        return store;
    }

    private static async Task<List<(LedgerSubject Subject, string Numbers)>> ReadAsync(ILandStore store, bool whole)
    {
        var read = new List<(LedgerSubject, string)>();
        await foreach (var stretch in store.Ledger.StretchesAsync(long.MaxValue, whole, None))
        {
            for (var i = 0; i < stretch.Count; i++) read.Add((stretch.Subject(i), string.Join(' ', stretch.Notes(i).ToArray().Select(n => n.Number))));
        }

        return read;
    }
}
