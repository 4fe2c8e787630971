using System.Xml.Linq;
using static Huodi.Rules.Dmn.Xml;

namespace Huodi.Rules.Dmn;

/// <summary>Reads boxed expressions.</summary>
internal static class ExpressionReader
{
    private const int MaxDepth = 100;

    private static readonly string[] Names =
    [
        "literalExpression", "decisionTable", "context", "list", "relation", "invocation", "functionDefinition",
        "conditional", "filter", "for", "some", "every",
    ];

    /// <summary>The expression that an element holds, or null.</summary>
    public static DmnExpression? ReadChild(XElement? parent, int depth) =>
        parent?.Elements().FirstOrDefault(e => Names.Contains(e.Name.LocalName)) is { } child ? Read(child, depth) : null;

    public static DmnFunction Function(XElement e, int depth) =>
        new([.. Children(e, "formalParameter").Select(Variable)], ReadChild(e, depth + 1), TypeOf(e))
        {
            Kind = e.Attribute("kind")?.Value ?? "FEEL",
        };

    private static DmnExpression Read(XElement e, int depth)
    {
        if (depth > MaxDepth) throw new DmnFormatException($"表达式嵌套超过 {MaxDepth} 层");
        depth++;
        return e.Name.LocalName switch
        {
            "literalExpression" => new DmnLiteral(TextOf(e) ?? "", TypeOf(e)),
            "decisionTable" => TableXml.Read(e),
            "context" => Context(e, depth),
            "list" => new DmnList([.. e.Elements().Where(i => Names.Contains(i.Name.LocalName)).Select(i => Read(i, depth))], TypeOf(e)),
            "relation" => new DmnRelation(
                [.. Children(e, "column").Select(Variable)],
                [.. Children(e, "row").Select(r =>
                    r.Elements().Where(i => Names.Contains(i.Name.LocalName)).Select(i => Read(i, depth)).ToArray())],
                TypeOf(e)),
            "invocation" =>
                new DmnInvocation(ReadChild(e, depth), [.. Children(e, "binding").Select(b => Entry(b, "parameter", depth))], TypeOf(e)),
            "functionDefinition" => Function(e, depth),
            "conditional" => new DmnConditional(
                ReadChild(Child(e, "if"), depth), ReadChild(Child(e, "then"), depth), ReadChild(Child(e, "else"), depth), TypeOf(e)),
            "filter" => new DmnFilter(ReadChild(Child(e, "in"), depth), ReadChild(Child(e, "match"), depth), TypeOf(e)),
            "for" => Iteration(DmnIterationKind.For, e, "return", depth),
            "some" => Iteration(DmnIterationKind.Some, e, "satisfies", depth),
            _ => Iteration(DmnIterationKind.Every, e, "satisfies", depth),
        };
    }

    private static DmnContext Context(XElement e, int depth)
    {
        var entries = Children(e, "contextEntry").ToList();
        var result = entries.Find(c => Child(c, "variable") is null);
        return new DmnContext(
            [.. entries.Where(c => c != result).Select(c => Entry(c, "variable", depth))],
            result is null ? null : ReadChild(result, depth),
            TypeOf(e));
    }

    private static DmnEntry Entry(XElement e, string variable, int depth) =>
        new(Child(e, variable) is { } v ? Variable(v) : new DmnVariable(""), ReadChild(e, depth));

    private static DmnIteration Iteration(DmnIterationKind kind, XElement e, string body, int depth) => new(
        kind,
        new DmnVariable(e.Attribute("iteratorVariable")?.Value ?? "", null),
        ReadChild(Child(e, "in"), depth),
        ReadChild(Child(e, body), depth),
        TypeOf(e));
}
