using System.Text.Json.Nodes;
using Huodi.Domain.Ledger.Projection;
using Huodi.Policies;
using Huodi.Policies.Answers;
using Huodi.Policies.Evaluation;

namespace Huodi.App.Ledger;

/// <summary>Answers for one subject, each worked out when it is asked for.</summary>
public sealed class SingleAnswers(PolicyLibrary library, SubjectProjection ledger) : ISubjectAnswers
{
    private JsonObject? _facts;

    /// <inheritdoc/>
    public PolicyAnswer Of(string decision, Question question) => library.Evaluate(decision, _facts ??= ledger.ToSheet().ToJson(), question);
}
