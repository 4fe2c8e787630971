using Huodi.Policies.Answers;
using Huodi.Policies.Evaluation;

namespace Huodi.App.Ledger;

/// <summary>What the articles say about one subject.</summary>
public interface ISubjectAnswers
{
    /// <summary>The answer of a decision: outcome, value, what is missing and what is left to whom.</summary>
    /// <param name="decision">Id of the decision.</param>
    /// <param name="question">Day of the question and of the law.</param>
    /// <exception cref="KeyNotFoundException">There is no such decision.</exception>
    PolicyAnswer Of(string decision, Question question);
}
