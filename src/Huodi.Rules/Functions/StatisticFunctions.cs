using Huodi.Rules.Numbers;
using static Huodi.Rules.Functions.Define;

namespace Huodi.Rules.Functions;

/// <summary>Sums and statistics (DMN 1.5, 10.3.4.4).</summary>
internal static class StatisticFunctions
{
    public static readonly Builtin[] All =
    [
        Function("sum", Over(n => n.Length == 0 ? null : FeelValue.Of(n.Sum()))),
        Function("mean", Over(n => n.Length == 0 ? null : FeelValue.Of(n.Sum() / n.Length))),
        Function("product", Over(n => n.Length == 0 ? null : FeelValue.Of(n.Aggregate(1m, (a, b) => a * b)))),
        Function("median", Over(Median)),
        Function("stddev", Over(Deviation)),
        Function("mode", Over(Mode, Define.Numbers)),
    ];

    private static Signature[] Over(Func<decimal[], FeelValue?> fold, FeelType? result = null) =>
    [
        Takes(result ?? Number, [P("list", List)], a => Fold(Items(a[0]), fold)),
        Many(result ?? Number, P("n", Any), a => Fold(Items(a[0]), fold)),
    ];

    private static FeelValue? Fold(FeelValue[] items, Func<decimal[], FeelValue?> fold) =>
        Array.TrueForAll(items, i => i is NumberValue) ? fold(Array.ConvertAll(items, i => ((NumberValue)i).Value)) : null;

    private static FeelValue? Median(decimal[] numbers)
    {
        if (numbers.Length == 0) return null;
        var sorted = numbers.Order().ToArray();
        var middle = sorted.Length / 2;
        return FeelValue.Of(sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2);
    }

    private static FeelValue? Deviation(decimal[] numbers)
    {
        if (numbers.Length < 2) return null;
        var mean = numbers.Sum() / numbers.Length;
        return FeelValue.Of(Roots.Square(numbers.Sum(n => (n - mean) * (n - mean)) / (numbers.Length - 1)));
    }

    private static FeelValue Mode(decimal[] numbers)
    {
        var groups = numbers.GroupBy(n => n).ToList();
        var most = groups.Count == 0 ? 0 : groups.Max(g => g.Count());
        return ListOf(groups.Where(g => g.Count() == most).Select(g => g.Key).Order().Select(FeelValue.Of));
    }
}
