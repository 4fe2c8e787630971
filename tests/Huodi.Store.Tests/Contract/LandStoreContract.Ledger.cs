using System.Text;
using System.Text.Json.Nodes;
using Huodi.App.Ledger;
using Huodi.App.Ledger.Stretches;
using Huodi.App.Stores;
using Huodi.Domain.Ledger;
using Huodi.Domain.Ledger.Projection;
using Xunit;

namespace Huodi.Store.Tests.Contract;

public abstract partial class LandStoreContract
{
    /// <summary>Runs SQL on the store made last, behind its back.</summary>
    protected abstract Task RunSqlAsync(string sql);

    /// <summary>The statements that take the guards of the ledger away, as somebody with the database's password could.</summary>
    protected abstract string[] DropGuards { get; }

    [Fact]
    public async Task Ledger_Appended_GivesBackEveryFieldAndChainsThem()
    {
        await using var store = await NewStoreAsync();
        var drafts = new[]
        {
            Land.Draft("P1", "supply", fields: new JsonObject { ["说明"] = "“引号”\\与\u0001𠮷", ["出让价款总额"] = JsonNode.Parse("600000.00"), ["空"] = null }),
            new LedgerDraft(new(LedgerSubjectKind.Project, "XM-1"), "review", new(2026, 2, 2), "李四", new SourceDocument("无散列"), LedgerPayload.Empty),
        };

        var appended = await store.Ledger.AppendAsync(drafts, None);
        var corrected = await store.Ledger.AppendAsync([Land.Draft("P1", "supply", supersedes: new(1, "日期写错"))], None);

        var stored = await store.Ledger.EntriesAsync(0, None).ToListAsync();
        Assert.Equal([.. appended.Select(a => a.Entry), corrected[0].Entry], stored);
        Assert.Equal([1, 2, 3], stored.Select(e => e.Number));
        Assert.Equal("""{"出让价款总额":600000.00,"说明":"“引号”\\与\u0001""" + "𠮷\"}", stored[0].Draft.Payload.Text.Replace("\\uD842\\uDFB7", "𠮷", StringComparison.Ordinal));
        var previous = LedgerHead.Genesis;
        foreach (var entry in stored) Assert.Equal(entry.Hash, previous = LedgerChain.HashOf(entry, previous));
        Assert.Equal(LedgerChain.HeadOf(stored[2]), await store.Ledger.HeadAsync(None));
        Assert.Equal([stored[0], stored[2]], await store.Ledger.OfSubjectAsync(drafts[0].Subject, None).ToListAsync());
        Assert.Equal(stored[1], await store.Ledger.FindAsync(2, None));
        Assert.Null(await store.Ledger.FindAsync(4, None));
        Assert.Empty((await store.Ledger.VerifyAsync(null, None)).Problems);
    }

    [Fact]
    public async Task Ledger_AppendedTwice_RecordsNothingTwice()
    {
        await using var store = await NewStoreAsync();
        var first = await store.Ledger.AppendAsync([Land.Draft("P1", "patrol"), Land.Draft("P1", "patrol")], None);
        var again = await store.Ledger.AppendAsync([Land.Draft("P1", "patrol", day: 2), Land.Draft("P1", "patrol")], None);

        Assert.Equal([(1L, true), (1L, false)], first.Select(a => (a.Entry.Number, a.IsNew)));
        Assert.Equal([(2L, true), (1L, false)], again.Select(a => (a.Entry.Number, a.IsNew)));
        Assert.Equal(2, (await store.Ledger.HeadAsync(None)).Entries);
    }

    [Fact]
    public async Task Ledger_AppendedAgainAfterAWithdrawal_IsRecordedAnewAndOnce()
    {
        await using var store = await NewStoreAsync();
        var draft = Land.Draft("P1", "patrol");
        var withdrawal = Land.Draft("P1", EffectiveEntries.Withdrawal, supersedes: new(1, "误以为重复"));
        _ = await store.Ledger.AppendAsync([draft, Land.Draft("P1", "patrol", day: 2), withdrawal], None);

        var again = await store.Ledger.AppendAsync([withdrawal, draft, draft, Land.Draft("P1", "patrol", day: 2)], None);
        var third = await store.Ledger.AppendAsync([draft], None);
        var inOneBatch = await store.Ledger.AppendAsync([Land.Draft("P1", EffectiveEntries.Withdrawal, supersedes: new(4, "再撤")), draft, draft], None);

        Assert.Equal([(3, false, null), (4, true, 1), (4, false, null), (2, false, null)], again.Select(Told));
        Assert.Equal([(4, false, null)], third.Select(Told));
        Assert.Equal([(5, true, null), (6, true, 4), (6, false, null)], inOneBatch.Select(Told));
        Assert.Equal([6, 2], EffectiveEntries.Of(await store.Ledger.OfSubjectAsync(draft.Subject, None).ToListAsync()).Select(e => e.Number));
        Assert.Empty((await store.Ledger.VerifyAsync(null, None)).Problems);

        static (long, bool, long?) Told(AppendedEntry a) => (a.Entry.Number, a.IsNew, a.Withdrawn);
    }

