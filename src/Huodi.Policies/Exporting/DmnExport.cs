using Huodi.Policies.Evaluation;
using Huodi.Policies.Facts;
using Huodi.Rules;

namespace Huodi.Policies.Exporting;

/// <summary>
/// A package's decisions as a DMN model, for modellers and other engines. Facts are input data, parameters are decisions with their
/// newest figure, and those that nobody has set are input data too. What DMN has no place for — outcomes, approvals, findings, the words of
/// the law — stays in the package; where an article does not apply the decision gives null.
/// </summary>
public static class DmnExport
{
    /// <summary>The model of a package with the decisions of national law that it reads.</summary>
    /// <exception cref="KeyNotFoundException">There is no such package.</exception>
    public static DmnModel Model(PolicyLibrary library, string package)
    {
        var compiled = library.Compiled.FirstOrDefault(p => p.Source.Id == package) ?? throw new KeyNotFoundException($"没有法规“{package}”。");
        var decisions = Closure(compiled.Decisions);
        var parameters = decisions.SelectMany(d => d.Names.Select(n => d.Package.Parameters.GetValueOrDefault(n))).OfType<CompiledParameter>().Distinct().ToList();
        var facts = decisions.SelectMany(d => d.Names).Distinct(StringComparer.Ordinal).Select(library.Dictionary.Find).OfType<FactDefinition>().ToList();
        var model = new DmnModel(compiled.Source.Title, $"urn:huodi:{package}:{compiled.Source.Hash[..16]}")
        {
            Items = [.. facts.Where(f => IsStructured(f.Type)).Select(Item)],
            Inputs =
            [
                new("asOf", SubjectFacts.AsOfName, "date"),
                .. facts.Select(f => new DmnInput(f.English, f.Name, IsStructured(f.Type) ? TypeName(f) : f.Type)),
                .. parameters.Where(p => p.Values.Count == 0).Select((p, i) => new DmnInput($"open{i}", p.Source.Name)),
            ],
            Knowledge = [.. DomainFunctions.All.Select((f, i) => new DmnKnowledge($"function{i}", f.Name)
            {
                // The body is a function of the host; another engine gets null from it, never a figure.
                Logic = new DmnFunction([.. f.Parameters.Select(p => new DmnVariable(p.Name))], new DmnLiteral("null")),
            })],
        };
        var ids = decisions.Select((d, i) => (d.Source.Name, Id: $"decision{i}")).Concat(parameters.Where(p => p.Values.Count > 0).Select((p, i) => (p.Source.Name, Id: $"parameter{i}")))
            .ToDictionary(p => p.Name, p => p.Id, StringComparer.Ordinal);
        var inputs = model.Inputs.ToDictionary(i => i.Name, i => i.Id, StringComparer.Ordinal);
        return model with
        {
            Decisions =
            [
                .. parameters.Where(p => p.Values.Count > 0).Select(p => new DmnDecision(ids[p.Source.Name], p.Source.Name) { Logic = new DmnLiteral(p.Values[^1].Value.ToString()) }),
                .. decisions.SelectMany(d => Decisions(d, ids[d.Source.Name], [.. Requirements(d, ids, inputs, model.Knowledge)])),
            ],
        };
    }

    private static List<CompiledDecision> Closure(IEnumerable<CompiledDecision> roots)
    {
        var found = new List<CompiledDecision>();
        foreach (var root in roots) Add(root);
        return found;

        void Add(CompiledDecision decision)
        {
            if (found.Contains(decision)) return;
            foreach (var name in decision.Names)
            {
                if (decision.Package.DecisionsByName.TryGetValue(name, out var other) && other != decision) Add(other);
            }

            found.Add(decision);
        }
    }

    /// <summary>One decision; two for a table that only applies to some land, since a DMN table has no condition of its own.</summary>
    private static IEnumerable<DmnDecision> Decisions(CompiledDecision decision, string id, IReadOnlyList<DmnRequirement> requirements)
    {
        var name = decision.Source.Name;
        var applies = All(decision.Applies);
        if (decision.Source.IsEligibility)
        {
            yield return new(id, name) { Logic = new DmnLiteral(All(decision.Applies.Concat(decision.Conditions))), Requirements = requirements };
        }
        else if (decision.Result is { } result)
        {
            yield return new(id, name) { Logic = new DmnLiteral(applies.Length == 0 ? result.Text : $"if {applies} then {result.Text} else null"), Requirements = requirements };
        }
        else if (applies.Length == 0)
        {
            yield return new(id, name) { Logic = new DmnTable(decision.Table!.Source), Requirements = requirements }; // A value has a result or a table.
        }
        else
        {
            var table = $"{name}表";
            yield return new(id + "table", table) { Logic = new DmnTable(decision.Table!.Source), Requirements = requirements };
            yield return new(id, name) { Logic = new DmnLiteral($"if {applies} then {table} else null"), Requirements = [.. requirements, new(DmnRequirementKind.Decision, $"#{id}table")] };
        }
    }

    private static string All(IEnumerable<CompiledCondition> conditions) => string.Join(" and ", conditions.Select(c => $"({c.Expression.Text})"));

    private static IEnumerable<DmnRequirement> Requirements(
        CompiledDecision decision, Dictionary<string, string> decisions, Dictionary<string, string> inputs, IReadOnlyList<DmnKnowledge> functions)
    {
        foreach (var name in decision.Names)
        {
            if (decisions.TryGetValue(name, out var other)) yield return new(DmnRequirementKind.Decision, "#" + other);
            else if (inputs.TryGetValue(name, out var input)) yield return new(DmnRequirementKind.Input, "#" + input);
        }

        foreach (var function in functions.Where(f => decision.Source.Result?.Contains(f.Name, StringComparison.Ordinal) == true))
            yield return new(DmnRequirementKind.Knowledge, "#" + function.Id);
    }

    private static bool IsStructured(string type) => type.Contains('<', StringComparison.Ordinal);

    private static string TypeName(FactDefinition fact) => "t" + fact.Name;

    private static DmnItem Item(FactDefinition fact)
    {
        var shape = FactShape.TryParse(fact.Type)!; // The dictionary was read without an error.
        var item = shape.Item ?? shape;
        return new(TypeName(fact), item.Scalar.Length > 0 ? item.Scalar : null, shape.Item is not null)
        {
            Components = [.. item.Fields.Select(f => new DmnItem(f.Key, f.Value.Scalar))],
        };
    }
}
