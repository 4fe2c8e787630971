using System.Globalization;
using System.Text.Json.Nodes;
using Huodi.App.Stores;
using Huodi.Domain.Ledger;
using Xunit;

namespace Huodi.Store.Tests.Contract;

public abstract partial class LandStoreContract
{
    private const string Letters = "甲乙丙丁0123456789abcdef";

    /// <summary>A literal of bytes in the store's SQL.</summary>
    protected abstract string Bytes(string hex);

    /// <summary>Each column of random entries changed at random places, one change at a time, and put back; the head as well. No anchor is needed.</summary>
    [Fact]
    public async Task Ledger_AnythingChangedAnywhere_IsFoundAndNothingElse()
    {
        await using var store = await NewStoreAsync();
        LedgerDraft[] drafts =
        [
            .. Enumerable.Range(1, 5).Select(n => Land.Draft($"P{n}", "patrol", day: n, fields: new JsonObject { ["巡查方式"] = "现场", ["已开工"] = n % 2 == 0 })),
            Land.Draft("P1", "patrol", supersedes: new(1, "误录"), day: 9), Land.Draft("P2", "patrol", supersedes: new(2, "日期写错"), day: 8),
        ];
        _ = await store.Ledger.AppendAsync(drafts, None);
        foreach (var drop in DropGuards) await RunSqlAsync(drop);

        var changes = 0;
        foreach (var entry in await store.Ledger.EntriesAsync(0, None).ToListAsync())
        {
            foreach (var (column, changed, kept) in Changes(entry))
            {
                await RunSqlAsync($"UPDATE ledger_entry SET {column} = {changed} WHERE number = {entry.Number}");
                await AssertFoundAsync(store, $"{column} of {entry.Number}: {changed}");
                await RunSqlAsync($"UPDATE ledger_entry SET {column} = {kept} WHERE number = {entry.Number}");
                changes++;
            }
        }

        var head = await store.Ledger.HeadAsync(None);
        foreach (var (column, changed, kept) in new[]
        {
            ("entries", "6", "7"), ("entries", "8", "7"), ("entries", "0", "7"),
            ("hash", Bytes(Flipped(head.Hash)), Bytes(head.Hash)), ("hash", Bytes(Flipped(head.Hash)), Bytes(head.Hash)),
            ("recorded_at", $"'{Moment(head.Recorded.AddMilliseconds(1))}'", $"'{Moment(head.Recorded)}'"),
        })
        {
            await RunSqlAsync($"UPDATE ledger_head SET {column} = {changed}");
            await AssertFoundAsync(store, $"{column} of the head: {changed}");
            await RunSqlAsync($"UPDATE ledger_head SET {column} = {kept}");
            changes++;
        }

        Assert.Empty((await store.Ledger.VerifyAsync(null, None)).Problems);
        Assert.True(changes > 150, $"Only {changes} changes.");
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(3, 4)]
    [InlineData(4, 6)]
    public async Task Ledger_TwoEntriesExchanged_IsFound(int one, int other)
    {
        await using var store = await NewStoreAsync();
        _ = await store.Ledger.AppendAsync([.. Enumerable.Range(1, 6).Select(n => Land.Draft($"P{n}", "patrol"))], None);
        foreach (var drop in DropGuards) await RunSqlAsync(drop);

        foreach (var (from, to) in new[] { (one, 99), (other, one), (99, other) }) await RunSqlAsync($"UPDATE ledger_entry SET number = {to} WHERE number = {from}");

        await AssertFoundAsync(store, $"{one} and {other} exchanged");
    }

    private static async Task AssertFoundAsync(ILandStore store, string what) =>
        Assert.True((await store.Ledger.VerifyAsync(null, None)).Problems.Count > 0, what);

    /// <summary>Column, another value and the value it has, both as SQL.</summary>
    private static IEnumerable<(string Column, string Changed, string Kept)> Texts(LedgerEntry entry)
    {
        var draft = entry.Draft;
        foreach (var (column, text) in new[]
        {
            ("subject_id", draft.Subject.Id), ("kind", draft.Kind), ("recorded_by", draft.By), ("document", draft.Document.Name),
            ("document_hash", draft.Document.Hash), ("payload", draft.Payload.Text), ("reason", draft.Supersedes?.Reason),
        })
        {
            if (text is null) continue;
            foreach (var at in Enumerable.Range(0, 3).Select(_ => Random.Shared.Next(text.Length)).Distinct())
            {
                var letter = Letters.First(l => l != text[at]);
                yield return (column, Quoted(text[..at] + letter + text[(at + 1)..]), Quoted(text));
            }

            yield return (column, Quoted(text + " "), Quoted(text));
        }
    }

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static string Flipped(string hex)
    {
        var bytes = Convert.FromHexString(hex);
        bytes[Random.Shared.Next(bytes.Length)] ^= (byte)(1 << Random.Shared.Next(8));
        return Convert.ToHexString(bytes);
    }

    private IEnumerable<(string Column, string Changed, string Kept)> Changes(LedgerEntry entry)
    {
        foreach (var change in Texts(entry)) yield return change;
        var happened = entry.Draft.Happened;
        foreach (var days in new[] { -1, 1, 365 }) yield return ("happened", $"'{happened.AddDays(days):yyyy-MM-dd}'", $"'{happened:yyyy-MM-dd}'");
        foreach (var time in new[] { 1, -1, 60_000 }) yield return ("recorded_at", $"'{Moment(entry.Recorded.AddMilliseconds(time))}'", $"'{Moment(entry.Recorded)}'");
        yield return ("subject_kind", "'grant'", $"'{entry.Draft.Subject.Word}'");
        foreach (var _ in Enumerable.Range(0, 3)) yield return ("hash", Bytes(Flipped(entry.Hash)), Bytes(entry.Hash));
        yield return ("document_hash", "NULL", Quoted(entry.Draft.Document.Hash ?? ""));
        if (entry.Draft.Supersedes is not { } old)
        {
            yield return ("reason", "'补'", "NULL");
            if (entry.Number > 1) yield return ("supersedes", "1", "NULL");
            yield break;
        }

        foreach (var other in new[] { "3", "NULL" }) yield return ("supersedes", other, old.Number.ToString(CultureInfo.InvariantCulture));
        yield return ("reason", "NULL", Quoted(old.Reason));
    }
}
