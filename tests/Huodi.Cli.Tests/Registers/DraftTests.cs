using Huodi.App.Lineage;
using Huodi.App.Stores;
using Huodi.Domain.Codes;
using Huodi.Domain.Lineage;
using Huodi.Domain.Registers;
using Huodi.Testing;

namespace Huodi.Cli.Tests.Registers;

public sealed class DraftTests : IAsyncDisposable
{
    private readonly InMemoryLandStore _store = new();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task EntriesAsync_ByAnswerFactAndFinding_KeepsSuspectedAndEnteredApart()
    {
        _ = await _store.SaveAsync(
            Ground.Parcel("1-found", Ground.Box(117.20, 31.8), ("已认定闲置", true), ("宗地面积", 500m)),
            Ground.Parcel("2-judged", Ground.Box(117.21, 31.8), Ground.NotStarted),
            Ground.Parcel("3-neither", Ground.Box(117.22, 31.8), ("已开工", true), ("停工中", false)),
            Ground.Parcel("4-excluded", Ground.Box(117.23, 31.8), Ground.NotStarted),
            Ground.Parcel("5-entered", Ground.Box(117.24, 31.8), Ground.NotStarted));
        var run = await _store.AssessAsync();
        _ = await _store.FindAsync("idle", "4-excluded", FindingAct.Exclude);
        _ = await _store.FindAsync("idle", "5-entered", FindingAct.Enter);

        var rows = await _store.DraftAsync("idle", run);

        Assert.Equal(
            [("1-found", RegisterStanding.Entered, "原因未定"), ("2-judged", RegisterStanding.Suspected, "企业自身原因"), ("5-entered", RegisterStanding.Entered, "企业自身原因")],
            rows.Select(r => (r.Id, r.Standing, r.Category)));
        Assert.Equal([OriginKind.Recorded], rows[0].Origins.Select(o => o.Kind));
        Assert.Equal((1L, "已认定闲置"), (rows[0].Origins[0].Number, rows[0].Origins[0].Reference));
        Assert.Equal(["闲置原因"], rows[0].Missing);
        Assert.Equal([(OriginKind.Assessment, run.Number, "CN-53-02/闲置")], rows[1].Origins.Select(o => (o.Kind, o.Number ?? 0, o.Reference)));
        Assert.Equal([OriginKind.Finding, OriginKind.Assessment], rows[2].Origins.Select(o => o.Kind));
        Assert.Equal("经核实", rows[2].Reason);
        Assert.Empty(rows[1].Doubts);
    }

    [Theory] // 2024-06-30 + a year is 2025-06-30. Seized 1 October to 31 December 2024: 92 days; on 1 July 2025 366 days, net 274.
    [InlineData(null, RegisterStanding.Suspected, "不能判断", "DL-29d/闲置：待补充材料，缺认定闲置扣除查封期间")]
    [InlineData(false, RegisterStanding.Suspected, "企业自身原因", "DL-29d/闲置：符合")]
    [InlineData(true, null, null, null)]
    public async Task EntriesAsync_OfLandInDalianUnderSeizure_AsksTheCitysArticle(bool? deducts, RegisterStanding? standing, string? category, string? origin)
    {
        _ = await _store.SaveAsync(Ground.Parcel("P", Ground.Box(121.5, 38.9), Seized("2024-06-30")) with { Division = DivisionCode.Parse("210211") });
        var run = await _store.AssessAsync(Ground.Deducting(deducts), new(2025, 7, 1));

        var rows = await _store.DraftAsync("idle", run, "210200");

        Assert.Equal(standing is null ? [] : [(standing.Value, category)], rows.Select(r => (r.Standing, (string?)r.Category)));
        Assert.All(rows, r => Assert.EndsWith(origin!, Assert.Single(r.Origins).Words, StringComparison.Ordinal));
        Assert.Empty(await _store.DraftAsync("idle-stock", run, "210200"));
    }

