using Huodi.App.Lineage;
using Huodi.App.Registers;
using Huodi.App.Stores;
using Huodi.Domain.Lineage;
using Huodi.Domain.Registers;
using Huodi.Testing;

namespace Huodi.Cli.Tests.Registers;

public sealed class CompareTests : IAsyncDisposable
{
    private readonly InMemoryLandStore _store = new();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task CompareAsync_OfASplitACorrectionAndFindings_SaysWhatAndWhy()
    {
        _ = await _store.SaveAsync(
            Ground.Parcel("1-split", Ground.Box(117.20, 31.8, 0.002), ("已认定闲置", true), ("宗地面积", 40000m)),
            Ground.Parcel("2-corrected", Ground.Box(117.21, 31.8), ("已认定闲置", true), ("宗地面积", 500m)),
            Ground.Parcel("3-excluded", Ground.Box(117.22, 31.8), Ground.NotStarted),
            Ground.Parcel("4-entered", Ground.Box(117.23, 31.8), Ground.NotStarted),
            Ground.Parcel("5-same", Ground.Box(117.24, 31.8), ("已认定闲置", true)));
        var run = await _store.AssessAsync();
        var first = await _store.FileAsync("idle", run, 0);

        _ = await _store.ChangeAsync(
            ParcelChangeKind.Split, ["1-split"], [Ground.Parcel("1-a", Ground.Box(117.20, 31.8, 0.0005)), Ground.Parcel("1-b", Ground.Box(117.2005, 31.8, 0.0015))], 1);
        _ = await new CorrectFacts(_store, Ground.Policies, new FixedClock(Ground.Noon(1))).CorrectAsync(
            "2-corrected", new() { ["宗地面积"] = 620.5m }, Ground.Day, "王五", "更〔2026〕7号", "登记有误", CancellationToken.None);
        _ = await _store.FindAsync("idle", "3-excluded", FindingAct.Exclude, 1);
        _ = await _store.FindAsync("idle", "4-entered", FindingAct.Enter, 1);
        var second = await _store.FileAsync("idle", run, 2);
        var rows = await new CompareRegisters(_store).CompareAsync(first, second, CancellationToken.None);

        Assert.Equal(
            ["新进 1-a", "新进 1-b", "退出 1-split", "退出 3-excluded", "变化 2-corrected", "变化 4-entered"], rows.Select(r => $"{DifferenceWords.Chinese(r.Kind)} {r.Id}"));
        Assert.Contains("由 1-split 分割而来（2026-03-01，变〔2026〕1号，分割转让）", rows[0].Reasons);
        Assert.Equal(["分割为 1-a、1-b（2026-03-01，变〔2026〕1号，分割转让）"], rows[2].Reasons);
        Assert.Equal(-4000000, DifferenceWords.AreaChange(rows[2]));
        Assert.Contains("认〔2026〕3-excluded号", Assert.Single(rows[3].Reasons), StringComparison.Ordinal);
        Assert.Equal([new FieldChange("宗地面积", "500", "620.5")], rows[4].Fields);
        Assert.Equal(["更正“宗地面积”（2026-03-01，更〔2026〕7号，登记有误）"], rows[4].Reasons);
        Assert.Equal(12050, DifferenceWords.AreaChange(rows[4]));
        Assert.Equal([new FieldChange("状态", "疑似", "认定")], rows[5].Fields);
        Assert.Contains("认〔2026〕4-entered号", Assert.Single(rows[5].Reasons), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CompareAsync_OfARowAnotherAssessmentDropped_NamesBothAssessments()
    {
        _ = await _store.SaveAsync(
            Ground.Parcel("P", Ground.Box(117.2, 31.8), Ground.NotStarted), Ground.Parcel("Q", Ground.Box(117.3, 31.8), ("已认定闲置", true)));
        var run = await _store.AssessAsync();
        var first = await _store.FileAsync("idle", run, 0);
        var empty = await _store.SaveRunAsync(run with { Number = 0 }, AsyncEnumerable.Empty<App.Assessments.SubjectAssessment>(), CancellationToken.None);
        var second = await _store.FileAsync("idle", empty, 1);

        var row = Assert.Single(await new CompareRegisters(_store).CompareAsync(first, second, CancellationToken.None));

        Assert.Equal(DifferenceKind.Left, row.Kind);
        Assert.Equal(["第 1 次评估 CN-53-02/闲置：符合；第 2 次评估不再得出"], row.Reasons);
    }

    [Fact]
    public async Task CompareAsync_OfTwoRegisters_Refuses()
    {
        _ = await _store.SaveAsync(Ground.Parcel("P", Ground.Box(117.2, 31.8), ("已认定闲置", true), ("二调为建设用地", true)));
        var (idle, survey) = (await _store.FileAsync("idle", null, 0), await _store.FileAsync("survey-comparison", null, 0));

        var error = await Assert.ThrowsAsync<StoreException>(() => new CompareRegisters(_store).CompareAsync(idle, survey, CancellationToken.None));

        Assert.Equal("REGISTER_APART", error.Code);
    }
}
