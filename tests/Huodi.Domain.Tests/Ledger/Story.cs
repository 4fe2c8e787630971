using System.Text.Json.Nodes;
using Huodi.Domain.Ledger;
using Huodi.Domain.Ledger.Kinds;

namespace Huodi.Domain.Tests.Ledger;

/// <summary>A small set of kinds, and entries about one grant: entry n is recorded on the n-th day after New Year 2026.</summary>
internal sealed class Story
{
    public static readonly LedgerKinds Kinds = new(
    [
        Kind("supply", new SetsFact("约定开工日期", EffectTerm.Field("约定开工日期")), new SetsFact("供地日期", EffectTerm.Day)),
        Kind("start", new SetsFact("实际开工日期", EffectTerm.Day), new SetsFact("已开工", EffectTerm.Literal(true))),
        Kind("payment", new AddsToFact("已缴出让价款", "金额", false)),
        Kind("refund", new AddsToFact("已缴出让价款", "金额", true)),
        Kind("seizure", new OpensInterval("不计入期间", "号", EffectTerm.Literal("司法查封"))),
        Kind("release", new ClosesInterval("不计入期间", "号")),
        Kind("check", new ListsItem("不计入期间", [])),
        Kind("stop", new SetsFact("停工日期", EffectTerm.Day)),
        Kind("resume", new EndsFact("停工日期")),
    ]);

    private readonly List<LedgerEntry> _entries = [];

    public IReadOnlyList<LedgerEntry> Entries => _entries;

    public static LedgerDraft Draft(string kind, DateOnly day, Supersession? supersedes = null, params (string Name, JsonNode Value)[] fields) => new(
        new(LedgerSubjectKind.Grant, "G1"),
        kind,
        day,
        "张三",
        new("文"),
        LedgerPayload.Of(new JsonObject(fields.Select(f => KeyValuePair.Create(f.Name, (JsonNode?)f.Value.DeepClone())))),
        supersedes);

    public Story Add(LedgerDraft draft)
    {
        var head = _entries.Count == 0 ? LedgerHead.Empty : LedgerChain.HeadOf(_entries[^1]);
        _entries.Add(LedgerChain.Next(head, draft, Recorded(_entries.Count + 1)));
        return this;
    }

    public Story Add(string kind, string day, params (string Name, JsonNode Value)[] fields) => Add(Draft(kind, DateOnly.Parse(day, null), null, fields));

    public Story Correct(long number, string kind, string day, params (string Name, JsonNode Value)[] fields) =>
        Add(Draft(kind, DateOnly.Parse(day, null), new(number, "写错"), fields));

    public static DateTimeOffset Recorded(int number) => new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(number);

    private static LedgerKind Kind(string name, params FactEffect[] effects) =>
        new(name, name, "监管", [LedgerSubjectKind.Grant], [], "文", "", [], effects, 1);
}
