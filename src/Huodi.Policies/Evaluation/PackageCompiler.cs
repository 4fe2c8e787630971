using Huodi.Policies.Loading;
using Huodi.Policies.Packages;
using Huodi.Rules;

namespace Huodi.Policies.Evaluation;

/// <summary>Compiles the decisions of one package. Decisions of national law may be read by name; a name that stands for two things is refused.</summary>
internal sealed class PackageCompiler(CompiledDictionary dictionary, UnitTable units, DiagnosticBag bag)
{
    public CompiledPackage Compile(PolicyPackage source, IReadOnlyList<CompiledPackage> national)
    {
        var package = new CompiledPackage(source);
        var expressions = new ExpressionCompiler(source.File, bag);
        foreach (var parameter in source.Overrides is null ? source.Parameters : []) AddParameter(package, parameter, expressions);
        var types = national.SelectMany(n => n.Decisions).GroupBy(d => d.Source.Name).ToDictionary(g => g.Key, g => g.First().Type, StringComparer.Ordinal);
        foreach (var other in national.SelectMany(n => n.Decisions)) package.DecisionsByName.TryAdd(other.Source.Name, other);
        foreach (var decision in source.Decisions) CheckName(package, decision);
        foreach (var decision in source.Decisions) types[decision.Name] = decision.IsEligibility ? FeelType.Boolean : FeelType.Any;

        // The first pass finds the types that decisions have; what reads a decision whose type was not known then is compiled again.
        var scope = Scope(package, types);
        var first = source.Decisions.Select(d => FirstPass(package, d, scope)).ToList();
        var found = first.Where(f => !f.Compiled.Type.Equals(types[f.Compiled.Source.Name])).Select(f => f.Compiled.Source.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var (compiled, _) in first) types[compiled.Source.Name] = compiled.Type;
        var typed = found.Count > 0 ? Scope(package, types) : scope;
        foreach (var (compiled, problems) in first)
        {
            var final = compiled;
            if (compiled.Names.Concat(compiled.Notes.SelectMany(n => n.When?.Names ?? [])).Concat(compiled.Conflicts.SelectMany(c => c.When?.Names ?? [])).Any(found.Contains)) final = Decision(package, compiled.Source, typed, expressions);
            else foreach (var problem in problems) bag.Add(problem);
            package.Decisions.Add(final);
            package.DecisionsByName[final.Source.Name] = final;
            foreach (var rule in final.Source.Determinations) package.Findings[rule.Finding.Fact] = rule.Finding;
        }

        return package;
    }

    private (CompiledDecision Compiled, IReadOnlyList<PolicyDiagnostic> Problems) FirstPass(CompiledPackage package, Decision decision, FeelScope scope)
    {
        var own = new DiagnosticBag();
        var compiled = new PackageCompiler(dictionary, units, own).Decision(package, decision, scope, new(package.Source.File, own));
        return (compiled, own.All);
    }

    private FeelScope Scope(CompiledPackage package, Dictionary<string, FeelType> types)
    {
        var scope = CompiledDictionary.FactScope(dictionary.Source);
        foreach (var function in DomainFunctions.All) scope.DeclareFunction(function);
        foreach (var parameter in package.Parameters.Values.Where(p => dictionary.Source.Find(p.Source.Name) is null)) scope.Declare(parameter.Source.Name, parameter.Type);
        foreach (var (name, type) in types)
        {
            if (dictionary.Source.Find(name) is null && !package.Parameters.ContainsKey(name)) scope.Declare(name, type);
        }

        return scope;
    }

    private void AddParameter(CompiledPackage package, Parameter parameter, ExpressionCompiler expressions)
    {
        if (package.Parameters.ContainsKey(parameter.Name) || dictionary.Source.Find(parameter.Name) is not null)
            bag.Error(package.Source.File, parameter.Line, "NAME_TWICE", $"参数“{parameter.Name}”与另一个参数或事实同名。", "换一个名称。");
        package.Parameters[parameter.Name] = expressions.Parameter(parameter);
    }

    private void CheckName(CompiledPackage package, Decision decision)
    {
        var sameInPackage = package.Source.Decisions.First(d => d.Name == decision.Name) != decision;
        if (sameInPackage || package.Parameters.ContainsKey(decision.Name) || package.DecisionsByName.ContainsKey(decision.Name) || dictionary.Source.Find(decision.Name) is not null)
            bag.Error(package.Source.File, decision.Line, "NAME_TWICE", $"决策名称“{decision.Name}”已经是另一个决策、参数或事实的名称。", "换一个名称；上位法的决策可以直接按名称引用。");
        if (package.Source.Decisions.First(d => d.Id == decision.Id) != decision)
            bag.Error(package.Source.File, decision.Line, "DECISION_TWICE", $"决策编号“{decision.Id}”用了两次。", "每个决策一个编号。");
    }

    private CompiledDecision Decision(CompiledPackage package, Decision decision, FeelScope scope, ExpressionCompiler expressions)
    {
        foreach (var rule in decision.Determinations) CheckFact(package, rule.Finding.Fact, decision.Line);
        if (decision.LegalFact is { } legal) CheckFact(package, legal, decision.Line);
        return new()
        {
            Source = decision,
            Package = package,
            Article = package.Source.Articles.First(a => a.Id == decision.ArticleId),
            Applies = expressions.Conditions(decision.Applies, scope),
            Conditions = expressions.Conditions(decision.Conditions, scope),
            Result = decision.Result is { } result ? expressions.Compile(result, scope, decision.ResultLine) : null,
            Table = decision.Table is { } table ? new TableCompiler(dictionary.Source, units, package.Source.File, bag).Compile(table, decision, scope) : null,
            Findings = [.. decision.Determinations.Select(d => new CompiledFinding(d, d.When is null ? null : expressions.Compile(d.When, scope, decision.Line)))],
            Conflicts = [.. decision.Conflicts.Select(c => new CompiledConflict(c, c.When is null ? null : expressions.Compile(c.When, scope, c.Line)))],
            Notes = [.. decision.Notes.Select(n => (n.Text, n.When is null ? null : expressions.Compile(n.When, scope, decision.Line)))],
        };
    }

    private void CheckFact(CompiledPackage package, string name, int line)
    {
        if (dictionary.Source.Find(name) is null)
            bag.Error(package.Source.File, line, "FACT_UNKNOWN", $"词典里没有事实“{name}”。", Nearest.Hint(name, dictionary.Source.Names));
    }
}
