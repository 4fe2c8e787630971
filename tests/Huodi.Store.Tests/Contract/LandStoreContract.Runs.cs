using Huodi.App.Assessments;
using Huodi.App.Stores;
using Huodi.Domain.Codes;
using Huodi.Domain.Facts;
using Xunit;

namespace Huodi.Store.Tests.Contract;

public abstract partial class LandStoreContract
{
    [Fact]
    public async Task SaveRunAsync_OfSubjects_GivesThemBackByKindAndId()
    {
        await using var store = await NewStoreAsync();
        SubjectAssessment[] subjects =
        [
            Land.Assessed(SubjectKind.Grant, "3401112007B00001", "met"),
            Land.Assessed(SubjectKind.Parcel, "P2", "value", "needsFacts", "notInForce"),
            Land.Assessed(SubjectKind.Parcel, "P1"),
        ];

        var run = await store.SaveRunAsync(Land.Run(), subjects.ToAsyncEnumerable(), None);

        Assert.Equal(1, run.Number);
        var found = await store.RunSubjectsAsync(run.Number, None).Select(Described.Text).ToListAsync();
        Assert.Equal([Described.Text(subjects[2]), Described.Text(subjects[1]), Described.Text(subjects[0])], found);
    }

    [Fact]
    public async Task RunsAsync_AfterTwoRuns_GivesThemNewestFirst()
    {
        await using var store = await NewStoreAsync();
        var first = await store.SaveRunAsync(Land.Run(), AsyncEnumerable.Empty<SubjectAssessment>(), None);
        var second = await store.SaveRunAsync(Land.Run("100000"), AsyncEnumerable.Empty<SubjectAssessment>(), None);

        var found = await store.RunsAsync(None).Select(Described.Text).ToListAsync();

        Assert.Equal([Described.Text(second), Described.Text(first)], found);
        Assert.Equal(Described.Text(Land.Run("100000") with { Number = 2 }), found[0]);
        Assert.Empty(await store.RunSubjectsAsync(1, None).ToListAsync());
    }

    [Fact]
    public async Task FindRunSubjectAsync_OfOneOfManyRuns_GivesTheFactsAsTheyStood()
    {
        await using var store = await NewStoreAsync();
        var before = Land.Assessed(SubjectKind.Parcel, "P1", "met");
        var after = before with { Facts = Land.Facts(8, ("宗地面积", 5m)) };
        _ = await store.SaveRunAsync(Land.Run(), new[] { before }.ToAsyncEnumerable(), None);
        _ = await store.SaveRunAsync(Land.Run(), new[] { after }.ToAsyncEnumerable(), None);

        Assert.Equal(Described.Text(before), Described.Text((await store.FindRunSubjectAsync(1, SubjectKind.Parcel, "P1", None))!));
        Assert.Equal(Described.Text(after), Described.Text((await store.FindRunSubjectAsync(2, SubjectKind.Parcel, "P1", None))!));
        Assert.Null(await store.FindRunSubjectAsync(2, SubjectKind.Grant, "P1", None));
        Assert.Null(await store.FindRunSubjectAsync(3, SubjectKind.Parcel, "P1", None));
    }

    [Fact]
    public async Task SaveRunAsync_FromTheStoresOwnParcels_StreamsThemThrough()
    {
        await using var store = await NewStoreAsync();
        _ = await store.SaveAsync(Land.Batch([.. Enumerable.Range(0, 300).Select(n => Land.Parcel($"P{n:000}"))]), None);

        var judged = store.ParcelsAsync(DivisionCode.Country, None).Select(p => Land.Assessed(SubjectKind.Parcel, p.Id, "met", "notMet") with { Facts = p.Facts });
        var run = await store.SaveRunAsync(Land.Run(), judged, None);

        var found = await store.RunSubjectsAsync(run.Number, None).ToListAsync();
        Assert.Equal(300, found.Count);
        Assert.All(found, s => Assert.Equal((2, 1L), (s.Verdicts.Count, s.Facts.All[0].Source.Batch)));
        Assert.Empty(await store.CheckAsync(None));
    }

    [Fact]
    public async Task SaveRunAsync_ThatFailsHalfWay_LeavesNoTrace()
    {
        await using var store = await NewStoreAsync();

        _ = await Assert.ThrowsAsync<InvalidDataException>(() => store.SaveRunAsync(Land.Run(), Broken(), None));

        Assert.Empty(await store.RunsAsync(None).ToListAsync());
        Assert.Equal(1, (await store.SaveRunAsync(Land.Run(), AsyncEnumerable.Empty<SubjectAssessment>(), None)).Number);

        static async IAsyncEnumerable<SubjectAssessment> Broken()
        {
            await Task.CompletedTask;
            yield return Land.Assessed(SubjectKind.Parcel, "P1", "met");
            throw new InvalidDataException();
        }
    }
}
