using Huodi.Policies.Facts;
using Huodi.Policies.Loading;
using Huodi.Policies.Packages;
using Huodi.Rules;

namespace Huodi.Policies.Evaluation;

/// <summary>Compiles a Markdown decision table. A unit in a header converts the fact to that unit, exactly, before the cells are compared.</summary>
internal sealed class TableCompiler(FactDictionary dictionary, UnitTable units, string file, DiagnosticBag bag)
{
    private static readonly Dictionary<string, (HitPolicy Policy, CollectAggregation Aggregation)> Policies = new(StringComparer.Ordinal)
    {
        ["U"] = (HitPolicy.Unique, CollectAggregation.None),
        ["A"] = (HitPolicy.Any, CollectAggregation.None),
        ["F"] = (HitPolicy.First, CollectAggregation.None),
        ["R"] = (HitPolicy.RuleOrder, CollectAggregation.None),
        ["C"] = (HitPolicy.Collect, CollectAggregation.None),
        ["C+"] = (HitPolicy.Collect, CollectAggregation.Sum),
        ["C<"] = (HitPolicy.Collect, CollectAggregation.Min),
        ["C>"] = (HitPolicy.Collect, CollectAggregation.Max),
        ["C#"] = (HitPolicy.Collect, CollectAggregation.Count),
    };

    public CompiledTable? Compile(DecisionTable table, Decision decision, FeelScope scope)
    {
        if (!Policies.TryGetValue(table.HitPolicy, out var hit))
        {
            bag.Error(file, table.Line, "TABLE_HIT", $"命中方式“{table.HitPolicy}”不认识。", $"可用：{string.Join("、", Policies.Keys)}。");
            return null;
        }

        var inputs = table.Inputs.Select(h => new TableInput(InputExpression(h, table.Line), h)).ToList();
        var outputs = table.Outputs.Select(h => new TableOutput(UnitText.Split(h).Name)).ToList();
        var rules = table.Rows.Select((r, i) => new TableRule(i + 1, [.. r.Take(inputs.Count)], [.. r.Skip(inputs.Count)])).ToList();
        var compiled = FeelCompiler.CompileTable(new(hit.Policy, hit.Aggregation, inputs, outputs, rules) { Name = decision.Name }, scope, FeelMode.Strict);
        foreach (var problem in compiled.Diagnostics)
            bag.Add(new(file, table.Line, 0, problem.Code, problem.Severity == Severity.Error, $"表“{decision.Name}”：{problem.Message}", problem.Suggestion ?? ""));
        return compiled.Value;
    }

    private string InputExpression(string header, int line)
    {
        var (name, unit) = UnitText.Split(header);
        if (unit is null) return header;
        if (dictionary.Find(name) is not { Unit: { } own } || own == unit) return name;
        if (units.Factor(own, unit) is { } factor) return $"({name}) * {factor}";
        bag.Error(file, line, "UNIT_UNKNOWN", $"表头“{header}”：不知道怎样把 {own} 换成 {unit}。", $"改用 {own}，或在 policies/{UnitTable.FileName} 里补上换算。");
        return name;
    }
}
