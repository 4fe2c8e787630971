using static Huodi.Rules.Functions.Define;

namespace Huodi.Rules.Functions;

/// <summary>Contexts (DMN 1.5, 10.3.4.9).</summary>
internal static class ContextFunctions
{
    public static readonly Builtin[] All =
    [
        Function("get value",
            Takes(Any, [P("m", Context), P("key", Text)], a =>
                ((ContextValue)a[0]).TryGet(a[1].AsString(), out var v) ? v : FeelValue.Null)),
        Function("get entries",
            Takes(FeelType.ListOf(Context), [P("m", Context)], a => ListOf(((ContextValue)a[0]).Entries.Select(Entry)))),
        Function("context", Takes(Context, [P("entries", FeelType.ListOf(Context))], OfEntries)),
        Function("context put",
            Takes(Context, [P("context", Context), P("key", Text), Nullable("value", Any)], a => Put((ContextValue)a[0], [a[1]], a[2])),
            Takes(Context, [P("context", Context), P("keys", List), Nullable("value", Any)], a =>
                Put((ContextValue)a[0], Items(a[1]), a[2]))),
        Function("context merge", Takes(Context, [P("contexts", FeelType.ListOf(Context))], Merge)),
    ];

    private static FeelValue Entry(KeyValuePair<string, FeelValue> entry) =>
        FeelValue.Context([new("key", FeelValue.Of(entry.Key)), new("value", entry.Value)]);

    private static FeelValue? OfEntries(FeelValue[] a)
    {
        var entries = new OrderedDictionary<string, FeelValue>(StringComparer.Ordinal);
        foreach (var item in Items(a[0]))
        {
            if (item is not ContextValue c || !c.TryGet("key", out var key) || key is not StringValue name
                || !c.TryGet("value", out var value)
                || !entries.TryAdd(name.Value, value))
            {
                return null;
            }
        }

        return new ContextValue(entries);
    }

    private static FeelValue? Put(ContextValue context, ReadOnlySpan<FeelValue> keys, FeelValue value)
    {
        if (keys.Length == 0 || keys[0] is not StringValue key) return null;
        var entries = new OrderedDictionary<string, FeelValue>(context.Entries, StringComparer.Ordinal);
        if (keys.Length == 1)
        {
            entries[key.Value] = value;
            return new ContextValue(entries);
        }

        if (!entries.TryGetValue(key.Value, out var inner) || inner is not ContextValue next) return null;
        if (Put(next, keys[1..], value) is not { } changed) return null;
        entries[key.Value] = changed;
        return new ContextValue(entries);
    }

    private static FeelValue? Merge(FeelValue[] a)
    {
        var entries = new OrderedDictionary<string, FeelValue>(StringComparer.Ordinal);
        foreach (var item in Items(a[0]))
        {
            if (item is not ContextValue context) return null;
            foreach (var (name, value) in context.Entries) entries[name] = value;
        }

        return new ContextValue(entries);
    }
}
