using Huodi.Rules.Binding;

namespace Huodi.Rules.Lowering;

/// <summary>Rewrites a bound tree from the leaves up. A rewrite overrides <see cref="Visit"/> for the nodes it is about.</summary>
internal abstract class Rewriter
{
    public BoundNode Rewrite(BoundNode node) => Visit(Children(node));

    /// <summary>The replacement of a node whose children are already rewritten.</summary>
    protected abstract BoundNode Visit(BoundNode node);

    private BoundNode Children(BoundNode node) => node switch
    {
        BoundNegate n => n with { Operand = Rewrite(n.Operand) },
        BoundArithmetic n => n with { Left = Rewrite(n.Left), Right = Rewrite(n.Right) },
        BoundComparison n => n with { Left = Rewrite(n.Left), Right = Rewrite(n.Right) },
        BoundLogic n => n with { Operands = All(n.Operands) },
        BoundNot n => n with { Operand = Rewrite(n.Operand) },
        BoundBetween n => n with { Value = Rewrite(n.Value), Low = Rewrite(n.Low), High = Rewrite(n.High) },
        BoundInstanceOf n => n with { Value = Rewrite(n.Value) },
        BoundIf n => n with { Condition = Rewrite(n.Condition), Then = Rewrite(n.Then), Else = Rewrite(n.Else) },
        BoundCoerce n => n with { Value = Rewrite(n.Value) },
        BoundList n => n with { Items = All(n.Items) },
        BoundContext n => n with
        {
            Entries = [.. n.Entries.Select(e => e with { Value = Rewrite(e.Value) })],
            Result = n.Result is null ? null : Rewrite(n.Result),
        },
        BoundRange n => n with { Start = Rewrite(n.Start), End = Rewrite(n.End) },
        BoundComparisonRange n => n with { Operand = Rewrite(n.Operand) },
        BoundPath n => n with { Source = Rewrite(n.Source) },
        BoundItemField n => n with { Item = Rewrite(n.Item), Outside = Rewrite(n.Outside) },
        BoundFilter n => n with { Source = Rewrite(n.Source), Condition = Rewrite(n.Condition) },
        BoundFor n => n with { Iterators = All(n.Iterators), Body = Rewrite(n.Body) },
        BoundQuantified n => n with { Iterators = All(n.Iterators), Condition = Rewrite(n.Condition) },
        BoundBuiltinCall n => n with { Arguments = [.. n.Arguments.Select(a => a is null ? null : Rewrite(a))] },
        BoundHostCall n => n with { Arguments = All(n.Arguments) },
        BoundInvoke n => n with { Callee = Rewrite(n.Callee), Arguments = All(n.Arguments) },
        BoundLambda n => n with { Body = n.Body is null ? null : Rewrite(n.Body) },
        BoundIn n => Cell(n),
        BoundTable n => Table(n),
        _ => node,
    };

    private BoundNode[] All(IReadOnlyList<BoundNode> nodes) => [.. nodes.Select(Rewrite)];

    private BoundIterator[] All(IReadOnlyList<BoundIterator> iterators) =>
        [.. iterators.Select(i => i with { Domain = Rewrite(i.Domain), To = i.To is null ? null : Rewrite(i.To) })];

    private BoundIn Cell(BoundIn cell) => cell with { Value = Rewrite(cell.Value), Tests = [.. cell.Tests.Select(Test)] };

    private BoundTest Test(BoundTest test) => test switch
    {
        BoundComparisonTest t => t with { Operand = Rewrite(t.Operand) },
        BoundIntervalTest t => t with { Start = Rewrite(t.Start), End = Rewrite(t.End) },
        BoundValueTest t => t with { Value = Rewrite(t.Value) },
        _ => test,
    };

    private BoundTable Table(BoundTable table) => table with
    {
        Columns = [.. table.Columns.Select(c =>
            c with { Expression = Rewrite(c.Expression), Allowed = c.Allowed is null ? null : Cell(c.Allowed) })],
        Rules = [.. table.Rules.Select(r =>
            r with { Cells = [.. r.Cells.Select(c => c is null ? null : Cell(c))], Outputs = All(r.Outputs) })],
        Outputs = [.. table.Outputs.Select(o => o with
        {
            Allowed = o.Allowed is null ? null : Cell(o.Allowed),
            Default = o.Default is null ? null : Rewrite(o.Default),
        })],
    };
}
