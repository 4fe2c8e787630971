using Huodi.Rules.Syntax;

namespace Huodi.Rules.Binding;

/// <summary>
/// Resolves names, infers types and, in strict mode, refuses what cannot be right. Bound trees are at most <see cref="MaxHeight"/> high.
/// </summary>
internal sealed partial class Binder
{
    public const int MaxHeight = 400;

    private readonly FeelScope scope;
    private readonly bool strict;
    private readonly ICollection<Diagnostic> diagnostics;
    private readonly OrderedDictionary<string, BoundFact> facts = new(StringComparer.Ordinal);
    private FrameLayout frame = new(null);
    private int height;
    private bool inputUsed;
    private bool partialUsed;

    public Binder(FeelScope scope, bool strict, ICollection<Diagnostic> diagnostics)
    {
        this.scope = scope;
        this.strict = strict;
        this.diagnostics = diagnostics;
    }

    /// <summary>The scope names that were read, in order; their positions are the slots.</summary>
    public IReadOnlyList<string> Names => [.. facts.Keys];

    public int FrameSize => frame.Size;

    public BoundNode Bind(SyntaxNode node)
    {
        if (++height > MaxHeight)
        {
            diagnostics.Add(Faults.TooDeep(node.Span, MaxHeight));
            height--;
            return new BoundFault(node.Span, "嵌套太深");
        }

        var bound = node switch
        {
            LiteralSyntax n => new BoundConstant(n.Span, TypeRules.TypeOf(n.Value), n.Value),
            AtLiteralSyntax n => BindAtLiteral(n),
            NameSyntax n => BindName(n),
            NegateSyntax n => BindNegate(n),
            BinarySyntax { Operator: BinaryOperator.And or BinaryOperator.Or } n => BindLogic(n),
            BinarySyntax n => BindBinary(n),
            BetweenSyntax n => BindBetween(n),
            InstanceOfSyntax n => new BoundInstanceOf(n.Span, Bind(n.Value), TypeRules.Unconstrained(n.Type)),
            IfSyntax n => BindIf(n),
            ListSyntax n => BindList(n),
            ContextSyntax n => BindContext(n),
            RangeSyntax n => BindRange(n),
            ComparisonRangeSyntax n => BindComparisonRange(n),
            PathSyntax n => BindPath(n),
            FilterSyntax n => BindFilter(n),
            InSyntax n => BindIn(n),
            UnaryTestsSyntax n => BindCell(n, BindName(new NameSyntax(n.Span, "?")), -1, null),
            CallSyntax n => BindCall(n),
            FunctionSyntax n => BindFunction(n),
            ForSyntax n => BindFor(n),
            QuantifiedSyntax n => BindQuantified(n),
            CoerceSyntax n => new BoundCoerce(n.Span, n.Type, Bind(n.Value)),
            TableSyntax n => BindTable(n),
            AbsentSyntax n => new BoundFault(n.Span, "没有写内容"),
            BrokenSyntax n => new BoundFault(n.Span, n.Reason),
            _ => throw new InvalidOperationException($"Unknown syntax {node.GetType().Name}."),
        };
        height--;
        return bound;
    }

    private BoundNode BindAtLiteral(AtLiteralSyntax node)
    {
        var value = Temporal.TemporalText.ParseAny(node.Text);
        if (value is not null) return new BoundConstant(node.Span, TypeRules.TypeOf(value), value);
        if (strict) diagnostics.Add(Faults.BadTemporal(node.Span, node.Text));
        return new BoundFault(node.Span, $"“{node.Text}”不是日期、时间或时段");
    }

    private BoundIf BindIf(IfSyntax node)
    {
        var condition = Bind(node.Condition);
        ExpectType(condition, FeelType.Boolean, "if 的条件");
        var then = Bind(node.Then);
        var otherwise = Bind(node.Else);
        return new BoundIf(node.Span, TypeRules.Unify(then.Type, otherwise.Type), condition, then, otherwise);
    }

    /// <summary>Strict mode: reports a node that cannot be of the wanted type.</summary>
    private void ExpectType(BoundNode node, FeelType wanted, string place)
    {
        if (strict && !TypeRules.MayBe(node.Type, wanted)) diagnostics.Add(Faults.WrongType(node.Span, place, wanted, node.Type));
    }
}
