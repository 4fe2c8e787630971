using Huodi.Rules.Binding;
using Huodi.Rules.Evaluation.Columnar.Nodes;

namespace Huodi.Rules.Evaluation.Columnar;

/// <summary>
/// Makes the nodes of a plan from a bound tree and the layout of the columns. Gives null for what has no columnar form: such an
/// expression runs row by row.
/// </summary>
internal sealed partial class PlanBuilder(Column?[] columns)
{
    private readonly List<PlanNode> nodes = [];
    private readonly List<string> constants = [];
    private readonly Dictionary<int, PlanNode?> facts = [];

    public int Count => nodes.Count;

    /// <summary>The texts that the expression itself mentions; their places are their symbols.</summary>
    public IReadOnlyList<string> Constants => constants;

    public PlanNode? Build(BoundNode node) => node switch
    {
        BoundConstant n => Constant(n.Value),
        BoundFact n => Fact(n),
        BoundNegate n => Value(n.Operand) is { Kind: FeelKind.Number } operand
            ? Arithmetic(Syntax.BinaryOperator.Subtract, Added(ConstantValue.Of(0)), operand)
            : null,
        BoundArithmetic n => Value(n.Left) is { Kind: FeelKind.Number } left && Value(n.Right) is { Kind: FeelKind.Number } right
            ? Arithmetic(n.Operator, left, right)
            : null,
        BoundComparison n => Build(n.Left) is { } left && Build(n.Right) is { } right ? Compare(n.Operator, left, right) : null,
        BoundLogic n => Logic(n.IsAnd, n.Operands),
        BoundNot n => Truth(n.Operand) is { } operand ? Added(new NotNode(operand)) : null,
        BoundBetween n => Value(n.Value) is { } value
            && Compare(Syntax.BinaryOperator.GreaterOrEqual, value, Build(n.Low)) is { } low
            && Compare(Syntax.BinaryOperator.LessOrEqual, value, Build(n.High)) is { } high
                ? Added(new LogicNode(true, [low, high]))
                : null,
        BoundIn { Input: < 0, Tests.Count: > 0 } n => In(n),
        BoundIf n => Truth(n.Condition) is { } condition ? If(condition, Build(n.Then), Build(n.Else)) : null,
        _ => null,
    };

    public ValueNode? Value(BoundNode node) => Build(node) as ValueNode;

    public TruthNode? Truth(BoundNode node) => Build(node) as TruthNode;

    public T Added<T>(T node)
        where T : PlanNode
    {
        node.Id = nodes.Count;
        nodes.Add(node);
        return node;
    }

    public int Symbol(string text)
    {
        var place = constants.IndexOf(text);
        if (place >= 0) return place;
        constants.Add(text);
        return constants.Count - 1;
    }

    private PlanNode? Constant(FeelValue value) => value switch
    {
        NumberValue n => Added(ConstantValue.Of(n.Value)),
        StringValue s => Added(ConstantValue.OfCode(FeelKind.String, Symbol(s.Value))),
        DateValue d when d.Value.ToDateOnly() is { } day => Added(ConstantValue.OfCode(FeelKind.Date, day.DayNumber)),
        BooleanValue b => Added(new ConstantTruth(b.AsBoolean())),
        _ => null,
    };

    private PlanNode? Fact(BoundFact fact)
    {
        if (facts.TryGetValue(fact.Slot, out var known)) return known;
        var node = columns[fact.Slot] switch
        {
            NumberColumn { IsScaled: true } c => (PlanNode?)new ScaledFact(fact.Slot, c.Scale),
            NumberColumn c => new DecimalFact(fact.Slot, c.Scale),
            DateColumn => new CodeFact(fact.Slot, FeelKind.Date),
            StringColumn => new CodeFact(fact.Slot, FeelKind.String),
            BooleanColumn => new TruthFact(fact.Slot),
            null => Absent(TypeRules.Base(fact.Type)),
            _ => null,
        };
        return facts[fact.Slot] = node is null ? null : Added(node);
    }

    private static PlanNode? Absent(FeelType type) =>
        type == FeelType.Boolean ? new AbsentTruth()
        : type == FeelType.Number ? new AbsentValue(FeelKind.Number)
        : type == FeelType.Date ? new AbsentValue(FeelKind.Date)
        : type == FeelType.String ? new AbsentValue(FeelKind.String)
        : null;
}
