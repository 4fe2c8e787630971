using Huodi.Rules.Evaluation;
using static Huodi.Rules.Functions.Define;

namespace Huodi.Rules.Functions;

/// <summary>Relations of points and ranges (DMN 1.5, 10.3.4.10, table 78). A point is the range of itself.</summary>
internal static class RangeFunctions
{
    public static readonly Builtin[] All =
    [
        Relation("before", "PP PR RP RR", (a, b) =>
            Order(a.End, b.Start) is not { } o ? null : o < 0 || (o == 0 && !(a.EndIncluded && b.StartIncluded))),
        Relation("after", "PP PR RP RR", (a, b) =>
            Order(a.Start, b.End) is not { } o ? null : o > 0 || (o == 0 && !(a.StartIncluded && b.EndIncluded))),
        Relation("meets", "RR", (a, b) => Order(a.End, b.Start) is not { } o ? null : a.EndIncluded && b.StartIncluded && o == 0),
        Relation("met by", "RR", (a, b) => Order(a.Start, b.End) is not { } o ? null : a.StartIncluded && b.EndIncluded && o == 0),
        Relation("overlaps", "RR", (a, b) => Touches(a.End, b.Start, a.EndIncluded && b.StartIncluded) is { } x
            && Touches(b.End, a.Start, b.EndIncluded && a.StartIncluded) is { } y ? x && y : null),
        Relation("overlaps before", "RR", (a, b) =>
            And(Starts(a, b) < 0, And(Touches(a.End, b.Start, a.EndIncluded && b.StartIncluded), Ends(a, b) <= 0))),
        Relation("overlaps after", "RR", (a, b) =>
            And(Starts(b, a) < 0, And(Touches(b.End, a.Start, b.EndIncluded && a.StartIncluded), Ends(b, a) <= 0))),
        Relation("finishes", "PR RR", (a, b) =>
            a.IsPoint ? And(b.EndIncluded, Order(a.End, b.End) == 0) : And(Ends(a, b) == 0, Starts(b, a) <= 0)),
        Relation("finished by", "RP RR", (a, b) =>
            b.IsPoint ? And(a.EndIncluded, Order(a.End, b.End) == 0) : And(Ends(a, b) == 0, Starts(a, b) <= 0)),
        Relation("includes", "RP RR", (a, b) => And(Starts(a, b) <= 0, Ends(b, a) <= 0)),
        Relation("during", "PR RR", (a, b) => And(Starts(b, a) <= 0, Ends(a, b) <= 0)),
        Relation("starts", "PR RR", (a, b) =>
            a.IsPoint ? And(b.StartIncluded, Order(a.Start, b.Start) == 0) : And(Starts(a, b) == 0, Ends(a, b) <= 0)),
        Relation("started by", "RP RR", (a, b) =>
            b.IsPoint ? And(a.StartIncluded, Order(a.Start, b.Start) == 0) : And(Starts(a, b) == 0, Ends(b, a) <= 0)),
        Relation("coincides", "PP RR", (a, b) => And(Starts(a, b) == 0, Ends(a, b) == 0)),
        Function("range", Takes(FeelType.RangeOf(Any), [P("from", Text)], a => RangeText.Parse(a[0].AsString()))),
    ];

    private static bool? And(bool? a, bool? b) => a is false || b is false ? a is null || b is null ? null : false : a & b;

    private static int? Order(FeelValue a, FeelValue b) => Comparison.Order(a, b);

    /// <summary>Where range a starts against range b.</summary>
    private static int? Starts(Span a, Span b) =>
        Order(a.Start, b.Start) is not { } o ? null : o != 0 || a.StartIncluded == b.StartIncluded ? o : a.StartIncluded ? -1 : 1;

    /// <summary>Where range a ends against range b.</summary>
    private static int? Ends(Span a, Span b) =>
        Order(a.End, b.End) is not { } o ? null : o != 0 || a.EndIncluded == b.EndIncluded ? o : a.EndIncluded ? 1 : -1;

    private static bool? Touches(FeelValue end, FeelValue start, bool included) =>
        Order(end, start) is not { } o ? null : o > 0 || (o == 0 && included);

    private static Builtin Relation(string name, string kinds, Func<Span, Span, bool?> holds)
    {
        return new Builtin(name, [.. kinds.Split(' ').Select(k => Takes(
            Truth,
            [P(NameOf(k, 0), TypeOf(k[0])), P(NameOf(k, 1), TypeOf(k[1]))],
            a => Accepts(k[0], a[0]) && Accepts(k[1], a[1]) && holds(Span.Of(a[0]), Span.Of(a[1])) is { } result ? FeelValue.Of(result)
                : null))]);
    }

    private static string NameOf(string kinds, int at) =>
        (kinds[at] == 'P' ? "point" : "range") + (kinds[0] == kinds[1]
            ? (at + 1).ToString(System.Globalization.CultureInfo.InvariantCulture) : "");

    private static FeelType TypeOf(char kind) => kind == 'P' ? Any : FeelType.RangeOf(Any);

    private static bool Accepts(char kind, FeelValue value) => value is RangeValue == (kind == 'R');

    private readonly record struct Span(FeelValue Start, bool StartIncluded, FeelValue End, bool EndIncluded, bool IsPoint)
    {
        public static Span Of(FeelValue value) => value is RangeValue r
            ? new(r.Start, r.StartIncluded, r.End, r.EndIncluded, false)
            : new(value, true, value, true, true);
    }
}
