using System.Text.Json.Nodes;
using Huodi.App.Cases;
using Huodi.App.Ledger;
using Huodi.Domain.Ledger;
using Huodi.Policies;
using Huodi.Policies.Ledger;
using Huodi.Policies.Loading;
using Huodi.Policies.Procedures;
using Huodi.Store.GeoPackage;
using Huodi.Testing;

namespace Huodi.Cli.Tests.Cases;

/// <summary>A case is its entries: in any order of arrival, with corrections, and with several people at work.</summary>
public sealed class CaseLedgerTests
{
    private const string Office = "市、县国土资源主管部门";
    private const string Idle = "CN-53-04/闲置土地处置";
    private static readonly LedgerSubject Grant = new(LedgerSubjectKind.Grant, "2102112022B00002");
    private static readonly DateOnly Today = new(2026, 3, 1);
    private static readonly Lazy<(PolicyLibrary Library, LoadedLedger Ledger)> Loaded = new(() =>
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "policies");
        var library = PolicyFolder.Load(folder).Library;
        return (library, LedgerFolder.Load(folder, library));
    });

    [Fact]
    public async Task Read_EntriesInEveryOrderOfArrival_IsTheSameCase()
    {
        var drafts = new[]
        {
            Draft(CaseField.Opened, 2, new() { [CaseField.Number] = "A", [CaseField.Procedure] = Idle }),
            Step(1, 2, "发现涉嫌闲置", "涉嫌构成闲置土地", Office),
            Step(2, 9, "送达《闲置土地调查通知书》", "完成", Office, "送达回证"),
            Step(3, 20, "使用权人提供材料", "已提供", "国有建设用地使用权人"),
            Step(4, 20, "调查核实", "构成闲置土地", Office),
        };
        var (library, ledger) = Loaded.Value;
        var seen = new List<string>();
        foreach (var order in Orders(drafts.Length))
        {
            var store = new InMemoryLedger(TimeProvider.System);
            _ = await store.AppendManyAsync(order.Select(i => drafts[i]).ToAsyncEnumerable(), TestContext.Current.CancellationToken);
            var entries = await store.OfSubjectAsync(Grant, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
            var file = Assert.Single(new ReadCases(library, ledger).Of(entries, Today));
            seen.Add($"{string.Join('|', file.Steps.Select(s => $"{s.Place}{s.Done.Step}"))} {file.StandingWords} {file.Next?.Name}");
        }

        Assert.Equal(120, seen.Count);
        Assert.Equal(["1发现涉嫌闲置|2送达《闲置土地调查通知书》|3使用权人提供材料|4调查核实 在办 下达《闲置土地认定书》"], seen.Distinct());
    }

    [Fact]
    public async Task Record_TheSameStepByManyAtOnce_OneIsFirstAndTheOthersAreTold()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("huodi-case-");
        try
        {
            await using var store = await GeoPackageStore.OpenAsync(Path.Combine(folder.FullName, "a.gpkg"), TimeProvider.System, cancellation);
            var (library, ledger) = Loaded.Value;
            var keep = new KeepCases(library, ledger, store.Ledger, Today);
            _ = await keep.OpenAsync(new(Grant, Idle, "A", new(2026, 2, 2), "张三", new("立案审批表")), cancellation);

            var recorded = await Task.WhenAll(Enumerable.Range(1, 6).Select(i => Task.Run(() => keep.RecordAsync(
                new("A", new(new(2026, 2, 2), "发现涉嫌闲置", "涉嫌构成闲置土地", Office, [], ""), [], [], $"经办人{i}", new($"发现记录{i}"), 1), cancellation))));

            Assert.Single(recorded, r => r.Entry is not null);
            Assert.All(recorded.Where(r => r.Entry is null), r => Assert.Equal("CASE_MOVED", Assert.Single(r.Faults).Code));
            Assert.Equal(2, (await store.Ledger.HeadAsync(cancellation)).Entries);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Open_ByManyAtOnce_GivesEachANumberOfItsOwn()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var (library, ledger) = Loaded.Value;
        var keep = new KeepCases(library, ledger, new InMemoryLedger(TimeProvider.System), Today);

        var opened = await Task.WhenAll(Enumerable.Range(1, 4).Select(i => Task.Run(() => keep.OpenAsync(
            new(new(LedgerSubjectKind.Grant, $"G{i}"), Idle, null, new(2026, 2, 2), "张三", new("立案审批表")), cancellation))));

        Assert.Equal(["2026-0001", "2026-0002", "2026-0003", "2026-0004"], opened.Select(o => o.File?.Number ?? "").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Record_ADocumentThatOnlySomeLandNeeds_IsAskedForWhereTheFactHoldsOrIsNotKnown()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var (library, ledger) = Loaded.Value;
        ILedgerStore store = new InMemoryLedger(TimeProvider.System);
        var keep = new KeepCases(library, ledger, store, Today);
        _ = await keep.OpenAsync(new(Grant, Idle, "A", new(2026, 2, 2), "张三", new("立案审批表")), cancellation);
        StepRequest Approve(string ground, params string[] documents) => new(
            "A", new(new(2026, 2, 20), "处置方案报本级人民政府批准", "批准", "本级人民政府", documents, ground), [.. documents.Select(d => new SourceDocument(d))], [], "张三", new("批复"), null);

        // 第十三条第二款: 设有抵押权的, 应当书面通知相关抵押权人.
        var open = await keep.RecordAsync(Approve("前案", "闲置土地处置方案"), cancellation);
        _ = await store.AppendAsync([new(Grant, "mortgage", new(2025, 1, 1), "张三", new("登记证明"), LedgerPayload.Of(new() { ["抵押登记号"] = "1", ["抵押权人"] = "某银行" }))], cancellation);
        var mortgaged = await keep.RecordAsync(Approve("前案", "闲置土地处置方案"), cancellation);
        var whole = await keep.RecordAsync(Approve("前案", "闲置土地处置方案", "书面通知抵押权人的文件"), cancellation);

        Assert.Equal(["STEP_DOCUMENT_OPEN"], open.Faults.Select(f => f.Code));
        Assert.Equal(["STEP_DOCUMENT"], mortgaged.Faults.Select(f => f.Code));
        Assert.Empty(whole.Faults);
    }

    private static LedgerDraft Step(int place, int day, string step, string outcome, string role, params string[] documents) => Draft(CaseField.Done, day, new()
    {
        [CaseField.Number] = "A",
        [CaseField.Procedure] = Idle,
        [CaseField.Place] = place,
        [CaseField.Step] = step,
        [CaseField.Outcome] = outcome,
        [CaseField.Role] = role,
        [CaseField.Documents] = new JsonArray([.. documents.Select(d => (JsonNode)new JsonObject { ["名称"] = d })]),
    });

    private static LedgerDraft Draft(string kind, int day, JsonObject fields) => new(Grant, kind, new(2026, 2, day), "张三", new("卷"), LedgerPayload.Of(fields));

    private static IEnumerable<List<int>> Orders(int count)
    {
        if (count == 0) return [[]];
        return Orders(count - 1).SelectMany(o => Enumerable.Range(0, count).Select(at => o.Take(at).Append(count - 1).Concat(o.Skip(at)).ToList()));
    }
}
