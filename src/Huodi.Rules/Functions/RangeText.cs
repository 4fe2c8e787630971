using Huodi.Rules.Evaluation;
using Huodi.Rules.Parsing;
using Huodi.Rules.Syntax;

namespace Huodi.Rules.Functions;

/// <summary>Reads the text of a range whose ends are literals of one kind, in rising order, as <c>range()</c> takes it.</summary>
internal static class RangeText
{
    public static FeelValue? Parse(string text)
    {
        var scope = new FeelScope();
        var syntax = Parser.Expression(text, 0, Scopes.ParseOptions(scope, false, Limits.Default), []);
        if (syntax is not RangeSyntax range || !IsLiteral(range.Start) || !IsLiteral(range.End)) return null;
        var program = FeelCompiler.Bind(syntax, scope, false, Limits.Default, [], new Evaluation.Traced.TextCursor("", 0));
        var value = program?.Evaluate(new Session([], [], new Budget(Limits.Default, default)));
        return value is RangeValue r && Comparison.Order(r.Start, r.End) <= 0 ? r : null;
    }

    private static bool IsLiteral(SyntaxNode node) => node switch
    {
        LiteralSyntax literal => !literal.Value.IsNull,
        AtLiteralSyntax => true,
        NegateSyntax negate => IsLiteral(negate.Operand),
        CallSyntax { Callee: NameSyntax { Name: "date" or "time" or "date and time" or "duration" } } call =>
            call.Arguments is [{ Value: LiteralSyntax }],
        _ => false,
    };
}
