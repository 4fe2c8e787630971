using Huodi.Rules.Temporal;

namespace Huodi.Rules.Evaluation;

/// <summary>The implicit conversions of the standard (DMN 1.5, 10.3.2.9.4).</summary>
internal static class Coercion
{
    /// <summary>The value as a value of the type; null where it cannot be one. Undecided values pass.</summary>
    public static FeelValue? To(FeelType type, FeelValue value)
    {
        if (type.IsAny || value.IsUndecided || type.Accepts(value)) return value;
        if (Binding.TypeRules.Base(type) is ListType)
        {
            var list = new ListValue([value]);
            return value is not ListValue && type.Accepts(list) ? list : null;
        }

        if (value is ListValue { Items: [var only] } && type.Accepts(only)) return only;
        if (value is DateValue date && type == FeelType.DateTime)
        {
            return new DateTimeValue(date.Value, new ClockTime(0, FeelZone.Utc));
        }

        return null;
    }
}
