using Huodi.App.Assessments;
using Huodi.App.Stores;
using Huodi.Domain.Codes;
using Huodi.Formats.Tests.Assessments;
using Huodi.Testing;

namespace Huodi.Formats.Tests;

/// <summary>The fake keeps the port's promises, or tests that lean on it prove nothing.</summary>
public sealed class InMemoryLandStoreTests
{
    private static readonly CancellationToken None = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Save_Batches_NumbersThemAndTheirSources()
    {
        await using var store = new InMemoryLandStore();
        _ = await store.SaveAsync(Sample.SupplyRows(Sample.GoodRow), None);
        _ = await store.SaveAsync(Sample.SupplyRows(Sample.Row(("电子监管号", "4101002007B00001"))), None);

        Assert.Equal([2, 1], await store.ImportsAsync(None).Select(r => (int)r.Batch).ToListAsync(None));
        Assert.Equal(23, (await store.HeaderAsync(2, None)).Count);
        Assert.Empty(await store.HeaderAsync(9, None));
        var grants = await store.GrantsAsync(DivisionCode.Country, None).ToListAsync(None);
        Assert.Equal(["4101002007B00001", "4101842007B01080"], grants.Select(g => g.Number));
        Assert.Equal([2, 1], grants.Select(g => (int)g.Facts.All[0].Source.Batch));
        Assert.Equal("4101842007B01080", Assert.Single(await store.GrantsAsync(DivisionCode.Parse("410184"), None).ToListAsync(None)).Number);
        Assert.Null(await store.FindGrantAsync("none", None));
    }

    [Fact]
    public async Task Save_Cancelled_LeavesNothing()
    {
        await using var store = new InMemoryLandStore();
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.SaveAsync(Sample.SupplyRows(Sample.GoodRow), source.Token));

        Assert.Empty(await store.GrantsAsync(DivisionCode.Country, None).ToListAsync(None));
        Assert.Empty(await store.ImportsAsync(None).ToListAsync(None));
    }

    [Fact]
    public async Task SaveRun_Numbers_AndOrdersByKindAndId()
    {
        await using var store = new InMemoryLandStore();
        var subjects = Runs.Of(Runs.Grant("B", "二"), Runs.Grant("A", "一"), Runs.MadeParcel("P"));

        var run = await store.SaveRunAsync(Runs.Run with { Number = 0 }, subjects, None);

        Assert.Equal(1, run.Number);
        Assert.Equal(["P", "A", "B"], await store.RunSubjectsAsync(1, None).Select(s => s.Id).ToListAsync(None));
        Assert.Equal("一", (await store.FindRunSubjectAsync(1, Domain.Facts.SubjectKind.Grant, "A", None))?.Name);
        Assert.Equal([1], await store.RunsAsync(None).Select((AssessmentRun r) => (int)r.Number).ToListAsync(None));
    }
}
