using System.Globalization;
using System.Xml.Linq;
using Huodi.Rules.Temporal;

namespace Huodi.Rules.Dmn;

/// <summary>Values of the compatibility tests: read from their XML, compared as their runner compares.</summary>
internal static class TckValue
{
    private const decimal Tolerance = 0.00000001m;

    public static FeelValue Read(XElement holder)
    {
        if (Xml.Child(holder, "list") is { } list)
        {
            return IsNil(list) ? FeelValue.Null : new ListValue([.. Xml.Children(list, "item").Select(Read)]);
        }

        var components = Xml.Children(holder, "component").ToList();
        if (components.Count > 0)
        {
            return new ContextValue(components.Select(c => KeyValuePair.Create(Xml.NameOf(c), IsNil(c) ? FeelValue.Null : Read(c))));
        }

        return Xml.Child(holder, "value") is { } value && !IsNil(value) ? Simple(value) : FeelValue.Null;
    }

    public static bool Matches(FeelValue expected, FeelValue actual) => (expected, actual) switch
    {
        (NumberValue a, NumberValue b) => Math.Abs(a.Value - b.Value) < Tolerance,
        (ListValue a, ListValue b) => a.Items.Length == b.Items.Length && a.Items.Zip(b.Items).All(p => Matches(p.First, p.Second)),
        (ContextValue a, ContextValue b) => a.Count == b.Count && a.Entries.All(e => b.TryGet(e.Key, out var v) && Matches(e.Value, v)),
        (TimeValue { Value: var a }, TimeValue { Value: var b }) => a.UtcNanos == b.UtcNanos && a.Zone is null == b.Zone is null,
        (DateTimeValue a, DateTimeValue b) => a.Instant == b.Instant && a.Time.Zone is null == b.Time.Zone is null,
        _ => expected.Equals(actual),
    };

    private static bool IsNil(XElement element) =>
        element.Attributes().Any(a => a.Name.LocalName == "nil" && a.Value is "true" or "1");

    private static FeelValue Simple(XElement value)
    {
        var text = value.Value;
        var type = value.Attributes().FirstOrDefault(a => a.Name.LocalName == "type")?.Value;
        type = type?[(type.IndexOf(':', StringComparison.Ordinal) + 1)..];
        return type switch
        {
            "boolean" => FeelValue.Of(text.Trim() is "true" or "1"),
            "decimal" or "double" or "integer" or "int" or "long" or "float" => Number(text.Trim()),
            "date" => TemporalText.Date(text.Trim()) is { } d ? new DateValue(d) : FeelValue.Of(text),
            "time" => TemporalText.Time(text.Trim()) is { } t ? new TimeValue(t) : FeelValue.Of(text),
            "dateTime" => TemporalText.DateTime(text.Trim()) ?? FeelValue.Of(text),
            "duration" => TemporalText.Duration(text.Trim()) ?? FeelValue.Of(text),
            _ => FeelValue.Of(text),
        };
    }

    private static FeelValue Number(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? NumberValue.Of(number)
            : FeelValue.Of(text);
}
