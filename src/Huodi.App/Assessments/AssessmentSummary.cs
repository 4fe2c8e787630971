namespace Huodi.App.Assessments;

/// <summary>An assessment in figures. Outcomes stand in the order of the contract, decisions and articles in the order they were met.</summary>
public sealed record AssessmentSummary
{
    /// <summary>Parcels judged, generated ones included.</summary>
    public required int Parcels { get; init; }

    /// <summary>Grants judged.</summary>
    public required int Grants { get; init; }

    /// <summary>How many of the parcels are generated for demonstration.</summary>
    public required int Generated { get; init; }

    /// <summary>Answers in all.</summary>
    public required int Answers { get; init; }

    /// <summary>Answers by outcome, in the contract's spelling; outcomes that did not occur are absent.</summary>
    public required IReadOnlyList<KeyValuePair<string, int>> ByOutcome { get; init; }

    /// <summary>The same for generated parcels alone.</summary>
    public required IReadOnlyList<KeyValuePair<string, int>> GeneratedByOutcome { get; init; }

    /// <summary>Answers of each decision.</summary>
    public required IReadOnlyList<DecisionCounts> ByDecision { get; init; }

    /// <summary>Answers of each article.</summary>
    public required IReadOnlyList<ArticleCounts> ByArticle { get; init; }

    /// <summary>Missing facts, the one that would unlock most answers first.</summary>
    public required IReadOnlyList<MissingCount> Missing { get; init; }

    /// <summary>Counts the subjects of a run, one at a time.</summary>
    public static async Task<AssessmentSummary> OfAsync(IAsyncEnumerable<SubjectAssessment> subjects, CancellationToken cancellation)
    {
        var tally = new AssessmentTally();
        await foreach (var subject in subjects.WithCancellation(cancellation)) tally.Add(subject);
        return tally.Summary();
    }
}
