using Huodi.Rules.Parsing;

namespace Huodi.Rules.Syntax;

/// <summary>Writes a syntax tree as FEEL text that parses to the same tree. Parentheses stand only where they are needed.</summary>
internal static class SyntaxPrinter
{
    private const int Postfix = 9;
    private const int Unary = 7;

    public static string Print(SyntaxNode node) => Print(node, 0);

    private static string Print(SyntaxNode node, int binding)
    {
        var (text, own) = Write(node);
        return own < binding ? $"({text})" : text;
    }

    /// <summary>The text and how tightly it holds together.</summary>
    private static (string Text, int Binding) Write(SyntaxNode node) => node switch
    {
        LiteralSyntax { Value: NumberValue { Value: < 0 } n } => (n.ToString(), Unary),
        LiteralSyntax n => (n.Value.ToString(), Postfix),
        AtLiteralSyntax n => ($"@{StringValue.Quote(n.Text)}", Postfix),
        NameSyntax n => (n.Name, Postfix),
        NegateSyntax n => ($"-{Print(n.Operand, Unary + 1)}", Unary),
        BinarySyntax n => Binary(n),
        BetweenSyntax n => ($"{Print(n.Value, 3)} between {Print(n.Low, 4)} and {Print(n.High, 4)}", 3),
        InSyntax n => ($"{Print(n.Value, 3)} in {Tests(n.Tests)}", 3),
        InstanceOfSyntax n => ($"{Print(n.Value, Unary)} instance of {n.Type}", Unary - 1),
        IfSyntax n => ($"if {Print(n.Condition)} then {Print(n.Then)} else {Print(n.Else)}", 0),
        ForSyntax n => ($"for {Iterators(n.Iterators)} return {Print(n.Body)}", 0),
        QuantifiedSyntax n => ($"{(n.Every ? "every" : "some")} {Iterators(n.Iterators)} satisfies {Print(n.Condition)}", 0),
        ListSyntax n => ($"[{Joined(n.Items)}]", Postfix),
        ContextSyntax n => ($"{{{string.Join(", ", n.Entries.Select(e => $"{Key(e.Name)}: {Print(e.Value)}"))}}}", Postfix),
        RangeSyntax n => ($"{(n.StartIncluded ? '[' : '(')}{Print(n.Start)}..{Print(n.End)}{(n.EndIncluded ? ']' : ')')}", Postfix),
        ComparisonRangeSyntax n => ($"({BinaryOperators.Text(n.Operator)} {Print(n.Operand)})", Postfix),
        PathSyntax n => ($"{Print(n.Source, Postfix)}.{n.Name}", Postfix),
        FilterSyntax n => ($"{Print(n.Source, Postfix)}[{Print(n.Condition)}]", Postfix),
        CallSyntax n => ($"{Print(n.Callee, Postfix)}({string.Join(", ", n.Arguments.Select(Argument))})", Postfix),
        FunctionSyntax n => (
            $"function({string.Join(", ", n.Parameters.Select(Parameter))}) {(n.Body is null ? "external {}" : Print(n.Body))}", 0),
        UnaryTestsSyntax n => (n.Tests.Count == 0 ? "-" : n.Negated ? $"not({CellTests(n.Tests)})" : CellTests(n.Tests), 0),
        CoerceSyntax n => Write(n.Value),
        _ => ("null", Postfix),
    };

    private static (string Text, int Binding) Binary(BinarySyntax n)
    {
        var binding = BinaryOperators.Precedence(n.Operator);
        return ($"{Print(n.Left, binding)} {BinaryOperators.Text(n.Operator)} {Print(n.Right, binding + 1)}", binding);
    }

    /// <summary>Tests behind <c>in</c>: always in parentheses, so that one expression is not taken for more.</summary>
    private static string Tests(IReadOnlyList<SyntaxNode> tests) =>
        tests is [RangeSyntax range] ? Print(range) : $"({CellTests(tests)})";

    private static string CellTests(IReadOnlyList<SyntaxNode> tests) => string.Join(", ", tests.Select(t =>
        t is ComparisonRangeSyntax n ? $"{BinaryOperators.Text(n.Operator)} {Print(n.Operand, 4)}" : Print(t)));

    private static string Joined(IReadOnlyList<SyntaxNode> nodes) => string.Join(", ", nodes.Select(n => Print(n)));

    private static string Iterators(IReadOnlyList<IteratorSyntax> iterators) => string.Join(", ", iterators.Select(i =>
        $"{i.Name} in {Print(i.Domain)}{(i.To is null ? "" : $"..{Print(i.To)}")}"));

    private static string Argument(ArgumentSyntax argument) =>
        argument.Name is null ? Print(argument.Value) : $"{argument.Name}: {Print(argument.Value)}";

    private static string Parameter(FeelParameter parameter) =>
        parameter.Type.IsAny ? parameter.Name : $"{parameter.Name}: {parameter.Type}";

    private static string Key(string name)
    {
        var plain = name.Length > 0 && FeelChars.IsNameStart(name[0]) && name.All(c => FeelChars.IsNamePart(c) || c == ' ');
        return plain ? name : StringValue.Quote(name);
    }
}
