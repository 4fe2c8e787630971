using System.Text;
using static Huodi.Rules.Functions.Define;

namespace Huodi.Rules.Functions;

/// <summary>Strings (DMN 1.5, 10.3.4.3). Positions count characters, not UTF-16 units.</summary>
internal static class StringFunctions
{
    public static readonly Builtin[] All =
    [
        Function("substring", Takes(Text, [P("string", Text), P("start position", Number), new("length", Number, true)], Substring)),
        Function("string length", Takes(Number, [P("string", Text)], a => FeelValue.Of((decimal)Runes(a[0]).Length))),
        Function("upper case", Takes(Text, [P("string", Text)], a => FeelValue.Of(a[0].AsString().ToUpperInvariant()))),
        Function("lower case", Takes(Text, [P("string", Text)], a => FeelValue.Of(Lower(a[0].AsString())))),
        Function("substring before", Takes(Text, [P("string", Text), P("match", Text)], Before)),
        Function("substring after", Takes(Text, [P("string", Text), P("match", Text)], After)),
        Function("contains",
            Takes(Truth, [P("string", Text), P("match", Text)], a =>
                FeelValue.Of(a[0].AsString().Contains(a[1].AsString(), StringComparison.Ordinal)))),
        Function("starts with",
            Takes(Truth, [P("string", Text), P("match", Text)], a =>
                FeelValue.Of(a[0].AsString().StartsWith(a[1].AsString(), StringComparison.Ordinal)))),
        Function("ends with",
            Takes(Truth, [P("string", Text), P("match", Text)], a =>
                FeelValue.Of(a[0].AsString().EndsWith(a[1].AsString(), StringComparison.Ordinal)))),
        Function("matches", Takes(Truth, [P("input", Text), P("pattern", Text), new("flags", Text, true, true)], a =>
            Patterns.Compile(a[1].AsString(), Flags(a[2])) is { } p && Patterns.IsMatch(p, a[0].AsString()) is { } m ? FeelValue.Of(m)
                : null)),
        Function("replace", Takes(Text, [P("input", Text), P("pattern", Text), P("replacement", Text), new("flags", Text, true, true)], a =>
            Patterns.Compile(a[1].AsString(), Flags(a[3])) is { } p
                && Patterns.Replace(p, a[0].AsString(), a[2].AsString(), Flags(a[3])) is { } r
                ? FeelValue.Of(r)
                : null)),
        Function("split", Takes(FeelType.ListOf(Text), [P("string", Text), P("delimiter", Text)], a =>
            Patterns.Compile(a[1].AsString(), "") is { } p && Patterns.Split(p, a[0].AsString()) is { } s ? ListOf(s.Select(FeelValue.Of))
                : null)),
        Function("string join", Takes(Text, [P("list", List), new("delimiter", Text, true, true)], Join)),
    ];

    private static string Flags(FeelValue value) => value.IsNull ? "" : value.AsString();

    private static Rune[] Runes(FeelValue value) => [.. value.AsString().EnumerateRunes()];

    private static string Lower(string text) => text.ToLowerInvariant();

    private static FeelValue? Substring(FeelValue[] a)
    {
        var runes = Runes(a[0]);
        if (Whole(a[1]) is not { } start || start == 0 || Math.Abs(start) > runes.Length) return null;
        var from = start > 0 ? start - 1 : runes.Length + start;
        var length = runes.Length - from;
        if (!a[2].IsNull)
        {
            var asked = decimal.Truncate(a[2].AsNumber());
            if (asked < 1) return null;
            length = (int)Math.Min(length, asked);
        }

        return FeelValue.Of(string.Concat(runes.AsSpan(from, length).ToArray().Select(r => r.ToString())));
    }

    private static FeelValue Before(FeelValue[] a)
    {
        var at = a[0].AsString().IndexOf(a[1].AsString(), StringComparison.Ordinal);
        return FeelValue.Of(at < 0 ? "" : a[0].AsString()[..at]);
    }

    private static FeelValue After(FeelValue[] a)
    {
        var at = a[0].AsString().IndexOf(a[1].AsString(), StringComparison.Ordinal);
        return FeelValue.Of(at < 0 ? "" : a[0].AsString()[(at + a[1].AsString().Length)..]);
    }

    private static FeelValue? Join(FeelValue[] a)
    {
        var items = Items(a[0]).Where(i => !i.IsNull).ToArray();
        if (Array.Exists(items, i => i is not StringValue)) return null;
        return FeelValue.Of(string.Join(Flags(a[1]), items.Select(i => i.AsString())));
    }
}
