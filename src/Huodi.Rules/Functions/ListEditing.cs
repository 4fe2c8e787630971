using static Huodi.Rules.Functions.Define;

namespace Huodi.Rules.Functions;

/// <summary>Lists made from lists (DMN 1.5, 10.3.4.4).</summary>
internal static class ListEditing
{
    public static readonly Builtin[] All =
    [
        Function("sublist",
            Takes(List, [P("list", List), P("start position", Number), new("length", Number, true)], Sublist) with { ResultOf = SameList }),
        Function("append", new Signature([Nullable("list", Any)], List, Append, Variadic: true)),
        Function("concatenate",
            new Signature([P("list", List)], List, a => ListOf(Items(a[0]).SelectMany(Items)), Variadic: true, ResultOf: SameList)),
        Function("insert before", Takes(List, [P("list", List), P("position", Number), Nullable("newItem", Any)], InsertBefore)),
        Function("remove", Takes(List, [P("list", List), P("position", Number)], Remove) with { ResultOf = SameList }),
        Function("reverse", Takes(List, [P("list", List)], a => ListOf(Items(a[0]).Reverse())) with { ResultOf = SameList }),
        Function("union",
            new Signature([P("list", List)], List, a =>
                ListOf(ListFunctions.Distinct(Items(a[0]).SelectMany(Items))), Variadic: true, ResultOf: SameList)),
        Function("flatten", Takes(List, [P("list", List)], a => ListOf(Flatten(Items(a[0]))))),
        Function("list replace",
            Takes(List, [P("list", List), P("position", Number), Nullable("newItem", Any)], Replace),
            Takes(List, [P("list", List), P("match", Any), Nullable("newItem", Any)], _ => null) with { HigherBody = ReplaceMatches }),
    ];

    private static FeelValue? Sublist(FeelValue[] a)
    {
        var items = Items(a[0]);
        if (Whole(a[1]) is not { } start || start == 0 || Math.Abs(start) > items.Length) return null;
        var from = start > 0 ? start - 1 : items.Length + start;
        if (a[2].IsNull) return ListOf(items[from..]);
        return Whole(a[2]) is { } length && length >= 1 && from + length <= items.Length ? ListOf(items.AsSpan(from, length).ToArray())
            : null;
    }

    private static FeelValue? Append(FeelValue[] a)
    {
        var all = Items(a[0]);
        if (all.Length == 0 || all[0].IsNull) return null;
        return ListOf([.. all[0] is ListValue list ? list.Items : [all[0]], .. all[1..]]);
    }

    /// <summary>The index of a position counted from one, or from the end where negative.</summary>
    private static int? IndexOf(FeelValue position, int length) =>
        Whole(position) is { } p && p != 0 && Math.Abs(p) <= length ? (p > 0 ? p - 1 : length + p) : null;

    private static FeelValue? InsertBefore(FeelValue[] a) =>
        IndexOf(a[1], Items(a[0]).Length) is { } at ? ListOf([.. Items(a[0])[..at], a[2], .. Items(a[0])[at..]]) : null;

    private static FeelValue? Remove(FeelValue[] a) =>
        IndexOf(a[1], Items(a[0]).Length) is { } at ? ListOf([.. Items(a[0])[..at], .. Items(a[0])[(at + 1)..]]) : null;

    private static FeelValue? Replace(FeelValue[] a)
    {
        if (IndexOf(FeelValue.Of(decimal.Truncate(a[1].AsNumber())), Items(a[0]).Length) is not { } at) return null;
        var items = Items(a[0]).ToArray();
        items[at] = a[2];
        return ListOf(items);
    }

    private static FeelValue? ReplaceMatches(FeelValue[] a, CallBack call)
    {
        if (a[1] is not Evaluation.CallableValue { Type.Parameters.Count: 2 }) return null;
        var items = Items(a[0]).ToArray();
        for (var i = 0; i < items.Length; i++)
        {
            var matches = call(a[1], items[i], a[2]);
            if (matches.IsUndecided) return matches;
            if (matches.Kind != FeelKind.Boolean) return null;
            if (matches.AsBoolean()) items[i] = a[2];
        }

        return ListOf(items);
    }

    private static IEnumerable<FeelValue> Flatten(FeelValue[] items) =>
        items.SelectMany(i => i is ListValue list ? Flatten(list.Items) : [i]);
}
