using Huodi.Rules.Binding;
using Huodi.Rules.Evaluation.Traced;

namespace Huodi.Rules.Evaluation.Scalar;

/// <summary>
/// Turns a bound tree into steps: one small object a node, names already resolved to slots. With a cursor, every step worth
/// recording is wrapped by an observer; the traced way of running is the scalar one, looked at.
/// </summary>
internal sealed class ScalarCompiler(bool strict, TextCursor? cursor = null)
{
    private readonly Func<BoundNode, Step, Step>? observe = cursor is null ? null : TraceObserver.Over(cursor);

    public Step Compile(BoundNode node)
    {
        var step = node switch
        {
            BoundConstant n => new ConstantStep(n.Value),
            BoundFact n => new FactStep(n.Slot),
            BoundLocal n => new LocalStep(n.Depth, n.Index),
            BoundNegate n => new NegateStep(Compile(n.Operand), strict),
            BoundArithmetic n => new ArithmeticStep(n.Operator, Compile(n.Left), Compile(n.Right), strict),
            BoundComparison n => n.Left.Type == FeelType.Number || n.Right.Type == FeelType.Number
                ? new NumberComparisonStep(n.Operator, Compile(n.Left), Compile(n.Right), strict)
                : new ComparisonStep(n.Operator, Compile(n.Left), Compile(n.Right), strict),
            BoundLogic n => new LogicStep(n.IsAnd, Compile(n.Operands), strict),
            BoundNot n => new NotStep(Compile(n.Operand), strict),
            BoundBetween n =>
                new InStep(Compile(n.Value), -1, false, [new IntervalTest(Compile(n.Low), true, Compile(n.High), true, strict)], strict),
            BoundIn n => CompileIn(n),
            BoundInstanceOf n => new InstanceOfStep(Compile(n.Value), n.Target),
            BoundIf n => new IfStep(Compile(n.Condition), Compile(n.Then), Compile(n.Else), strict),
            BoundCoerce n => new CoerceStep(Compile(n.Value), n.Type, strict),
            BoundList n => new ListStep(Compile(n.Items)),
            BoundContext n => new ContextStep(
                [.. n.Entries.Select(e => (e.Name, e.Local, Compile(e.Value)))], n.Result is null ? null : Compile(n.Result), strict),
            BoundRange n => new RangeStep(Compile(n.Start), n.StartIncluded, Compile(n.End), n.EndIncluded, strict),
            BoundComparisonRange n => new ComparisonRangeStep(n.Operator, Compile(n.Operand)),
            BoundPath n => new PathStep(Compile(n.Source), n.Name, strict),
            BoundItemField n => new ItemFieldStep(Compile(n.Item), n.Name, Compile(n.Outside)),
            BoundFilter n => new FilterStep(
                Compile(n.Source), n.Item, Compile(n.Condition), TypeRules.Base(n.Condition.Type) == FeelType.Number, strict),
            BoundFor n => new ForStep(CompileLoop(n.Iterators), n.Partial, Compile(n.Body)),
            BoundQuantified n => new QuantifiedStep(n.Every, CompileLoop(n.Iterators), Compile(n.Condition), strict),
            BoundBuiltinCall n =>
                new BuiltinCallStep(n.Function, n.Signature, [.. n.Arguments.Select(a => a is null ? null : Compile(a))], strict),
            BoundHostCall n => new HostCallStep(n.Function, Compile(n.Arguments), strict),
            BoundInvoke n => new InvokeStep(Compile(n.Callee), Compile(n.Arguments), n.Names, strict),
            BoundLambda n => new LambdaStep(n, n.Body is null ? null : Compile(n.Body)),
            BoundTable n => CompileTable(n),
            BoundFault n => (Step)new FaultStep(n.Reason, strict),
            _ => throw new InvalidOperationException($"Unknown node {node.GetType().Name}."),
        };
        return observe is null ? step : observe(node, step);
    }

    private TableStep CompileTable(BoundTable table)
    {
        var source = table.Source;
        var columns = table.Columns.Select((column, i) =>
        {
            cursor?.MoveTo(source.Inputs[i].Expression, source.Inputs[i].Start);
            return new TableStep.Column(Compile(column.Expression), column.Local, column.Allowed is null ? null : Compile(column.Allowed));
        }).ToArray();
        var rules = table.Rules.Select((rule, i) => CompileRule(rule, source.Rules[i])).ToArray();
        cursor?.MoveTo("", 0);
        var outputs = table.Outputs.Select(o => new TableStep.Output(
            o.Name, o.Type, o.Priorities, o.AllowedLocal, o.Allowed is null ? null : Compile(o.Allowed), o.Default is null ? null
                : Compile(o.Default)));
        return new TableStep(table, columns, rules, [.. outputs], strict);
    }

    private TableStep.Rule CompileRule(BoundRule rule, TableRule source) => new(
        rule.Number,
        [.. rule.Cells.Select((cell, c) => cell is null ? null : Cell(cell, source.InputEntries, source.InputStarts, c))],
        [.. rule.Outputs.Select((output, c) => Cell(output, source.OutputEntries, source.OutputStarts, c))]);

    private Step Cell(BoundNode node, IReadOnlyList<string> texts, IReadOnlyList<int> starts, int index)
    {
        cursor?.MoveTo(texts[index], index < starts.Count ? starts[index] : 0);
        return Compile(node);
    }

    private Step[] Compile(IReadOnlyList<BoundNode> nodes) => [.. nodes.Select(Compile)];

    private Loop CompileLoop(IReadOnlyList<BoundIterator> iterators) =>
        new([.. iterators.Select(i => new LoopStep(i.Local, Compile(i.Domain), i.To is null ? null : Compile(i.To)))], strict);

    private InStep CompileIn(BoundIn node) =>
        new(Compile(node.Value), node.Input, node.Negated, [.. node.Tests.Select(CompileTest)], strict);

    private TestStep CompileTest(BoundTest test) => test switch
    {
        BoundComparisonTest t => new ComparisonTest(t.Operator, Compile(t.Operand), strict),
        BoundIntervalTest t => new IntervalTest(Compile(t.Start), t.StartIncluded, Compile(t.End), t.EndIncluded, strict),
        BoundValueTest { Value: BoundConstant { Value: StringValue or NumberValue } c } => new ConstantTest(c.Value, strict),
        BoundValueTest t => new ValueTest(Compile(t.Value), t.UsesInput, t.InCell, strict),
        _ => throw new InvalidOperationException($"Unknown test {test.GetType().Name}."),
    };
}
