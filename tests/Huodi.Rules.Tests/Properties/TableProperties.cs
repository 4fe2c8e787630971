using FsCheck;
using FsCheck.Fluent;

namespace Huodi.Rules.Tests.Properties;

public sealed class TableProperties
{
    private static readonly HitPolicy[] Policies = [HitPolicy.Unique, HitPolicy.First, HitPolicy.Any, HitPolicy.Collect,
        HitPolicy.RuleOrder];

    [Fact]
    public void Trace_AnyTableAndFacts_GivesTheAnswerOfTheScalarRun() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(
        Table.ToArbitrary(), Expressions.Facts.ToArbitrary(), (source, facts) =>
        {
            var table = Compile(source);
            var answer = table.Evaluate(facts);

            return table.Trace(facts).Answer == answer && table.EvaluateWithRules(facts).Answer == answer;
        }));

    [Fact]
    public void Evaluate_DecidedWithMissingFacts_StaysSoWhateverTheFactsTurnOutToBe() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(
            Table.ToArbitrary(), Expressions.Facts.ToArbitrary(), Expressions.Facts.ToArbitrary(), (source, facts, more) =>
            {
                var table = Compile(source);
                var early = table.Evaluate(facts);

                var late = table.Evaluate(facts.And(more));

                return !early.IsDecided || late == early || late.Error is not null;
            }));

    [Fact]
    public void Analysis_NoGapAndNoOverlap_MeansExactlyOneRuleMatches() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(
        Table.ToArbitrary(), Complete.ToArbitrary(), (source, facts) =>
        {
            var table = Compile(source with { HitPolicy = HitPolicy.Collect });
            var matched = table.EvaluateWithRules(facts).Rules.Count;

            return (table.Analysis.Gaps.Count > 0 || matched >= 1) && (table.Analysis.Overlaps.Count > 0 || matched <= 1);
        }));

    [Fact]
    public void Analysis_EveryExample_IsWhatItSays() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(
        Table.ToArbitrary(), source =>
        {
            var table = Compile(source with { HitPolicy = HitPolicy.Collect });

            return table.Analysis.Gaps.All(g => table.EvaluateWithRules(From(g.Example)).Rules.Count == 0)
                && table.Analysis.Overlaps.All(o => o.Rules.All(table.EvaluateWithRules(From(o.Example)).Rules.Contains));
        }));

    private static Gen<string> NumberCell => Gen.OneOf(
        Gen.Constant("-"),
        from op in Gen.Elements("<", "<=", ">", ">=", "", "!=") from n in Gen.Choose(-3, 3) select $"{op} {n * 10}",
        from low in Gen.Choose(-3, 3)
        from length in Gen.Choose(0, 3)
        from open in Gen.Elements("[", "(")
        from close in Gen.Elements("]", ")")
        select $"{open}{low * 10}..{(low + length) * 10}{close}",
        from a in Gen.Choose(-3, 3) from b in Gen.Choose(-3, 3) select $"{a * 10}, > {b * 10}",
        from a in Gen.Choose(-3, 3) select $"not(< {a * 10})");

    private static Gen<string> TextCell => Gen.Elements("-", "\"x\"", "\"y\"", "\"x\", \"y\"", "not(\"x\")");

    private static Gen<TableSource> Table =>
        from policy in Gen.Elements(Policies)
        from rules in Gen.ListOf(
            from number in NumberCell from text in TextCell from output in Gen.Choose(1, 2) select (number, text, output))
        select new TableSource(
            policy,
            CollectAggregation.None,
            [new TableInput("a"), new TableInput("s")],
            [new TableOutput("r")],
            [.. rules.Take(6).Select((r, i) => new TableRule(i + 1, [r.number, r.text], [$"{r.output}"]))]);

    private static Gen<Facts> Complete =>
        from a in Gen.Choose(-40, 40) from s in Gen.Elements("x", "y", "z") select new Facts().With("a", (decimal)a).With("s", s);

    private static CompiledTable Compile(TableSource source) =>
        FeelCompiler.CompileTable(source, Expressions.Scope, FeelMode.Strict).Require();

    private static Facts From(IReadOnlyDictionary<string, string> example) => new Facts()
        .With("a", example["a"] is "-" or "其他" ? FeelValue.Of(0m) : Golden.GoldenCase.Literal(example["a"]))
        .With("s", example["s"] is "-" or "其他" ? FeelValue.Of("z") : Golden.GoldenCase.Literal(example["s"]));
}
