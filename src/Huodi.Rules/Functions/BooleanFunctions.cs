using Huodi.Rules.Evaluation;
using static Huodi.Rules.Functions.Define;

namespace Huodi.Rules.Functions;

/// <summary>Booleans and identity (DMN 1.5, 10.3.4.2 and 10.3.4.7).</summary>
internal static class BooleanFunctions
{
    public static readonly Builtin[] All =
    [
        Function("not",
            Takes(Truth, [Nullable("negand", Any)], a => a[0].Kind == FeelKind.Boolean ? FeelValue.Of(!a[0].AsBoolean()) : null)),
        Function("is", Takes(Truth, [new("value1", Any, true, true), new("value2", Any, true, true)], a => FeelValue.Of(Is(a[0], a[1])))),
        Function("all", Fold("all", true)),
        Function("any", Fold("any", false)),
    ];

    private static Signature[] Fold(string _, bool all) =>
    [
        Takes(Truth, [P("list", List)], a => Fold(Items(a[0]), all)) with { TakesHoles = true },
        Many(Truth, Nullable("b", Truth), a => Fold(Items(a[0]), all)) with { TakesHoles = true },
    ];

    /// <summary>One deciding item decides; an undecided one keeps the answer open; anything else makes it null.</summary>
    private static FeelValue? Fold(FeelValue[] items, bool all)
    {
        FeelValue? undecided = null;
        var other = false;
        foreach (var item in items)
        {
            if (item.Kind == FeelKind.Boolean && item.AsBoolean() != all) return FeelValue.Of(!all);
            if (Undecided.Is(item, out var hole)) undecided = Undecided.Unite(undecided, hole);
            else other |= item.Kind != FeelKind.Boolean;
        }

        return undecided ?? (other ? null : FeelValue.Of(all));
    }

    private static bool Is(FeelValue a, FeelValue b)
    {
        if (a.Kind != b.Kind) return false;
        return (a, b) switch
        {
            (TimeValue x, TimeValue y) => x.Value.Nanos == y.Value.Nanos && Equals(x.Value.Zone, y.Value.Zone),
            (DateTimeValue x, DateTimeValue y) => x.Date == y.Date && x.Time.Nanos == y.Time.Nanos && Equals(x.Time.Zone, y.Time.Zone),
            _ => Comparison.AreEqual(a, b) is true,
        };
    }
}
