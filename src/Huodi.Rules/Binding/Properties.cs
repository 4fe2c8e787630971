namespace Huodi.Rules.Binding;

/// <summary>What may follow a dot: entries of contexts and the properties of temporal values and ranges (DMN 1.5, table 65).</summary>
internal static class Properties
{
    private static readonly string[] DateNames = ["year", "month", "day", "weekday"];
    private static readonly string[] TimeNames = ["hour", "minute", "second", "time offset", "timezone"];
    private static readonly string[] RangeNames = ["start", "end", "start included", "end included"];
    private static readonly string[] DaysTimeNames = ["days", "hours", "minutes", "seconds"];
    private static readonly string[] YearsMonthsNames = ["years", "months"];

    /// <summary>Names of more than one word.</summary>
    public static readonly string[] Phrases = ["time offset", "start included", "end included"];

    /// <summary>The type of <c>value.name</c>; null where there is certainly no such thing.</summary>
    public static FeelType? TypeOf(FeelType type, string name)
    {
        switch (TypeRules.Base(type))
        {
            case ListType l:
                return TypeOf(l.Item, name) is { } item ? FeelType.ListOf(item) : null;
            case ContextType c:
                return c.Fields.TryGetValue(name, out var field) ? field : c.Fields.Count == 0 ? FeelType.Any : null;
            case RangeType r:
                return name is "start" or "end" ? r.End : RangeNames.Contains(name) ? FeelType.Boolean : null;
            case var simple when simple.IsAny:
                return FeelType.Any;
            case var simple:
                if (!NamesOf(simple).Contains(name)) return null;
                return name switch { "time offset" => FeelType.DaysTimeDuration, "timezone" => FeelType.String, _ => FeelType.Number };
        }
    }

    public static IEnumerable<string> NamesOf(FeelType type) => TypeRules.Base(type) switch
    {
        ListType l => NamesOf(l.Item),
        ContextType c => c.Fields.Keys,
        RangeType => RangeNames,
        var t when t == FeelType.Date => DateNames,
        var t when t == FeelType.Time => TimeNames,
        var t when t == FeelType.DateTime => DateNames.Concat(TimeNames),
        var t when t == FeelType.DaysTimeDuration => DaysTimeNames,
        var t when t == FeelType.YearsMonthsDuration => YearsMonthsNames,
        _ => [],
    };
}
