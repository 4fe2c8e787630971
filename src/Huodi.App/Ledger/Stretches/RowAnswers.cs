using Huodi.Policies.Answers;
using Huodi.Policies.Columns;
using Huodi.Policies.Evaluation;

namespace Huodi.App.Ledger.Stretches;

/// <summary>Answers for one subject of many that were judged together.</summary>
internal sealed class RowAnswers(ColumnAnswers answers, int row) : ISubjectAnswers
{
    public PolicyAnswer Of(string decision, Question question) => answers.Of(row, decision, question);
}
