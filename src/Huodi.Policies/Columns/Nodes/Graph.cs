using Huodi.Policies.Evaluation;
using Huodi.Rules;

namespace Huodi.Policies.Columns.Nodes;

/// <summary>The nodes that answer a library's decisions for one question: each expression, fact and decision once for each day of the law that
/// matters to it.</summary>
internal sealed class Graph(PolicyLibrary library, CompiledDictionary dictionary, Question question)
{
    private readonly Dictionary<string, Node> _facts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Node> _factExpressions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Node> _lawDays = new(StringComparer.Ordinal);
    private readonly Dictionary<(CompiledPackage, object, LawContext), Node> _nodes = [];
    private readonly Dictionary<(CompiledDecision, LawContext), ResultNode> _decisions = [];
    private readonly Dictionary<CompiledDecision, bool> _depends = [];
    private readonly ConstantNode _asOf = new(Answer.Of(FeelValue.Of(question.AsOf)));
    private readonly ConstantNode _true = new(Answer.Of(FeelValue.True));
    private readonly SingleRuns _singles = new(dictionary, question);
    private readonly IReadOnlyList<DateOnly> _turns = Turns(library);

    /// <summary>The node of a decision's answer; null where its package does not govern that day for anybody.</summary>
    public ResultNode? Top(CompiledDecision decision)
    {
        if (decision.ReachableFacts.Any(ImpliesItself)) return new SingleNode(decision, (chunk, row) => _singles.Result(decision, chunk, row));
        if (question.LawAsOf is null && decision.Source.LegalFact is { } legal)
            return new GovernedNode(decision, LawDay(legal), Decision(decision, new(null, legal)), question);
        var day = question.LawAsOf ?? question.AsOf;
        return AnswerWriter.Answers(decision.Package.Source.StatusOn(day), question) ? Decision(decision, new(day, null)) : null;
    }

    private ResultNode Decision(CompiledDecision decision, LawContext law)
    {
        if (!DependsOnLaw(decision)) law = LawContext.None;
        if (_decisions.TryGetValue((decision, law), out var known)) return known;
        var parts = new List<Node>();
        foreach (var condition in decision.Applies.Concat(decision.Conditions)) parts.Add(Expression(decision.Package, condition.Expression, law));
        if (!decision.Source.IsEligibility) parts.Add(decision.Result is { } result ? Expression(decision.Package, result, law) : Table(decision, law));
        foreach (var finding in decision.Findings)
        {
            parts.Add(finding.When is { } when ? Expression(decision.Package, when, law) : _true);
            parts.Add(Name(decision.Package, finding.Source.Finding.Fact, law));
        }

        return _decisions[(decision, law)] = new DecisionNode(decision, [.. parts], (chunk, row) => _singles.Result(decision, chunk, row, LawDay(law, row)));
    }

    private Node Expression(CompiledPackage package, CompiledExpression expression, LawContext law)
    {
        if (!expression.Names.Any(n => DependsOnLaw(package, n))) law = LawContext.None;
        if (_nodes.TryGetValue((package, expression.Text, law), out var known)) return known;
        return _nodes[(package, expression.Text, law)] = expression.Names is [var name] && expression.Text == name
            ? Name(package, name, law)
            : new ExpressionNode(expression, [.. expression.Names.Select(n => Name(package, n, law))]);
    }

    private TableNode Table(CompiledDecision decision, LawContext law)
    {
        var table = decision.Table ?? throw new InvalidOperationException($"{decision.Source.Id} has neither result nor table.");
        return new(table, [.. table.Names.Select(n => Name(decision.Package, n, law))]);
    }

    /// <summary>What a name stands for in a package, as <see cref="PackageFacts"/> looks it up.</summary>
    private Node Name(CompiledPackage package, string name, LawContext law)
    {
        if (package.DecisionsByName.TryGetValue(name, out var decision)) return Decision(decision, law);
        return package.Parameters.TryGetValue(name, out var parameter) ? Parameter(package, parameter, law) : Fact(name);
    }

    private Node Parameter(CompiledPackage package, CompiledParameter parameter, LawContext law)
    {
        if (_nodes.TryGetValue((package, parameter, law), out var known)) return known;
        return _nodes[(package, parameter, law)] = law.Fact is { } fact
            ? new ParameterNode(parameter, LawDay(fact), question.Hypothetical)
            : new ConstantNode(parameter.On(law.Day ?? question.AsOf, question.Hypothetical));
    }

    private Node Fact(string name)
    {
        if (name == SubjectFacts.AsOfName) return _asOf;
        if (_facts.TryGetValue(name, out var known)) return known;
        var definition = dictionary.Source.Find(name) ?? throw new InvalidOperationException($"No fact “{name}”.");
        var recorded = new RecordedNode(definition);
        var implications = dictionary.Implications(name);
        if (implications.Count == 0) return _facts[name] = recorded;
        var inputs = new List<Node> { recorded };
        foreach (var implication in implications)
        {
            var given = Fact(implication.Known);
            inputs.AddRange(given, implication.When is { } when ? FactExpression(when) : given, FactExpression(implication.Then));
        }

        return _facts[name] = new ImpliedNode(definition, implications, [.. inputs]);
    }

    private Node FactExpression(CompiledExpression expression) => _factExpressions.TryGetValue(expression.Text, out var known)
        ? known
        : _factExpressions[expression.Text] = expression.Names is [var name] && expression.Text == name
            ? Fact(name)
            : new ExpressionNode(expression, [.. expression.Names.Select(Fact)]);

    private Node LawDay(string fact) =>
        _lawDays.TryGetValue(fact, out var known) ? known : _lawDays[fact] = new LawDayNode(Fact(fact), question.AsOf, _turns);

    private DateOnly LawDay(LawContext law, int row) => law.Fact is { } fact ? LawDay(fact).AnswerAt(row).Value.AsDate() : law.Day ?? question.AsOf;

    private bool DependsOnLaw(CompiledPackage package, string name) =>
        package.DecisionsByName.TryGetValue(name, out var decision) ? DependsOnLaw(decision) : package.Parameters.ContainsKey(name);

    private bool DependsOnLaw(CompiledDecision decision)
    {
        if (_depends.TryGetValue(decision, out var known)) return known;
        return _depends[decision] = decision.Names.Any(n => DependsOnLaw(decision.Package, n));
    }

    /// <summary>Whether a fact follows from itself by way of others. What it then is depends on which was asked for first, so no node can say it.</summary>
    private bool ImpliesItself(string name)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([name]);
        while (open.TryPop(out var at))
        {
            foreach (var next in dictionary.Implications(at).SelectMany(i => (i.When?.Names ?? []).Concat(i.Then.Names).Append(i.Known)))
            {
                if (next == name) return true;
                if (seen.Add(next)) open.Push(next);
            }
        }

        return false;
    }

    /// <summary>All days on which a package begins to govern or ceases to, or a parameter gets a value.</summary>
    private static IReadOnlyList<DateOnly> Turns(PolicyLibrary library)
    {
        var begins = library.Packages.Select(p => p.ValidFrom);
        var ends = library.Packages.Select(p => p.ValidTo is { } last && last < DateOnly.MaxValue ? last.AddDays(1) : (DateOnly?)null);
        var values = library.Compiled.SelectMany(p => p.Parameters.Values).SelectMany(p => p.Values).Select(v => (DateOnly?)v.Key);
        return [.. begins.Concat(ends).Concat(values).OfType<DateOnly>().Distinct().Order()];
    }
}
