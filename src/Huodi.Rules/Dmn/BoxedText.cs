namespace Huodi.Rules.Dmn;

/// <summary>The FEEL text that a boxed expression stands for.</summary>
internal static class BoxedText
{
    /// <exception cref="NotSupportedException">The expression (a table, an external function) cannot be said in FEEL text.</exception>
    public static string Of(DmnExpression? expression) => expression switch
    {
        null => "null",
        DmnLiteral e => e.Text,
        DmnConditional e => $"if {In(e.If)} then {In(e.Then)} else {In(e.Else)}",
        DmnFilter e => $"{In(e.In)}[{Of(e.Match)}]",
        DmnIteration e => e.Kind == DmnIterationKind.For
            ? $"for {e.Variable.Name} in {In(e.In)} return {In(e.Body)}"
            : $"{(e.Kind == DmnIterationKind.Some ? "some" : "every")} {e.Variable.Name} in {In(e.In)} satisfies {In(e.Body)}",
        DmnList e => $"[{string.Join(", ", e.Items.Select(Of))}]",
        DmnContext { Result: null } e => $"{{{string.Join(", ", e.Entries.Select(Entry))}}}",
        DmnRelation e => $"[{string.Join(", ", e.Rows.Select(r => Row(e, r)))}]",
        DmnInvocation e => $"{In(e.Function)}({string.Join(", ", e.Bindings.Select(b => $"{b.Variable.Name}: {Of(b.Value)}"))})",
        DmnFunction { Kind: "FEEL" } e => $"function({string.Join(", ", e.Parameters.Select(Parameter))}) {Of(e.Body)}",
        _ => throw new NotSupportedException($"A {expression.GetType().Name} cannot be written as FEEL text."),
    };

    private static string In(DmnExpression? expression) =>
        expression is DmnLiteral { Text: var t } && t.All(c => char.IsLetterOrDigit(c)) ? t : $"({Of(expression)})";

    private static string Row(DmnRelation relation, IReadOnlyList<DmnExpression?> row) =>
        $"{{{string.Join(", ", relation.Columns.Zip(row).Select(c => $"{Key(c.First.Name)}: {Of(c.Second)}"))}}}";

    private static string Entry(DmnEntry entry) => $"{Key(entry.Variable.Name)}: {Of(entry.Value)}";

    private static string Key(string name) => name.All(c => char.IsLetterOrDigit(c) || c is ' ' or '_') ? name : StringValue.Quote(name);

    private static string Parameter(DmnVariable parameter) =>
        parameter.TypeRef is null ? parameter.Name : $"{parameter.Name}: {parameter.TypeRef}";
}
