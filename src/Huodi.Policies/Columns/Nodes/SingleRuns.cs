using Huodi.Policies.Evaluation;

namespace Huodi.Policies.Columns.Nodes;

/// <summary>Judges a row the way of single subjects, where columns cannot. Keeps a chunk's runs, since what troubles one decision troubles others.</summary>
internal sealed class SingleRuns(CompiledDictionary dictionary, Question question)
{
    private readonly Dictionary<(int Row, DateOnly LawDay), DecisionRun> _runs = [];
    private readonly Dictionary<int, SubjectFacts> _facts = [];
    private int _chunk;

    public DecisionResult Result(CompiledDecision decision, Chunk chunk, int row, DateOnly lawDay)
    {
        var facts = Facts(chunk, row);
        if (!_runs.TryGetValue((row, lawDay), out var run)) _runs[(row, lawDay)] = run = new(facts, lawDay, question.Hypothetical);
        return run.Decide(decision);
    }

    /// <summary>The result on the day of the law that the subject's facts give; null where the package does not govern then.</summary>
    public DecisionResult? Result(CompiledDecision decision, Chunk chunk, int row)
    {
        var day = question.LawDay(decision, Facts(chunk, row));
        return AnswerWriter.Answers(decision.Package.Source.StatusOn(day), question) ? Result(decision, chunk, row, day) : null;
    }

    private SubjectFacts Facts(Chunk chunk, int row)
    {
        if (_chunk != chunk.Number)
        {
            _runs.Clear();
            _facts.Clear();
            _chunk = chunk.Number;
        }

        return _facts.TryGetValue(row, out var known) ? known : _facts[row] = new(dictionary, chunk.Block.Recorded(chunk.First + row), question.AsOf);
    }
}
