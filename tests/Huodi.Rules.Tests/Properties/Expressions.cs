using FsCheck;
using FsCheck.Fluent;

namespace Huodi.Rules.Tests.Properties;

/// <summary>Random FEEL texts over a small scope, well typed more often than not, and random facts with some of them missing.</summary>
internal static class Expressions
{
    public static readonly FeelScope Scope = new FeelScope()
        .Declare("a", FeelType.Number).Declare("b", FeelType.Number).Declare("面积", FeelType.Number)
        .Declare("p", FeelType.Boolean).Declare("q", FeelType.Boolean)
        .Declare("s", FeelType.String).Declare("d", FeelType.Date)
        .Declare("l", FeelType.ListOf(FeelType.Number));

    private static readonly Dictionary<int, Gen<string>> Numbers = [];
    private static readonly Dictionary<int, Gen<string>> Truths = [];

    /// <summary>Each size is built once: the generators are trees.</summary>
    public static Gen<string> Number(int size) => Once(Numbers, size, MakeNumber);

    public static Gen<string> Truth(int size) => Once(Truths, size, MakeTruth);

    private static Gen<string> Once(Dictionary<int, Gen<string>> made, int size, Func<int, Gen<string>> make)
    {
        lock (made) return made.TryGetValue(size, out var known) ? known : made[size] = make(size);
    }

    private static Gen<string> MakeNumber(int size) => size <= 0
        ? Gen.OneOf(Gen.Choose(-20, 20).Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            Gen.Elements("a", "b", "面积", "0.5", "count(l)", "d.year"))
        : Gen.OneOf(
            Number(0),
            from op in Gen.Elements("+", "-", "*", "/") from x in Number(size / 2) from y in Number(size / 2) select $"({x} {op} {y})",
            from c in Truth(size / 2) from x in Number(size / 2) from y in Number(size / 2) select $"(if {c} then {x} else {y})",
            from x in Number(size / 2) from f in Gen.Elements("abs", "floor", "-") select f == "-" ? $"-({x})" : $"{f}({x})",
            from x in Number(size / 2) from y in Number(size / 2) select $"sum([{x}, {y}])",
            from x in Number(size / 2) select $"count(l[item > {x}])",
            from x in Number(size / 2) from y in Number(size / 2) select $"{{k: {x}, m: k + {y}}}.m");

    private static Gen<string> MakeTruth(int size) => size <= 0
        ? Gen.Elements("true", "false", "p", "q", "s = \"x\"", "d > date(\"2024-01-01\")")
        : Gen.OneOf(
            Truth(0),
            from op in Gen.Elements("and",
                "or")
            from x in Truth(size / 2)
            from y in Truth(size / 2)
            from z in Truth(size / 2)
            select $"({x} {op} {y} {op} {z})",
            from op in Gen.Elements("<", "<=", ">", ">=", "=",
                "!=")
            from x in Number(size / 2)
            from y in Number(size / 2)
            select $"({x} {op} {y})",
            from x in Number(size / 2) from y in Number(size / 2) from z in Number(size / 2) select $"({x} between {y} and {z})",
            from x in Number(size / 2) from y in Number(size / 2) from z in Number(size / 2) select $"({x} in [{y}..{z}))",
            from x in Number(size / 2) from y in Number(size / 2) from z in Number(size / 2) select $"({x} in (< {y}, {z}))",
            from x in Truth(size / 2) select $"not({x})",
            from k in Gen.Elements("some",
                "every")
            from x in Number(size / 2)
            from y in Number(size / 2)
            select $"({k} i in [{x}, a, 3] satisfies i < {y})");

    public static Gen<string> Any => Gen.Sized(n => Gen.OneOf(Number(Math.Min(n, 24)), Truth(Math.Min(n, 24))));

    /// <summary>Facts of which each is missing one time in three.</summary>
    public static Gen<Facts> Facts =>
        from numbers in Gen.ArrayOf(Gen.Choose(-30, 30), 3)
        from truths in Gen.ArrayOf(Gen.Elements(true, false), 2)
        from missing in Gen.ArrayOf(Gen.Choose(0, 2), 8)
        select Given(numbers, truths, missing);

    private static Facts Given(int[] numbers, bool[] truths, int[] missing)
    {
        (string Name, FeelValue Value)[] all =
        [
            ("a", FeelValue.Of((decimal)numbers[0])), ("b", FeelValue.Of((decimal)numbers[1])), ("面积", FeelValue.Of(numbers[2] / 2m)),
            ("p", FeelValue.Of(truths[0])), ("q", FeelValue.Of(truths[1])), ("s", FeelValue.Of(truths[0] ? "x" : "y")),
            ("d", FeelValue.Of(new DateOnly(2024, 1, 1).AddDays(numbers[0]))),
            ("l", FeelValue.List(numbers.Select(n => FeelValue.Of((decimal)n)))),
        ];
        var facts = new Facts();
        for (var i = 0; i < all.Length; i++)
        {
            if (missing[i] > 0) _ = facts.With(all[i].Name, all[i].Value);
        }

        return facts;
    }
}
