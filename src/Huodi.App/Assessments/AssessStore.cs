using System.Runtime.CompilerServices;
using Huodi.App.Overlays;
using Huodi.App.Stores;
using Huodi.Domain.Codes;
using Huodi.Domain.Facts;
using Huodi.Policies;
using Huodi.Policies.Answers;
using Huodi.Policies.Evaluation;
using Huodi.Policies.Packages;

namespace Huodi.App.Assessments;

/// <summary>Judges every parcel and grant of a region by every decision of every package that governs it there, and freezes the run.</summary>
public sealed class AssessStore(ILandStore store, PolicyLibrary policies, TimeProvider time)
{
    /// <summary>Runs and freezes an assessment.</summary>
    /// <param name="asOf">The day on which the questions are asked.</param>
    /// <param name="region">Which part of the store to judge.</param>
    /// <param name="progress">Told the number of subjects judged so far.</param>
    /// <param name="cancellation">Stops the run; nothing is saved then.</param>
    /// <returns>The frozen run with its number.</returns>
    public Task<AssessmentRun> RunAsync(DateOnly asOf, DivisionCode region, IProgress<int>? progress, CancellationToken cancellation)
    {
        var packages = policies.Packages.Where(p => Touches(p, region)).OrderBy(p => p.Id, StringComparer.Ordinal);
        var run = new AssessmentRun(0, asOf, region, time.GetUtcNow(), [.. packages.Select(p => KeyValuePair.Create(p.Id, p.Hash))]);
        return store.SaveRunAsync(run, SubjectsAsync(new(asOf), region, progress, cancellation), cancellation);
    }

    /// <summary>An answer as the line a run keeps.</summary>
    public static VerdictLine Line(PolicyAnswer answer) => new(
        answer.Decision,
        answer.ArticleId,
        answer.Package,
        answer.Outcome.Code(),
        answer.Value?.ToJsonString(PolicyAnswerJson.Compact),
        answer.Unit,
        [.. answer.Missing.Select(m => m.Name)],
        answer.Receipt);

    private static bool Touches(PolicyPackage package, DivisionCode region) => package.Region.Contains(region) || region.Contains(package.Region);

    /// <summary>Subjects in the store's order; some are judged beside each other while the next are read.</summary>
    private async IAsyncEnumerable<SubjectAssessment> SubjectsAsync(
        Question question, DivisionCode region, IProgress<int>? progress, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var judged = 0;
        var running = new Queue<Task<SubjectAssessment>>();
        await foreach (var subject in StoredAsync(region, cancellation))
        {
            running.Enqueue(Task.Run(() => Judge(subject, question), cancellation));
            if (running.Count <= Environment.ProcessorCount * 4) continue;
            yield return await running.Dequeue();
            progress?.Report(++judged);
        }

        while (running.TryDequeue(out var next))
        {
            yield return await next;
            progress?.Report(++judged);
        }
    }

    private async IAsyncEnumerable<SubjectAssessment> StoredAsync(DivisionCode region, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var measured = await MeasuredFacts.LoadAsync(store, policies.Dictionary, cancellation);
        await foreach (var parcel in store.ParcelsAsync(region, cancellation))
            yield return new(SubjectKind.Parcel, parcel.Id, parcel.Name, parcel.Division, measured.With(parcel.Id, parcel.Facts), []);
        await foreach (var grant in store.GrantsAsync(region, cancellation)) yield return new(SubjectKind.Grant, grant.Number, grant.Name, grant.Division, grant.Facts, []);
    }

    private SubjectAssessment Judge(SubjectAssessment subject, Question question) =>
        subject with { Verdicts = [.. policies.EvaluateSubject(subject.Division, subject.Facts.ToJson(), question, withReasons: false).Select(Line)] };
}
