using System.Diagnostics.CodeAnalysis;

namespace Huodi.Rules.Evaluation;

/// <summary>How undecided values combine: an error outranks a missing fact; missing names are united in order of need.</summary>
internal static class Undecided
{
    /// <summary>Whether the value, or something inside it, is undecided; gives one undecided value that stands for all of it.</summary>
    public static bool Is(FeelValue value, [NotNullWhen(true)] out FeelValue? undecided)
    {
        undecided = value.IsUndecided ? value : value.HasHoles ? OfHoles(value) : null;
        return undecided is not null;
    }

    /// <summary>Unites two undecided values; either may be null.</summary>
    public static FeelValue? Unite(FeelValue? first, FeelValue? second)
    {
        if (first is null || ReferenceEquals(first, second)) return second;
        if (second is null || first is ErrorValue) return first;
        if (second is ErrorValue) return second;
        var names = ((MissingValue)first).Names;
        var added = ((MissingValue)second).Names.Where(n => !names.Contains(n, StringComparer.Ordinal)).ToArray();
        return added.Length == 0 ? first : new MissingValue([.. names, .. added]);
    }

    /// <summary>The value itself, or the undecided value that its holes amount to.</summary>
    public static FeelValue Collapse(FeelValue value) => Is(value, out var undecided) ? undecided : value;

    private static FeelValue? OfHoles(FeelValue value)
    {
        FeelValue? united = null;
        foreach (var part in PartsOf(value))
        {
            if (Is(part, out var undecided)) united = Unite(united, undecided);
        }

        return united;
    }

    private static IEnumerable<FeelValue> PartsOf(FeelValue value) => value switch
    {
        ListValue l => l.Items,
        ContextValue c => c.Entries.Select(e => e.Value),
        RangeValue r => [r.Start, r.End],
        _ => [],
    };
}
