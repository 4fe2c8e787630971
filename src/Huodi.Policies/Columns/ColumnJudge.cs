using Huodi.Policies.Columns.Nodes;
using Huodi.Policies.Evaluation;
using Huodi.Policies.Facts;

namespace Huodi.Policies.Columns;

/// <summary>Judges block after block by the same question. Keeps what it has worked out, so one thread uses it, and uses it for long;
/// other threads have a judge of their own.</summary>
public sealed class ColumnJudge
{
    private readonly PolicyLibrary _library;
    private readonly HashSet<CompiledDecision> _asked;
    private readonly Graph _graph;
    private readonly Chunk _chunk = new();
    private readonly Dictionary<CompiledDecision, ResultNode?> _tops = [];

    internal ColumnJudge(PolicyLibrary library, CompiledDictionary dictionary, Question question, IEnumerable<CompiledDecision> asked) =>
        (_library, _asked, _graph) = (library, [.. asked], new(library, dictionary, question));

    /// <summary>Answers for every subject of the block every decision that is asked and whose package governs where some of them lie.</summary>
    /// <exception cref="FactsException">The block was made by another dictionary and has a fact that this one does not have, or has as another type.</exception>
    public AnswerBlock Judge(FactBlock block)
    {
        Check(block);
        var columns = _library.Compiled
            .Where(p => block.Divisions.Any(p.Source.Region.Contains))
            .SelectMany(p => p.Decisions)
            .Where(_asked.Contains)
            .Select(d => new AnswerColumnBuilder(d, Top(d), block))
            .ToList();
        for (var first = 0; first < block.Count; first += Chunk.MostRows)
        {
            _chunk.Move(block, first);
            foreach (var column in columns) column.Judge(_chunk);
        }

        return new(block, [.. columns.Select(c => c.Build())]);
    }

    private ResultNode? Top(CompiledDecision decision) => _tops.TryGetValue(decision, out var known) ? known : _tops[decision] = _graph.Top(decision);

    private void Check(FactBlock block)
    {
        if (ReferenceEquals(block.Schema, _library.Dictionary.Schema)) return;
        foreach (var fact in block.Columns.Select(c => c.Fact))
        {
            var own = _library.Dictionary.Find(fact.Name) ?? throw new FactsException("FACT_UNKNOWN", fact.Name, $"词典里没有事实“{fact.Name}”。", "补进词典，或者不带这个事实。");
            if (own.Type != fact.Type)
                throw new FactsException("FACT_TYPE", fact.Name, $"“{fact.Name}”在两部词典里的类型不同：{fact.Type} 与 {own.Type}。", "统一两部词典里的类型。");
        }
    }
}
