using System.Globalization;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Huodi.App.Ledger.Clocks;
using Huodi.App.Ledger.Money;
using Huodi.App.Ledger.States;
using Huodi.Domain.Ledger;
using Huodi.Domain.Ledger.Projection;
using Huodi.Policies.Evaluation;

namespace Huodi.Cli.Tests.Ledger;

/// <summary>What holds of every ledger: the order of arrival and the number of corrections do not matter, days count once, money in is money out.</summary>
public sealed partial class LedgerPropertyTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly LedgerSubject Subject = LedgerSubject.Parse("grant:2102112025B00001");

    [Fact]
    public void Arrival_InAnyOrder_GivesTheSameFactsStatesClocksAndMoney() => Check(
        from file in Gen.Elements(Carried.Histories())
        from seed in Gen.Choose(0, int.MaxValue)
        select (file, seed),
        story =>
        {
            var drafts = Drafts(story.file);
            var day = drafts.Max(d => d.Happened).AddDays(story.seed % 400);

            Assert.Equal(Everything(Chain(drafts), day), Everything(Chain(Shuffled(drafts, new(story.seed))), day));
        });

    [Fact]
    public void Superseding_TwiceOrOnceWithTheLast_IsTheSame() => Check(
        from file in Gen.Elements(Carried.Histories())
        from at in Gen.Choose(0, 1000)
        from first in Gen.Choose(-200, 200)
        from last in Gen.Choose(-200, 200)
        from chained in Gen.Elements(true, false)
        select (file, at, first, last, chained),
        story =>
        {
            var drafts = Drafts(story.file).ToList();
            var index = story.at % drafts.Count;
            var (old, count) = (drafts[index], drafts.Count);
            LedgerDraft Correction(int days, long number) =>
                new(old.Subject, old.Kind, old.Happened.AddDays(days), "李四", old.Document, old.Payload, new(number, "误录"));
            if (old.Kind == EffectiveEntries.Withdrawal) return;
            var twice = Chain([.. drafts, Correction(story.first, index + 1), Correction(story.last, story.chained ? count + 1 : index + 1)]);
            var once = Chain([.. drafts, Correction(story.last, index + 1)]);

            Assert.Equal(Everything(once, Today), Everything(twice, Today));
        });

    [Fact]
    public void Withdrawing_WhatWasSuperseded_LeavesNothingOfIt() => Check(
        from file in Gen.Elements(Carried.Histories())
        from at in Gen.Choose(0, 1000)
        select (file, at),
        story =>
        {
            var drafts = Drafts(story.file).Where(d => d.Supersedes is null).ToList();
            var old = drafts[story.at % drafts.Count];
            if (drafts.Count == 1) return;
            var number = drafts.IndexOf(old) + 1;
            var corrected = new LedgerDraft(old.Subject, old.Kind, old.Happened.AddDays(3), "李四", old.Document, old.Payload, new(number, "误录"));
            var taken = new LedgerDraft(old.Subject, EffectiveEntries.Withdrawal, old.Happened, "李四", old.Document, LedgerPayload.Empty, new(drafts.Count + 1, "登错"));

            Assert.Equal(Everything(Chain([.. drafts.Where(d => d != old)]), Today), Everything(Chain([.. drafts, corrected, taken]), Today));
        });

    private static void Check<T>(Gen<T> stories, Action<T> holds) => Prop.ForAll(stories.ToArbitrary(), holds).QuickCheckThrowOnFailure();

    private static LedgerDraft[] Drafts(string file) => [.. History.Read(file, Carried.Ledger.Kinds, Carried.Library.Dictionary).Entries.Select(e => e.Draft)];

    private static List<LedgerEntry> Chain(IReadOnlyList<LedgerDraft> drafts)
    {
        var (entries, head, moment) = (new List<LedgerEntry>(), LedgerHead.Empty, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        foreach (var draft in drafts)
        {
            entries.Add(LedgerChain.Next(head, draft, moment = moment.AddSeconds(1)));
            head = LedgerChain.HeadOf(entries[^1]);
        }

        return entries;
    }

    /// <summary>The drafts in another order; a correction stays behind what it corrects, and corrections of one entry in their order.</summary>
    private static LedgerDraft[] Shuffled(LedgerDraft[] drafts, Random random)
    {
        var roots = new int[drafts.Length];
        for (var i = 0; i < drafts.Length; i++) roots[i] = drafts[i].Supersedes is { } old ? roots[old.Number - 1] : i;
        var slots = roots.ToArray();
        random.Shuffle(slots);
        var queues = Enumerable.Range(0, drafts.Length).GroupBy(i => roots[i]).ToDictionary(g => g.Key, g => new Queue<int>(g));
        var order = slots.Select(root => queues[root].Dequeue()).ToList();
        return
        [
            .. order.Select(i => drafts[i]).Select(d => d.Supersedes is not { } old ? d : new LedgerDraft(
                d.Subject, d.Kind, d.Happened, d.By, d.Document, d.Payload, new(order.IndexOf((int)old.Number - 1) + 1, old.Reason))),
        ];
    }

    /// <summary>All that is worked out from the entries, without their numbers.</summary>
    private static string Everything(IReadOnlyList<LedgerEntry> entries, DateOnly day)
    {
        var facts = FactProjection.Run(Carried.Ledger.Kinds, entries, day);
        var state = new DeriveState(Carried.Library, Carried.Ledger).Of(entries, day);
        var clocks = new ReadClocks(Carried.Library, Carried.Ledger).Of(entries, day);
        var money = new ReckonMoney(Carried.Library, Carried.Ledger).Of(entries, day);
        Assert.True(money.IsBalanced);
        return string.Join('\n',
        [
            facts.ToSheet().ToJson().ToJsonString(),
            .. facts.Problems.Select(p => $"{p.Code} {p.Fact}"),
            .. state.Findings.Prepend(state.Development).Select(s => $"{s.Name} {s.Holds} {string.Join('、', s.Candidates)} {string.Join('、', s.Missing)}"),
            .. clocks.Select(c => $"{c.Rule} {c.Due} {c.Done} {c.Status} {c.Warning} {string.Join('、', c.Missing)}"),
            .. money.Accounts.Select(a => $"{a.Rule.Name} {a.Owed} {a.In} {a.Out} {a.Reckoning?.Days} {a.Stretches.Sum(s => s.Stretch.Base)} {string.Join('、', a.Missing)}"),
            string.Create(CultureInfo.InvariantCulture, $"{money.In} {money.Out}"),
        ]);
    }

    private static LedgerDraft Draft(string kind, DateOnly day, params (string Name, JsonNode Value)[] fields) => new(
        Subject, Carried.Ledger.Kinds.Find(kind)!.English, day, "张三", new("文件"), // A kind of the project.
        LedgerPayload.Of(new JsonObject(fields.Select(f => KeyValuePair.Create(f.Name, (JsonNode?)f.Value)))));

    private static JsonObject Facts(IReadOnlyList<LedgerEntry> entries, DateOnly day) => FactProjection.Run(Carried.Ledger.Kinds, entries, day).ToSheet().ToJson();

    private static string Value(string decision, JsonObject facts, DateOnly day) => Carried.Library.Evaluate(decision, facts, new Question(day)).Value?.ToString() ?? "";
}
