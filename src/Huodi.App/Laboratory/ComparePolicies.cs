using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Text.Json.Nodes;
using Huodi.App.Demo;
using Huodi.App.Stores;
using Huodi.Domain.Codes;
using Huodi.Domain.Facts;
using Huodi.Policies.Answers;
using Huodi.Policies.Evaluation;
using Huodi.Policies.Facts;
using NetTopologySuite.Geometries;

namespace Huodi.App.Laboratory;

/// <summary>Puts the questions of a comparison to every parcel and grant of a store, on both sides, and gives those that end differently. Writes nothing.</summary>
public sealed class ComparePolicies(ILandStore store, PolicyComparison comparison, Question question)
{
    private const int Batch = 512;

    private readonly DifferenceTally _tally = new(comparison.Pairs);

    /// <summary>The figures of what was compared so far; whole once <see cref="RunAsync"/> has been read to its end.</summary>
    public DifferenceSummary Summary => _tally.Summary();

    /// <summary>The subjects that change, parcels first, each kind by id; read it once.</summary>
    /// <param name="region">Part of the store to look at; null for all land that either side governs.</param>
    /// <param name="progress">Told the number of subjects compared so far.</param>
    /// <param name="cancellation">Stops the comparison.</param>
    /// <exception cref="FactsException">A subject's facts do not fit a side's dictionary; the message names the subject.</exception>
    public async IAsyncEnumerable<SubjectDifference> RunAsync(
        DivisionCode? region, IProgress<int>? progress, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var done = 0;
        await foreach (var batch in SubjectsAsync(region, cancellation).Chunk(Batch).WithCancellation(cancellation))
        {
            foreach (var judged in JudgeAll(batch, cancellation))
            {
                _tally.Add(judged.Subject.Kind, judged.From, judged.To, judged.Difference);
                if (judged.Difference is { } difference) yield return difference;
            }

            progress?.Report(done += batch.Length);
        }
    }

    private async IAsyncEnumerable<Subject> SubjectsAsync(DivisionCode? region, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var part = region ?? DivisionCode.Country;
        await foreach (var p in store.ParcelsAsync(part, cancellation))
        {
            if (region is not null || comparison.Concerns(p.Division)) yield return new(SubjectKind.Parcel, p.Id, p.Name, p.Division, p.Shape, p.Facts);
        }

        await foreach (var g in store.GrantsAsync(part, cancellation))
        {
            if (region is not null || comparison.Concerns(g.Division)) yield return new(SubjectKind.Grant, g.Number, g.Name, g.Division, null, g.Facts);
        }
    }

    private Judged[] JudgeAll(Subject[] batch, CancellationToken cancellation)
    {
        try
        {
            return [.. batch.AsParallel().AsOrdered().WithCancellation(cancellation).Select(Judge)];
        }
        catch (AggregateException several) when (several.InnerExceptions.OfType<FactsException>().FirstOrDefault() is { } first)
        {
            ExceptionDispatchInfo.Throw(first);
            throw;
        }
    }

    private Judged Judge(Subject subject)
    {
        var facts = subject.Facts.ToJson();
        var from = Answers(comparison.A, p => p.A, subject, facts);
        var to = Answers(comparison.B, p => p.B, subject, facts);
        var changes = comparison.Pairs
            .Select((pair, i) => (pair, From: from[i], To: to[i]))
            .Where(c => DecisionChange.IsOne(c.From, c.To))
            .Select(c => new DecisionChange(c.pair, c.From, c.To, MoneyChange.Of(c.From, c.To)))
            .ToList();
        return new(subject, from, to, changes.Count == 0
            ? null
            : new(subject.Kind, subject.Id, subject.Name, subject.Division, subject.Shape, DemoParcels.Made(subject.Facts), changes));
    }

    /// <summary>One side's answers in the order of the pairs; null where it does not ask.</summary>
    private PolicyAnswer?[] Answers(PolicySide side, Func<DecisionPair, AskedDecision?> of, Subject subject, JsonObject facts)
    {
        var asked = comparison.Pairs.Select(of).Select(d => d is not null && comparison.Asks(d, subject.Division) ? d.Decision.Id : null).ToList();
        try
        {
            using var answers = side.Library.EvaluateDecisions(asked.OfType<string>(), Known(facts, side.Library.Dictionary), question, withReasons: false).GetEnumerator();
            return [.. asked.Select(id => id is not null && answers.MoveNext() ? answers.Current : null)];
        }
        catch (FactsException problem)
        {
            var kind = subject.Kind == SubjectKind.Parcel ? "宗地" : "供地结果";
            throw new FactsException(problem.Code, problem.Fact, $"{kind} {subject.Id}（{side.Name}）：{problem.Message}", problem.Suggestion);
        }
    }

    /// <summary>The facts that a dictionary has. No decision of an older law can read a fact that its dictionary does not know.</summary>
    private static JsonObject Known(JsonObject facts, FactDictionary dictionary) => facts.All(f => dictionary.Find(f.Key) is not null)
        ? facts
        : new(facts.Where(f => dictionary.Find(f.Key) is not null).Select(f => KeyValuePair.Create(f.Key, f.Value?.DeepClone())));

    private sealed record Subject(SubjectKind Kind, string Id, string Name, DivisionCode Division, Geometry? Shape, FactSheet Facts);

    private sealed record Judged(Subject Subject, PolicyAnswer?[] From, PolicyAnswer?[] To, SubjectDifference? Difference);
}
