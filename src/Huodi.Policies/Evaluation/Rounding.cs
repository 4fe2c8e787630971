using Huodi.Rules;

namespace Huodi.Policies.Evaluation;

/// <summary>Money is rounded once, at the end, to 分, half away from zero; other figures keep what they have.</summary>
internal static class Rounding
{
    private const string Yuan = "元";

    public static FeelValue Apply(FeelValue value, string? unit)
    {
        if (unit is null || !unit.StartsWith(Yuan, StringComparison.Ordinal)) return value;
        return value.Kind switch
        {
            FeelKind.Number => FeelValue.Of(decimal.Round(value.AsNumber(), 2, MidpointRounding.AwayFromZero) + 0.00m),
            FeelKind.Context => FeelValue.Context(value.AsContext().Select(e => KeyValuePair.Create(e.Key, Apply(e.Value, unit))).ToArray()),
            _ => value,
        };
    }
}
