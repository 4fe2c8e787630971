using System.Xml.Linq;

namespace Huodi.Rules.Dmn;

/// <summary>Writes boxed expressions.</summary>
internal sealed class ExpressionWriter(XNamespace dmn, DmnVersion version)
{
    public XElement? Write(DmnExpression? expression) => expression switch
    {
        null => null,
        DmnLiteral e => Element("literalExpression", e, Text(e.Text)),
        DmnTable e => TableElement(e),
        DmnContext e =>
            Element("context", e, e.Entries.Select(Entry), e.Result is null ? null : new XElement(dmn + "contextEntry", Write(e.Result))),
        DmnList e => Element("list", e, e.Items.Select(Write)),
        DmnRelation e => Element(
            "relation", e, e.Columns.Select(c => Variable("column", c)), e.Rows.Select(r => new XElement(dmn + "row", r.Select(Write)))),
        DmnInvocation e => Element(
            "invocation", e, Write(e.Function),
                e.Bindings.Select(b => new XElement(dmn + "binding", Variable("parameter", b.Variable), Write(b.Value)))),
        DmnFunction e => Function(e, "functionDefinition"),
        _ when version == DmnVersion.V13 => Element("literalExpression", expression, Text(BoxedText.Of(expression))),
        DmnConditional e => Element("conditional", e, Part("if", e.If), Part("then", e.Then), Part("else", e.Else)),
        DmnFilter e => Element("filter", e, Part("in", e.In), Part("match", e.Match)),
        DmnIteration e => Element(
            e.Kind switch { DmnIterationKind.For => "for", DmnIterationKind.Some => "some", _ => "every" },
            e,
            new XAttribute("iteratorVariable", e.Variable.Name),
            Part("in", e.In),
            Part(e.Kind == DmnIterationKind.For ? "return" : "satisfies", e.Body)),
        _ => throw new InvalidOperationException($"Unknown expression {expression.GetType().Name}."),
    };

    public XElement Function(DmnFunction e, string name) => Element(
        name,
        e,
        e.Kind == "FEEL" ? null : new XAttribute("kind", e.Kind),
        e.Parameters.Select(p => Variable("formalParameter", p)),
        Write(e.Body));

    public XElement Variable(string name, DmnVariable variable) =>
        new(dmn + name, new XAttribute("name", variable.Name), TypeRef(variable.TypeRef));

    private XElement Element(string name, DmnExpression e, params object?[] content) => new(dmn + name, TypeRef(e.TypeRef), content);

    private XElement Text(string text) => new(dmn + "text", text);

    private XElement Part(string name, DmnExpression? e) => new(dmn + name, Write(e));

    private XElement Entry(DmnEntry entry) => new(dmn + "contextEntry", Variable("variable", entry.Variable), Write(entry.Value));

    private static XAttribute? TypeRef(string? typeRef) => typeRef is null ? null : new XAttribute("typeRef", typeRef);

    private XElement TableElement(DmnTable e)
    {
        var table = e.Table;
        return Element(
            "decisionTable",
            e,
            new XAttribute("hitPolicy", Name(table.HitPolicy)),
            table.Aggregation == CollectAggregation.None ? null
                : new XAttribute("aggregation", table.Aggregation.ToString().ToUpperInvariant()),
            table.Name.Length == 0 ? null : new XAttribute("outputLabel", table.Name),
            table.Inputs.Select((input, i) => new XElement(
                dmn + "input",
                input.Label is null ? null : new XAttribute("label", input.Label),
                new XElement(dmn + "inputExpression", TypeRef(e.InputTypes.ElementAtOrDefault(i)), Text(input.Expression)),
                Optional("inputValues", input.AllowedValues))),
            table.Outputs.Select((output, i) => new XElement(
                dmn + "output",
                output.Name.Length == 0 ? null : new XAttribute("name", output.Name),
                TypeRef(e.OutputTypes.ElementAtOrDefault(i)),
                Optional("outputValues", output.AllowedValues),
                Optional("defaultOutputEntry", output.Default))),
            table.Rules.Select(r => new XElement(
                dmn + "rule",
                r.InputEntries.Select(c => new XElement(dmn + "inputEntry", Text(c))),
                r.OutputEntries.Select(c => new XElement(dmn + "outputEntry", Text(c))))));
    }

    private XElement? Optional(string name, string? text) => text is null ? null : new XElement(dmn + name, Text(text));

    private static string Name(HitPolicy policy) => policy switch
    {
        HitPolicy.RuleOrder => "RULE ORDER",
        HitPolicy.OutputOrder => "OUTPUT ORDER",
        _ => policy.ToString().ToUpperInvariant(),
    };
}
