using System.Text.Json.Nodes;
using Huodi.Domain.Ledger.Projection;
using Huodi.Policies;
using Huodi.Policies.Answers;
using Huodi.Policies.Evaluation;

namespace Huodi.App.Ledger;

/// <summary>Answers for one subject, each worked out when it is asked for.</summary>
/// <param name="library">The law.</param>
/// <param name="ledger">What the ledger knows about the subject.</param>
/// <param name="lawAsOf">The day whose law answers, whatever is asked; null leaves that to the question.</param>
public sealed class SingleAnswers(PolicyLibrary library, SubjectProjection ledger, DateOnly? lawAsOf = null) : ISubjectAnswers
{
    private JsonObject? _facts;

    /// <inheritdoc/>
    public PolicyAnswer Of(string decision, Question question) =>
        library.Evaluate(decision, _facts ??= ledger.ToSheet().ToJson(), lawAsOf is null ? question : question with { LawAsOf = lawAsOf });
}