    /// <summary>The right figure stands in the place of the wrong one: the file that had the wrong one must not put it beside.</summary>
    [Fact]
    public async Task Ledger_AppendedAgainAfterACorrection_StandsAsCorrected()
    {
        await using var store = await NewStoreAsync();
        var wrong = Land.Draft("P1", "patrol");
        _ = await store.Ledger.AppendAsync([wrong, Land.Draft("P1", "patrol", supersedes: new(1, "改"), day: 2)], None);

        Assert.Equal((1, false), Told(await store.Ledger.AppendAsync([wrong], None)));

        // A correction is held while it is the last word: said again behind another, it becomes the last word again.
        Assert.Equal((2, false), Told(await store.Ledger.AppendAsync([Land.Draft("P1", "patrol", supersedes: new(1, "改"), day: 2)], None)));
        _ = await store.Ledger.AppendAsync([Land.Draft("P1", "patrol", supersedes: new(2, "再改"), day: 3)], None);
        Assert.Equal((4, true), Told(await store.Ledger.AppendAsync([Land.Draft("P1", "patrol", supersedes: new(1, "改"), day: 2)], None)));
        Assert.Equal([4], EffectiveEntries.Of(await store.Ledger.OfSubjectAsync(wrong.Subject, None).ToListAsync()).Select(e => e.Number));

        // Taken back with its correction, and brought back by correcting the withdrawal: held again.
        _ = await store.Ledger.AppendAsync([Land.Draft("P1", EffectiveEntries.Withdrawal, supersedes: new(4, "撤"))], None);
        _ = await store.Ledger.AppendAsync([Land.Draft("P1", "patrol", supersedes: new(5, "撤错了"))], None);
        Assert.Equal((1, false), Told(await store.Ledger.AppendAsync([wrong], None)));

        static (long, bool) Told(IReadOnlyList<AppendedEntry> appended) => (appended[0].Entry.Number, appended[0].IsNew);
    }

    [Fact]
    public async Task Ledger_Newest_GivesWhatTheFilterAsksForFromTheEnd()
    {
        await using var store = await NewStoreAsync();
        LedgerDraft[] drafts =
        [
            Land.Draft("P1", "patrol"), Land.Draft("P2", "patrol", day: 2), Land.Draft("P1", "start", day: 3),
            new(new(LedgerSubjectKind.Project, "P1"), "patrol", new(2026, 2, 4), "李四%（局）", new SourceDocument("文"), LedgerPayload.Empty),
        ];
        _ = await store.Ledger.AppendAsync(drafts, None);

        foreach (var (filter, numbers) in new (LedgerFilter, long[])[]
        {
            (LedgerFilter.All, [4, 3, 2, 1]), (new() { Kind = "patrol" }, [4, 2, 1]), (new() { Subject = new(LedgerSubjectKind.Parcel, "P1") }, [3, 1]),
            (new() { By = "四%（" }, [4]), (new() { By = "%" }, [4]), (new() { From = new(2026, 2, 2), To = new(2026, 2, 3) }, [3, 2]),
            (new() { Before = 3 }, [2, 1]), (new() { Kind = "patrol", Before = 4, To = new(2026, 2, 1) }, [1]), (new() { Kind = "' OR 1=1 --" }, []),
        })
        {
            var found = await store.Ledger.NewestAsync(filter, null, None).ToListAsync();
            Assert.Equal(numbers, found.Select(e => e.Number));
            Assert.All(found, e => Assert.True(filter.Wants(e)));
        }

        Assert.Equal([4, 3], await store.Ledger.NewestAsync(LedgerFilter.All, 2, None).Select(e => e.Number).ToListAsync());
    }