    [Fact]
    public async Task EntriesAsync_OfLandInDalianBeforeTheCitysArticle_AsksArticleTwo()
    {
        _ = await _store.SaveAsync(Ground.Parcel("P", Ground.Box(121.5, 38.9), Seized("2024-06-01")) with { Division = DivisionCode.Parse("210211") });
        var run = await _store.AssessAsync(Ground.Policies, new(2025, 6, 29)); // 大连's policy is in force from 30 June 2025.

        var row = Assert.Single(await _store.DraftAsync("idle", run, "210200"));

        Assert.EndsWith("CN-53-02/闲置：符合", Assert.Single(row.Origins).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EntriesAsync_OfLandThatCannotBeDecided_ListsItAsSuchWithWhatIsMissing()
    {
        _ = await _store.SaveAsync(Ground.Parcel("P", Ground.Box(117.20, 31.8), ("约定开工日期", "2020-03-01")));
        var run = await _store.AssessAsync();

        var row = Assert.Single(await _store.DraftAsync("idle", run));

        Assert.Equal((RegisterStanding.Suspected, "不能判断"), (row.Standing, row.Category));
        Assert.Contains("CN-53-02/闲置：待补充材料，缺", Assert.Single(row.Origins).Words, StringComparison.Ordinal);
        Assert.Contains("已开工", row.Origins[0].Words, StringComparison.Ordinal);
    }

    private static (string Name, System.Text.Json.Nodes.JsonNode Value)[] Seized(string agreed) =>
    [
        ("约定开工日期", agreed), ("已开工", false), ("宗地面积", 1000m), ("闲置原因", "企业自身原因"), ("房地产用地", false),
        ("不计入期间", new System.Text.Json.Nodes.JsonArray(new System.Text.Json.Nodes.JsonObject { ["原因"] = "司法查封", ["起"] = "2024-10-01", ["止"] = "2024-12-31" })),
    ];

    [Fact]
    public async Task EntriesAsync_WithoutAnAssessment_SuspectsNobodyByAnswers()
    {
        _ = await _store.SaveAsync(Ground.Parcel("P", Ground.Box(117.2, 31.8), Ground.NotStarted));

        Assert.Empty(await _store.DraftAsync("idle"));
    }

    [Fact]
    public async Task EntriesAsync_OfFactsCorrectedSinceTheAssessment_SaysThatTheAnswerIsOld()
    {
        _ = await _store.SaveAsync(Ground.Parcel("P", Ground.Box(117.2, 31.8), Ground.NotStarted));
        var run = await _store.AssessAsync();
        _ = await new CorrectFacts(_store, Ground.Policies, FixedClock.On(2026, 3, 1)).CorrectAsync(
            "P", new() { ["已开工"] = true }, Ground.Day, "王五", "更〔2026〕1号", "已动工", CancellationToken.None);

        var row = Assert.Single(await _store.DraftAsync("idle", run));

        Assert.Contains("重新评估", Assert.Single(row.Doubts), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EntriesAsync_OfAFindingAgainstARecordedFact_ShowsBothAndEntersNobody()
    {
        _ = await _store.SaveAsync(Ground.Parcel("P", Ground.Box(117.2, 31.8), ("已认定闲置", true)));
        _ = await _store.FindAsync("idle", "P", FindingAct.Exclude);

        var row = Assert.Single(await _store.DraftAsync("idle"));

        Assert.Equal(RegisterStanding.Suspected, row.Standing);
        Assert.Contains("认〔2026〕P号", Assert.Single(row.Doubts), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EntriesAsync_OfWhatAFoundParcelWasSplitInto_MakesCandidatesThatNameIt()
    {
        _ = await _store.SaveAsync(Ground.Parcel("P", Ground.Box(117.2, 31.8, 0.002)));
        _ = await _store.FindAsync("idle", "P", FindingAct.Enter);
        _ = await _store.ChangeAsync(
            ParcelChangeKind.Split, ["P"], [Ground.Parcel("P-1", Ground.Box(117.2, 31.8, 0.001)), Ground.Parcel("P-2", Ground.Box(117.201, 31.8, 0.001))]);

        var rows = await _store.DraftAsync("idle");

        Assert.Equal([("P-1", RegisterStanding.Suspected), ("P-2", RegisterStanding.Suspected)], rows.Select(r => (r.Id, r.Standing)));
        Assert.All(rows, r => Assert.Equal((OriginKind.Lineage, "认〔2026〕P号"), (r.Origins[0].Kind, r.Origins[0].Reference)));
    }

    [Theory]
    [InlineData(true, true, RegisterStanding.Entered, "两次均为建设用地")]
    [InlineData(true, false, RegisterStanding.Entered, "仅二调为建设用地")]
    [InlineData(false, true, RegisterStanding.Entered, "仅三调为建设用地")]
    [InlineData(false, false, RegisterStanding.Entered, "两次均非建设用地")]
    [InlineData(true, null, RegisterStanding.Suspected, "尚缺一次")]
    public async Task EntriesAsync_OfTheSurveyComparison_DividesByBothSurveys(bool second, bool? third, RegisterStanding standing, string category)
    {
        (string, System.Text.Json.Nodes.JsonNode)[] facts = third is { } known ? [("二调为建设用地", second), ("三调为建设用地", known)] : [("二调为建设用地", second)];
        _ = await _store.SaveAsync(Ground.Parcel("P", Ground.Box(117.2, 31.8), facts), Ground.Parcel("Q", Ground.Box(117.3, 31.8)));

        var row = Assert.Single(await _store.DraftAsync("survey-comparison"));

        Assert.Equal(("P", standing, category), (row.Id, row.Standing, row.Category));
    }

    [Fact]
    public async Task FileAsync_OfADraftThatChangedOrLacksFacts_RefusesAndFilesNothing()
    {
        _ = await _store.SaveAsync(Ground.Parcel("P", Ground.Box(117.2, 31.8), ("已认定闲置", true), ("宗地面积", 10m)));

        var changed = await Code(new("合肥市", "王五", "") { Digest = "0000000000000000", AllowsIncomplete = true });
        var incomplete = await Code(new("合肥市", "王五", ""));

        Assert.Equal(("REGISTER_CHANGED", "REGISTER_INCOMPLETE"), (changed, incomplete));
        Assert.Empty(await _store.Registers.VersionsAsync(CancellationToken.None).ToListAsync());

        async Task<string> Code(App.Registers.FilingRequest request) =>
            (await Assert.ThrowsAsync<StoreException>(() => _store.FileAsync("idle", null, 0, request))).Code;
    }

    [Fact]
    public async Task FileAsync_Twice_NamesAndChainsTheVersions()
    {
        _ = await _store.SaveAsync(Ground.Parcel("P", Ground.Box(117.2, 31.8), ("已认定闲置", true)));

        var (first, second) = (await _store.FileAsync("idle", null, 0), await _store.FileAsync("idle", null, 1));

        Assert.Equal(("合肥市闲置土地 2026年第1版", "合肥市闲置土地 2026年第2版"), (first.Name, second.Name));
        Assert.Equal((null, (long?)first.Number), (first.Base, second.Base));
        Assert.NotEqual(first.Hash, second.Hash);
        Assert.Equal(1, second.Incomplete);
    }
}
