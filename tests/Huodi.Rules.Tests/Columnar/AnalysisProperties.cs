using FsCheck;
using FsCheck.Fluent;

namespace Huodi.Rules.Tests.Columnar;

public sealed class AnalysisProperties
{
    [Fact]
    public void Analysis_RulesThatMatchTogetherOnSomeRow_AreListedAsAnOverlap()
    {
        var pairs = 0;
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var source = new RandomTables(random).Any(random.Next(1, 7), random.Next(1, 4)) with { HitPolicy = HitPolicy.Collect, Aggregation = CollectAggregation.None };
            var table = FeelCompiler.CompileTable(source, RandomBatch.Scope, FeelMode.Strict).Require();
            if (!table.Analysis.IsExact) return;
            var listed = table.Analysis.Overlaps.SelectMany(o => Pairs(o.Rules)).ToHashSet();
            var rows = new RandomBatch(random, 100);
            for (var row = 0; row < rows.Rows; row++)
            {
                var found = table.EvaluateWithRules(rows.Facts(row));
                foreach (var pair in Pairs(found.Rules))
                {
                    pairs++;
                    Assert.True(listed.Contains(pair), $"{RandomTables.Print(source)}: {pair} match together on row {row}");
                }

                var uncovered = found.Answer.IsDecided && found.Rules.Count == 0 && table.Names.All(n => rows.Facts(row).Get(n).IsDecided);
                Assert.True(!uncovered || table.Analysis.Gaps.Count > 0 || source.Outputs.Any(o => o.Default is not null), RandomTables.Print(source));
            }
        }));

        Assert.True(pairs > 1000, $"only {pairs} pairs were seen");
    }

    private static IEnumerable<(int, int)> Pairs(IReadOnlyList<int> rules) =>
        from a in rules from b in rules where a < b select (a, b);
}
