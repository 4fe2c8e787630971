using Huodi.Rules.Syntax;

namespace Huodi.Rules.Binding;

internal sealed partial class Binder
{
    private BoundTable BindTable(TableSyntax node)
    {
        var columns = new List<BoundColumn>();
        foreach (var column in node.Columns)
        {
            var expression = Bind(column.Expression);
            if (column.Source.Type is { } declared && expression.Type.IsAny) expression = expression with { Type = declared };
            var mark = frame.Mark;
            var local = frame.Declare("?", expression.Type);
            var allowed = column.Allowed is UnaryTestsSyntax tests ? BindColumnCell(tests, expression, local, null) : null;
            frame.Forget(mark);
            columns.Add(new BoundColumn(column.Source.Label ?? column.Source.Expression, expression, local, allowed));
        }

        var outputs = node.Outputs.Select(BindOutput).ToList();
        var rules = node.Rules.Select(r => BindRule(r, node, columns)).ToList();
        var types = node.Outputs.Select((o, i) =>
            o.Source.Type ?? TypeRules.Unify(rules.Where(r => i < r.Outputs.Count).Select(r => r.Outputs[i].Type))).ToList();
        var single = types.Count == 1
            ? types[0]
            : FeelType.ContextOf(node.Outputs.Select((o, i) => KeyValuePair.Create(o.Source.Name, types[i])));
        return new BoundTable(node.Span, ResultOf(node.Source, single), node.Source, columns, outputs, rules);
    }

    private static FeelType ResultOf(TableSource source, FeelType single) => source.HitPolicy switch
    {
        HitPolicy.Collect when source.Aggregation == CollectAggregation.Count => FeelType.Number,
        HitPolicy.Collect when source.Aggregation != CollectAggregation.None => single,
        HitPolicy.Collect or HitPolicy.RuleOrder or HitPolicy.OutputOrder => FeelType.ListOf(single),
        _ => single,
    };

    private BoundOutput BindOutput(OutputSyntax output)
    {
        IReadOnlyList<FeelValue>? priorities = null;
        BoundIn? allowed = null;
        var local = -1;
        if (output.Allowed is UnaryTestsSyntax tests)
        {
            var mark = frame.Mark;
            local = frame.Declare("?", output.Source.Type ?? FeelType.Any);
            var input = new BoundLocal(tests.Span, output.Source.Type ?? FeelType.Any, 0, local, "?");
            allowed = BindCell(tests, input, local, null);
            frame.Forget(mark);
            priorities = [.. allowed.Tests.OfType<BoundValueTest>().Select(t => t.Value).OfType<BoundConstant>().Select(c => c.Value)];
        }

        var fallback = output.Default is null ? null : Bind(output.Default);
        return new BoundOutput(output.Source.Name, output.Source.Type ?? FeelType.Any, priorities, allowed, local, fallback);
    }

    private BoundRule BindRule(RuleSyntax rule, TableSyntax table, List<BoundColumn> columns)
    {
        var cells = new List<BoundIn?>();
        for (var i = 0; i < Math.Min(columns.Count, rule.Inputs.Count); i++)
        {
            cells.Add(rule.Inputs[i] is UnaryTestsSyntax { Tests.Count: > 0 } tests
                ? BindColumnCell(tests, columns[i].Expression, columns[i].Local, table.Columns[i].Source.Scale)
                : null);
        }

        var outputs = new List<BoundNode>();
        for (var i = 0; i < rule.Outputs.Count; i++)
        {
            var output = Bind(rule.Outputs[i]);
            if (table.Outputs[i].Source.Type is { } declared) ExpectType(output, declared, $"输出“{table.Outputs[i].Source.Name}”");
            outputs.Add(output);
        }

        return new BoundRule(rule.Number, cells, outputs);
    }

    private BoundIn BindColumnCell(UnaryTestsSyntax tests, BoundNode expression, int local, decimal? scale)
    {
        frame.Redeclare("?", local, expression.Type);
        var mark = frame.Mark - 1;
        var cell = BindCell(tests, new BoundLocal(tests.Span, expression.Type, 0, local, "?"), local, scale);
        frame.Forget(mark);
        return cell;
    }
}