    [Fact]
    public async Task Ledger_SupersedingWhatIsNotThereOrSomethingElse_IsRefusedWhole()
    {
        await using var store = await NewStoreAsync();
        _ = await store.Ledger.AppendAsync([Land.Draft("P1", "patrol")], None);

        foreach (var wrong in new[]
        {
            Land.Draft("P1", "patrol", supersedes: new(7, "改")), Land.Draft("P2", "patrol", supersedes: new(1, "改")),
            Land.Draft("P1", "start", supersedes: new(1, "改")),
        })
        {
            var refused = await Assert.ThrowsAsync<StoreException>(() => store.Ledger.AppendAsync([Land.Draft("P9", "patrol"), wrong], None));
            Assert.Equal("LEDGER_SUPERSEDES", refused.Code);
        }

        Assert.Equal(1, (await store.Ledger.HeadAsync(None)).Entries);
        _ = await store.Ledger.AppendAsync([Land.Draft("P1", EffectiveEntries.Withdrawal, supersedes: new(1, "登错宗地"))], None);
        Assert.Empty(EffectiveEntries.Of(await store.Ledger.OfSubjectAsync(new(LedgerSubjectKind.Parcel, "P1"), None).ToListAsync()));
    }

    [Fact]
    public async Task Ledger_AppendedByManyAtOnce_MakesOneChain()
    {
        await using var store = await NewStoreAsync();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(async () =>
        {
            for (var i = 0; i < 5; i++) _ = await store.Ledger.AppendAsync([Land.Draft($"P{n}", "patrol", day: i + 1), Land.Draft($"Q{i}", "patrol", day: n + 1)], None);
        })));

        var verified = await store.Ledger.VerifyAsync(null, None);
        Assert.Equal((80, 80), (verified.Checked, verified.Head.Entries));
        Assert.Empty(verified.Problems);
        var stretch = await store.Ledger.StretchesAsync(80, false, None).SingleAsync();
        Assert.Equal(
            ["P0", "P1", "P2", "P3", "P4", "P5", "P6", "P7", "Q0", "Q1", "Q2", "Q3", "Q4"], Enumerable.Range(0, stretch.Count).Select(n => stretch.Subject(n).Id));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Ledger_ReadInStretches_GivesEverySubjectWithItsEntriesUpToANumber(bool whole)
    {
        const int Subjects = StretchBuilder.MostSubjects + 3; // so that there is more than one stretch
        await using var store = await NewStoreAsync();
        _ = await store.Ledger.AppendManyAsync(Rounds(), None);
        _ = await store.Ledger.AppendAsync([Land.Draft("S00007", "patrol", LedgerSubjectKind.Grant, new(7 + 1, "写错"), day: 7)], None);
        var head = await store.Ledger.HeadAsync(None);
        _ = await store.Ledger.AppendAsync([Land.Draft("S00007", "start", LedgerSubjectKind.Grant), Land.Draft("New", "start")], None);

        var read = new List<(LedgerSubject Subject, LedgerNote[] Notes, LedgerEntry[] Entries)>();
        await foreach (var stretch in store.Ledger.StretchesAsync(head.Entries, whole, None))
        {
            for (var i = 0; i < stretch.Count; i++)
                read.Add((stretch.Subject(i), stretch.Notes(i).ToArray(), [.. Enumerable.Range(0, stretch.Notes(i).Length).Select(n => stretch.Entry(i, n))]));
        }

        var wanted = await store.Ledger.EntriesAsync(0, None).Where(e => e.Number <= head.Entries).ToListAsync();
        Assert.Equal(Subjects, read.Count);
        Assert.Equal(read.Select(r => r.Subject.Id).Order(StringComparer.Ordinal), read.Select(r => r.Subject.Id));
        Assert.Equal(wanted, read.SelectMany(r => r.Entries).OrderBy(e => e.Number));
        foreach (var (subject, notes, entries) in read)
        {
            Assert.All(entries, e => Assert.Equal(subject, e.Subject));
            Assert.Equal(entries.Select(Described), notes.Select(n => (n.Number, n.Supersedes, n.Happened, n.Kind, Encoding.UTF8.GetString(n.Payload.Span))));
            Assert.Equal(notes.Select(n => n.Number).Order(), notes.Select(n => n.Number));
        }

        Assert.Equal(3, read[7].Notes.Length);
        Assert.Empty(await store.Ledger.StretchesAsync(0, whole, None).ToListAsync());

        static (long, long, DateOnly, string, string) Described(LedgerEntry e) =>
            (e.Number, e.Draft.Supersedes?.Number ?? 0, e.Happened, e.Kind, e.Draft.Payload.Text);

        static async IAsyncEnumerable<LedgerDraft> Rounds()
        {
            await Task.CompletedTask;
            foreach (var kind in new[] { "patrol", "progress" })
            {
                for (var n = 0; n < Subjects; n++)
                    yield return Land.Draft($"S{n:00000}", kind, LedgerSubjectKind.Grant, fields: new() { ["情况说明"] = new string((char)('一' + (n % 100)), n % 700) });
            }
        }
    }

    [Fact]
    public async Task Ledger_StretchesThatNobodyReadsToTheEnd_AreGivenUpAtOnce()
    {
        await using var store = await NewStoreAsync();
        _ = await store.Ledger.AppendManyAsync(Enumerable.Range(0, 2 * StretchBuilder.MostSubjects).Select(n => Land.Draft($"S{n:00000}", "patrol")).ToAsyncEnumerable(), None);

        await foreach (var stretch in store.Ledger.StretchesAsync(long.MaxValue, false, None))
        {
            Assert.Equal("S00000", stretch.Subject(0).Id);
            break;
        }

        Assert.False((await store.Ledger.AppendAsync([Land.Draft("S00000", "patrol")], None))[0].IsNew);
    }

    [Fact]
    public async Task Ledger_AppendedAsAStream_IsThereWholeOrNotAtAll()
    {
        await using var store = await NewStoreAsync();
        _ = await store.Ledger.AppendAsync([Land.Draft("P1", "patrol")], None);

        _ = await Assert.ThrowsAsync<InvalidOperationException>(() => store.Ledger.AppendManyAsync(Many(3000, breakAt: 2500), None));
        Assert.Equal(1, (await store.Ledger.HeadAsync(None)).Entries);
        var head = await store.Ledger.AppendManyAsync(Many(3000, breakAt: -1), None);

        Assert.Equal(3001, head.Entries);
        var verified = await store.Ledger.VerifyAsync(head, None);
        Assert.Empty(verified.Problems);
        Assert.Equal(3001, verified.Checked);
        _ = await store.Ledger.AppendAsync([Land.Draft("P1", "patrol", day: 9)], None);
        Assert.Empty((await store.Ledger.VerifyAsync(head, None)).Problems);

        static async IAsyncEnumerable<LedgerDraft> Many(int count, int breakAt)
        {
            await Task.CompletedTask;
            for (var i = 0; i < count; i++) yield return i == breakAt ? throw new InvalidOperationException() : Land.Draft($"B{i:0000}", "patrol");
        }
    }

    [Theory]
    [InlineData("UPDATE ledger_entry SET recorded_by = '王五'")]
    [InlineData("DELETE FROM ledger_entry")]
    [InlineData("DELETE FROM ledger_head")]
    [InlineData("UPDATE ledger_head SET entries = 0")]
    [InlineData("UPDATE ledger_head SET entries = 1")]
    public async Task Ledger_ChangedBySql_IsRefusedByTheDatabase(string sql)
    {
        await using (var store = await NewStoreAsync()) _ = await store.Ledger.AppendAsync([Land.Draft("P1", "patrol"), Land.Draft("P2", "patrol")], None);

        var refused = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => RunSqlAsync(sql));

        Assert.Contains("台账", refused.Message, StringComparison.Ordinal);
        await using var again = await ReopenAsync();
        Assert.Empty((await again.Ledger.VerifyAsync(null, None)).Problems);
    }

    [Theory]
    [InlineData("UPDATE ledger_entry SET number = 12 WHERE number = 3", "LEDGER_MISSING")]
    [InlineData("UPDATE ledger_entry SET subject_kind = 'grant' WHERE number = 3", "LEDGER_CHANGED")]
    [InlineData("UPDATE ledger_entry SET subject_id = 'P4' WHERE number = 3", "LEDGER_CHANGED")]
    [InlineData("UPDATE ledger_entry SET kind = 'patrom' WHERE number = 3", "LEDGER_CHANGED")]
    [InlineData("UPDATE ledger_entry SET happened = '2026-02-02' WHERE number = 3", "LEDGER_CHANGED")]
    [InlineData("UPDATE ledger_entry SET recorded_at = '2026-03-01T08:30:15.251Z' WHERE number = 3", "LEDGER_CHANGED")]
    [InlineData("UPDATE ledger_entry SET recorded_at = '2026-03-01T08:30:15.2500001Z' WHERE number = 3", "LEDGER_*")]
    [InlineData("UPDATE ledger_entry SET recorded_by = '张二' WHERE number = 3", "LEDGER_CHANGED")]
    [InlineData("UPDATE ledger_entry SET document = document || '号' WHERE number = 3", "LEDGER_CHANGED")]
    [InlineData("UPDATE ledger_entry SET document_hash = NULL WHERE number = 3", "LEDGER_CHANGED")]
    [InlineData("UPDATE ledger_entry SET payload = replace(payload, '600000.00', '600000.01') WHERE number = 3", "LEDGER_CHANGED")]
    [InlineData("UPDATE ledger_entry SET payload = payload || ' ' WHERE number = 3", "LEDGER_CHANGED")]
    [InlineData("UPDATE ledger_entry SET supersedes = 1 WHERE number = 3", "LEDGER_*")]
    [InlineData("UPDATE ledger_entry SET supersedes = NULL, reason = NULL WHERE number = 5", "LEDGER_CHANGED")]
    [InlineData("UPDATE ledger_entry SET reason = '无' WHERE number = 5", "LEDGER_CHANGED")]
    [InlineData("UPDATE ledger_entry SET hash = (SELECT hash FROM ledger_entry WHERE number = 2) WHERE number = 3", "LEDGER_CHANGED")]
    [InlineData("DELETE FROM ledger_entry WHERE number = 3", "LEDGER_MISSING")]
    [InlineData("DELETE FROM ledger_entry WHERE number = 6", "LEDGER_HEAD")]
    [InlineData("UPDATE ledger_head SET entries = 5, hash = (SELECT hash FROM ledger_entry WHERE number = 5); DELETE FROM ledger_entry WHERE number = 6", "LEDGER_ANCHOR")]
    public async Task Ledger_ChangedBehindItsGuards_IsFoundByVerification(string sql, string code)
    {
        LedgerHead anchor;
        await using (var store = await NewStoreAsync())
        {
            LedgerDraft[] drafts = [.. Enumerable.Range(1, 4).Select(n => Land.Draft($"P{n}", "patrol"))];
            _ = await store.Ledger.AppendAsync([.. drafts, Land.Draft("P1", "patrol", supersedes: new(1, "改"), day: 2), Land.Draft("P6", "patrol")], None);
            anchor = await store.Ledger.HeadAsync(None);
        }

        foreach (var drop in DropGuards) await RunSqlAsync(drop);
        await RunSqlAsync(sql);

        await using var again = await ReopenAsync();
        var found = await again.Ledger.VerifyAsync(anchor, None);
        Assert.Contains(found.Problems, p => code == "LEDGER_*" || p.Code == code);
        if (code == "LEDGER_CHANGED") Assert.Contains(found.Problems, p => p.Number is 3 or 5);
    }

    /// <summary>On each of the two stores: a hundred in all.</summary>
    [Fact]
    public Task Ledger_KilledWhileItAppends_LosesNothingReportedAndBreaksNoChain() => KilledAppendsAsync(50);

    /// <summary>By <c>./test --kills</c>.</summary>
    [Fact(Explicit = true)]
    public Task Ledger_KilledAHundredTimesWhileItAppends_LosesNothingReportedAndBreaksNoChain() => KilledAppendsAsync(100);

    private async Task KilledAppendsAsync(int kills)
    {
        await using (await NewStoreAsync())
        {
        }

        var anchor = LedgerHead.Empty;
        for (var kill = 0; kill < kills; kill++)
        {
            var delay = TimeSpan.FromMilliseconds(Random.Shared.Next(0, 25));
            var lines = await KilledImporter.ReportedAsync([.. ImporterArguments, "ledger"], lines: Random.Shared.Next(1, 6), delay);
            var reported = lines.Where(l => l.StartsWith("entry ", StringComparison.Ordinal)).Select(l => l[6..].Split(':')).ToList();
            if (reported.Count > 0) anchor = new(long.Parse(reported[^1][0], System.Globalization.CultureInfo.InvariantCulture), reported[^1][1], default);

            await using var store = await ReopenAsync();
            var verified = await store.Ledger.VerifyAsync(anchor, None);
            Assert.Empty(verified.Problems);
            Assert.InRange(verified.Head.Entries - anchor.Entries, 0, 9); // at most the one append that was saved and not reported
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{kills} kills, {anchor.Entries} acknowledged entries, none lost, no chain broken.");
        Assert.True(anchor.Entries > kills, $"Only {anchor.Entries} entries were recorded.");
    }
}
