using Huodi.Rules.Parsing;
using Huodi.Rules.Syntax;
using Huodi.Rules.Tables;

namespace Huodi.Rules.Dmn;

/// <summary>Turns boxed expressions into the syntax that FEEL text would have, so that binding knows only one language.</summary>
internal sealed class BoxedSyntax(ParseOptions options, Func<string?, FeelType> typeOf, ICollection<Diagnostic> diagnostics)
{
    private static readonly AbsentSyntax Absent = new(default);

    public SyntaxNode Read(DmnExpression? expression) => expression switch
    {
        null => Absent,
        DmnLiteral e => Typed(Text(e.Text, Parser.Expression), e.TypeRef),
        DmnTable e => Typed(Table(e), e.TypeRef),
        DmnContext e => Typed(Context(e), e.TypeRef),
        DmnList e => Typed(new ListSyntax(default, [.. e.Items.Select(Read)]), e.TypeRef),
        DmnRelation e => Typed(Relation(e), e.TypeRef),
        DmnInvocation e => Typed(Invocation(e), e.TypeRef),
        DmnFunction e => Typed(Function(e, FeelType.Any), e.TypeRef),
        DmnConditional e => Typed(new IfSyntax(default, Read(e.If), Read(e.Then), Read(e.Else)), e.TypeRef),
        DmnFilter e => Typed(Filter(e), e.TypeRef),
        DmnIteration e => Typed(Iteration(e), e.TypeRef),
        _ => throw new InvalidOperationException($"Unknown expression {expression.GetType().Name}."),
    };

    /// <summary>A function whose result must be of a type.</summary>
    public FunctionSyntax Function(DmnFunction function, FeelType result)
    {
        var mark = options.Names.Mark;
        var parameters = function.Parameters.Select(p => new FeelParameter(p.Name, typeOf(p.TypeRef))).ToArray();
        foreach (var parameter in parameters) options.Names.Push(parameter.Name);
        var body = function.Kind == "FEEL" ? Read(function.Body) : null;
        options.Names.PopTo(mark);
        return new FunctionSyntax(default, parameters, body, result);
    }

    private SyntaxNode Typed(SyntaxNode node, string? typeRef)
    {
        var type = typeOf(typeRef);
        return type.IsAny ? node : new CoerceSyntax(node.Span, node, type);
    }

    private SyntaxNode Text(string text, Func<string, int, ParseOptions, ICollection<Diagnostic>, SyntaxNode?> parse)
    {
        if (string.IsNullOrWhiteSpace(text)) return Absent;
        var found = new List<Diagnostic>();
        if (parse(text, 0, options, found) is { } node) return node;
        foreach (var diagnostic in found) diagnostics.Add(options.Strict ? diagnostic : diagnostic with { Severity = Severity.Warning });
        return new BrokenSyntax(new TextSpan(0, text.Length), found.Count > 0 ? found[0].Message : "不能读懂");
    }

    private SyntaxNode Table(DmnTable e)
    {
        var source = e.Table with
        {
            Inputs = [.. e.Table.Inputs.Select((input, i) =>
                i < e.InputTypes.Count ? input with { Type = typeOf(e.InputTypes[i]) } : input)],
            Outputs = [.. e.Table.Outputs.Select((output, i) =>
                i < e.OutputTypes.Count ? output with { Type = typeOf(e.OutputTypes[i]) } : output)],
        };
        var found = new List<Diagnostic>();
        var table = TableReader.Read(source, options, found);
        foreach (var diagnostic in found) diagnostics.Add(options.Strict ? diagnostic : diagnostic with { Severity = Severity.Warning });
        return table is null ? new BrokenSyntax(default, "决策表的形状不对") : table;
    }

    private ContextSyntax Context(DmnContext e)
    {
        var mark = options.Names.Mark;
        var entries = new List<ContextEntrySyntax>();
        foreach (var (variable, value) in e.Entries)
        {
            entries.Add(new ContextEntrySyntax(default, variable.Name, Typed(Read(value), variable.TypeRef)));
            options.Names.Push(variable.Name);
            options.Fields.Push(variable.Name);
        }

        var result = e.Result is null ? null : Read(e.Result);
        options.Names.PopTo(mark);
        return new ContextSyntax(default, entries, result);
    }

    private ListSyntax Relation(DmnRelation e)
    {
        foreach (var column in e.Columns) options.Fields.Push(column.Name);
        return new ListSyntax(default, [.. e.Rows.Select(row => new ContextSyntax(
            default,
            [.. e.Columns.Zip(row).Select(cell => new ContextEntrySyntax(
                default, cell.First.Name, Typed(Read(cell.Second), cell.First.TypeRef)))]))]);
    }

    private CallSyntax Invocation(DmnInvocation e) => new(
        default,
        Read(e.Function),
        [.. e.Bindings.Select(b => new ArgumentSyntax(b.Variable.Name, Typed(Read(b.Value), b.Variable.TypeRef)))]);

    private FilterSyntax Filter(DmnFilter e)
    {
        var source = Read(e.In);
        options.FilterDepth++;
        var match = Read(e.Match);
        options.FilterDepth--;
        return new FilterSyntax(default, source, match);
    }

    private SyntaxNode Iteration(DmnIteration e)
    {
        var domain = Read(e.In);
        var mark = options.Names.Mark;
        options.Names.Push(e.Variable.Name);
        options.Names.Push("partial");
        var body = Read(e.Body);
        options.Names.PopTo(mark);
        IteratorSyntax[] iterators = [new IteratorSyntax(default, e.Variable.Name, domain, null)];
        return e.Kind == DmnIterationKind.For
            ? new ForSyntax(default, iterators, body)
            : new QuantifiedSyntax(default, e.Kind == DmnIterationKind.Every, iterators, body);
    }
}
