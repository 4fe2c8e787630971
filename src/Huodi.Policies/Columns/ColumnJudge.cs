using Huodi.Policies.Evaluation;
using Huodi.Policies.Facts;

namespace Huodi.Policies.Columns;

/// <summary>Judges block after block by the same question. Keeps what it has worked out, so one thread uses it, and uses it for long;
/// other threads have a judge of their own.</summary>
public sealed class ColumnJudge
{
    private readonly PolicyLibrary _library;
    private readonly Question _question;
    private readonly HashSet<CompiledDecision> _asked;

    internal ColumnJudge(PolicyLibrary library, Question question, IEnumerable<CompiledDecision> asked) =>
        (_library, _question, _asked) = (library, question, [.. asked]);

    /// <summary>Answers for every subject of the block every decision that is asked and whose package governs where some of them lie.</summary>
    /// <exception cref="FactsException">The block was made by another dictionary and has a fact that this one does not have, or has as another type.</exception>
    public AnswerBlock Judge(FactBlock block)
    {
        Check(block);
        return new(block, [.. Governing(block).Select(d => Column(d, block))]);
    }

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

    private IEnumerable<CompiledDecision> Governing(FactBlock block) => _library.Compiled
        .Where(p => block.Divisions.Any(p.Source.Region.Contains))
        .SelectMany(p => p.Decisions)
        .Where(_asked.Contains);

    private AnswerColumn Column(CompiledDecision decision, FactBlock block)
    {
        var codes = new int[block.Count];
        var classes = new List<AnswerClass>();
        for (var row = 0; row < block.Count; row++)
        {
            codes[row] = classes.Count;
            classes.Add(_library.ClassOf(decision, block, row, _question));
        }

        return new(decision.Source, decision.Package.Source, CodeColumn.Of(codes), classes, new(block.Count), Asked(decision, block));
    }

    private static RowSet? Asked(CompiledDecision decision, FactBlock block)
    {
        var governed = block.Divisions.Select(decision.Package.Source.Region.Contains).ToArray();
        if (governed.All(g => g)) return null;
        var asked = new RowSet(block.Count);
        for (var row = 0; row < block.Count; row++)
        {
            if (governed[block.DivisionOf[row]]) asked.Add(row);
        }

        return asked;
    }
}
