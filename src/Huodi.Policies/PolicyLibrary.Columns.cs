using Huodi.Policies.Columns;
using Huodi.Policies.Evaluation;
using Huodi.Policies.Facts;

namespace Huodi.Policies;

/// <summary>Many subjects at once, in columns.</summary>
public sealed partial class PolicyLibrary
{
    /// <summary>A judge for blocks of subjects; see <see cref="EvaluateColumns"/>.</summary>
    /// <param name="question">Day of the question and of the law.</param>
    /// <param name="decisions">Ids of the decisions asked; null for those <see cref="EvaluateSubject"/> asks.</param>
    /// <exception cref="KeyNotFoundException">There is no such decision.</exception>
    public ColumnJudge JudgeColumns(Question question, IEnumerable<string>? decisions = null)
    {
        var asked = decisions is null ? Compiled.SelectMany(p => p.Decisions).Where(ConcernsLand) : decisions.Select(Find);
        return new(this, _dictionary, question, asked);
    }

    /// <summary>
    /// Answers for blocks of subjects what <see cref="EvaluateSubject"/> answers for one: outcome, value, what is missing. Reasons and
    /// receipt of a row come from <see cref="Evaluate"/> with the block's <see cref="FactBlock.Facts"/>, and it answers the same. Blocks
    /// are read on the caller's thread, at most a few ahead, and judged beside each other; answers come in the order of the blocks.
    /// </summary>
    /// <param name="blocks">The subjects.</param>
    /// <param name="question">Day of the question and of the law.</param>
    /// <param name="decisions">Ids of the decisions asked; null for those <see cref="EvaluateSubject"/> asks.</param>
    /// <param name="threads">How many blocks are judged at a time; 0 for one a processor.</param>
    /// <param name="cancellation">Stops it between two blocks.</param>
    /// <exception cref="KeyNotFoundException">There is no such decision.</exception>
    /// <exception cref="FactsException">A block has a fact that this library's dictionary does not have, or has as another type.</exception>
    public IEnumerable<AnswerBlock> EvaluateColumns(
        IEnumerable<FactBlock> blocks, Question question, IReadOnlyCollection<string>? decisions = null, int threads = 0, CancellationToken cancellation = default)
    {
        if (threads <= 0) threads = Environment.ProcessorCount;
        var idle = new System.Collections.Concurrent.ConcurrentBag<ColumnJudge> { JudgeColumns(question, decisions) };
        return Stream();

        IEnumerable<AnswerBlock> Stream()
        {
            var running = new Queue<Task<AnswerBlock>>();
            foreach (var block in blocks)
            {
                cancellation.ThrowIfCancellationRequested();
                if (running.Count == threads) yield return running.Dequeue().GetAwaiter().GetResult();
                running.Enqueue(Task.Run(() => Judged(block), cancellation));
            }

            while (running.TryDequeue(out var next)) yield return next.GetAwaiter().GetResult();
        }

        AnswerBlock Judged(FactBlock block)
        {
            var judge = idle.TryTake(out var free) ? free : JudgeColumns(question, decisions);
            var answers = judge.Judge(block);
            idle.Add(judge);
            return answers;
        }
    }

    internal CompiledDecision Find(string decision) => _decisions.GetValueOrDefault(decision)
        ?? throw new KeyNotFoundException($"没有决策“{decision}”。{Loading.Nearest.Hint(decision, _decisions.Keys)}");
}
