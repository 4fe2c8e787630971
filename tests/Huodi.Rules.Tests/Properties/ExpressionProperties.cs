using FsCheck;
using FsCheck.Fluent;
using Huodi.Rules.Parsing;
using Huodi.Rules.Syntax;

namespace Huodi.Rules.Tests.Properties;

public sealed class ExpressionProperties
{
    [Fact]
    public void PrintThenParse_AnyExpression_IsTheSame() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(
        Expressions.Any.ToArbitrary(), text =>
        {
            var printed = SyntaxPrinter.Print(Parse(text));

            return SyntaxPrinter.Print(Parse(printed)) == printed
                && Compile(text).Evaluate(new Facts()) == Compile(printed).Evaluate(new Facts());
        }));

    [Fact]
    public void Trace_AnyExpressionAndFacts_GivesTheAnswerOfTheScalarRun() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), Prop.ForAll(
        Expressions.Any.ToArbitrary(), Expressions.Facts.ToArbitrary(), (text, facts) =>
            Compile(text).Evaluate(facts) == Compile(text).Trace(facts).Answer));

    [Fact]
    public void Evaluate_DecidedWithMissingFacts_StaysSoWhateverTheFactsTurnOutToBe() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(3000), Prop.ForAll(
            Expressions.Any.ToArbitrary(), Expressions.Facts.ToArbitrary(), Expressions.Facts.ToArbitrary(), (text, facts, more) =>
            {
                var expression = Compile(text);
                var early = expression.Evaluate(facts);

                var late = expression.Evaluate(facts.And(more));

                return !early.IsDecided || late == early || late.Error is not null;
            }));

    [Fact]
    public void Evaluate_Missing_NamesOnlyFactsThatAreMissingAndRead() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(
        Expressions.Any.ToArbitrary(), Expressions.Facts.ToArbitrary(), (text, facts) =>
        {
            var expression = Compile(text);
            var missing = expression.Evaluate(facts).Missing;

            return missing.All(name => expression.Names.Contains(name) && !facts.Get(name).IsDecided)
                && missing.Distinct().Count() == missing.Count;
        }));

    [Fact]
    public void Compile_RandomText_NeverThrows() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(5000), Prop.ForAll(
        RandomText.ToArbitrary(), text =>
        {
            foreach (var mode in new[] { FeelMode.Strict, FeelMode.Conformant })
            {
                var compiled = FeelCompiler.Compile(text, Expressions.Scope, mode);
                _ = compiled.Value?.Evaluate(new Facts(), TestContext.Current.CancellationToken);
                _ = FeelCompiler.CompileUnaryTests(text, Expressions.Scope, FeelType.Number, mode);
                if (!compiled.Succeeded && compiled.Diagnostics.Count == 0) return false;
            }

            return true;
        }));

    private static Gen<string> RandomText => Gen.OneOf(
        Gen.ListOf(Gen.Elements(
            "a", "b", "面积", "1", "0.5", "\"x\"", "(", ")", "[", "]", "{", "}", ",", ":", ".", "..", "+", "-", "*", "/", "**", "<", "<=",
                "=", "!=",
            " ", "if ", " then ", " else ", "for i in ", " return ", "some i in ", " satisfies ", " and ", " or ", "not(", "between ",
                " in ",
            "function(", "count(", "@\"2024-01-01\"", "?", "item", " instance of ", "number", "list<", ">", "null", "true", "“", "＜", "万",
                "//", "/*"))
            .Select(parts => string.Concat(parts)),
        ArbMap.Default.GeneratorFor<string>().Select(s => s ?? ""));

    private static SyntaxNode Parse(string text)
    {
        var diagnostics = new List<Diagnostic>();
        var node = Parser.Expression(text, 0, Scopes.ParseOptions(Expressions.Scope, true, Limits.Default), diagnostics);
        return node ?? throw new InvalidOperationException($"{text}: {string.Join("; ", diagnostics)}");
    }

    private static CompiledExpression Compile(string text) => FeelCompiler.Compile(text, Expressions.Scope, FeelMode.Strict).Require();
}
