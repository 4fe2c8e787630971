using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Huodi.Domain;
using Huodi.Domain.Facts;
using Huodi.Domain.Measures;

namespace Huodi.App.Stores;

/// <summary>The registered area as a store's column shows it, beside the facts, which hold the exact figure.</summary>
public static class RegisteredArea
{
    private const string Fact = "宗地面积";

    /// <summary>㎡ of 宗地面积 as recorded; null when it is unknown or no number.</summary>
    public static decimal? SquareMetres(FactSheet facts) =>
        facts.Find(Fact)?.Value is { } value
        && value.GetValueKind() == JsonValueKind.Number
        && ((value is JsonValue plain && plain.TryGetValue<decimal>(out var squareMetres))
            || decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out squareMetres))
            ? squareMetres
            : null;

    /// <summary>Whole 0.01 ㎡ of 宗地面积, to the nearest; null when it is unknown or no area.</summary>
    public static long? Hundredths(FactSheet facts)
    {
        if (SquareMetres(facts) is not { } squareMetres) return null;

        try
        {
            return new Area(Math.Round(squareMetres, 2, MidpointRounding.AwayFromZero)).Hundredths;
        }
        catch (DomainException)
        {
            return null;
        }
    }
}
