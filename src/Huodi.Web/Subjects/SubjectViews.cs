using System.Text.Json.Nodes;
using Huodi.App.Stores;
using Huodi.Domain.Codes;
using Huodi.Domain.Facts;
using Huodi.Domain.Parcels;
using Huodi.Policies;
using Huodi.Policies.Evaluation;
using Huodi.Policies.Explaining;
using Huodi.Policies.Facts;
using Huodi.Web.Assessments;
using Huodi.Web.Evaluation;
using Huodi.Web.Parcels;

namespace Huodi.Web.Subjects;

/// <summary>Works out a subject's page: the frozen facts, the law asked again, the receipts compared. Writes nothing.</summary>
internal sealed class SubjectViews(ILandStore store, PolicyLibrary policies, RunIndexes runs, LegalCalendar calendar)
{
    /// <summary>The parcel's page; null when neither the store nor the run knows it.</summary>
    public async Task<SubjectView?> ParcelAsync(string id, long? run, DateOnly? asOf, CancellationToken cancellation)
    {
        if (await store.FindParcelAsync(id, cancellation) is not { } parcel) return null;
        var view = Start(SubjectKind.Parcel, parcel.Id, parcel.Name, parcel.Division, parcel.Facts) with
        {
            IsGenerated = parcel.IsGenerated,
            DivisionName = await DistrictNameAsync(parcel.Division, cancellation),
            Related = await GrantsOnAsync(parcel, cancellation),
            History = await ParcelHistory.ReadAsync(store, parcel.Id, cancellation),
        };
        return await AskAsync(view, run, asOf, cancellation);
    }

    /// <summary>The grant's page; null when the store does not know it.</summary>
    public async Task<SubjectView?> GrantAsync(string number, long? run, DateOnly? asOf, CancellationToken cancellation)
    {
        if (await store.FindGrantAsync(number, cancellation) is not { } grant) return null;
        var parcel = grant.ParcelId is { } id ? await store.FindParcelAsync(id, cancellation) : null;
        var view = Start(SubjectKind.Grant, grant.Number, grant.Name, grant.Division, grant.Facts) with
        {
            DivisionName = grant.DivisionName,
            Related = parcel is null ? [] : [new RelatedSubject(SubjectKind.Parcel, parcel.Id, parcel.Name)],
        };
        return await AskAsync(view, run, asOf, cancellation);
    }

    private SubjectView Start(SubjectKind kind, string id, string name, DivisionCode division, FactSheet facts) => new()
    {
        Kind = kind,
        Id = id,
        Name = name.Length > 0 ? name : id,
        Division = division,
        DivisionName = "",
        IsGenerated = false,
        Facts = facts,
        AsOf = calendar.Today,
        Dictionary = policies.Dictionary,
    };

    private async Task<SubjectView> AskAsync(SubjectView view, long? number, DateOnly? asOf, CancellationToken cancellation)
    {
        var run = await runs.RunAsync(number, cancellation);
        var frozen = run is null ? null : await store.FindRunSubjectAsync(run.Number, view.Kind, view.Id, cancellation);
        var facts = frozen?.Facts ?? view.Facts;
        var day = asOf ?? (frozen is null ? view.AsOf : run!.AsOf); // A frozen subject comes from a run.
        view = view with { Run = frozen is null ? null : run, Facts = facts, AsOf = day, Clock = ClockReader.Read(facts, day) };
        try
        {
            var question = new Question(day);
            var answers = policies.EvaluateSubject(view.Division, facts.ToJson(), question);
            var given = facts.All.Select(f => (f.Name, (JsonNode?)f.Value, Source(f.Source))).ToList();
            return view with
            {
                Answers = [.. answers.Select(a => Explanation.Of(policies, a, given, question))],
                Receipts = frozen is not null && view.IsDayOfRun
                    ? ReceiptCheck.Compare(run!, frozen.Verdicts, answers, policies) // As above.
                    : null,
            };
        }
        catch (FactsException broken)
        {
            return view with { Broken = broken };
        }
    }

    private static string Source(FactSource source) =>
        $"{source.File}{(source.Row > 0 ? $" 第 {source.Row} 行" : "")}{(source.Column.Length > 0 ? $"“{source.Column}”" : "")}{(source.Batch > 0 ? $" 第 {source.Batch} 批" : "")}";

    private async Task<string> DistrictNameAsync(DivisionCode code, CancellationToken cancellation)
    {
        await foreach (var district in store.DistrictsAsync(cancellation))
        {
            if (district.Code == code) return district.Name;
        }

        return code.Digits;
    }

    private async Task<IReadOnlyList<RelatedSubject>> GrantsOnAsync(Parcel parcel, CancellationToken cancellation)
    {
        var found = new List<RelatedSubject>();
        await foreach (var grant in store.GrantsAsync(parcel.Division.City, cancellation))
        {
            if (grant.ParcelId == parcel.Id) found.Add(new RelatedSubject(SubjectKind.Grant, grant.Number, grant.Name));
        }

        return found;
    }
}
