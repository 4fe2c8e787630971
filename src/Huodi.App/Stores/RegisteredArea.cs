using System.Globalization;
using System.Text.Json;
using Huodi.Domain;
using Huodi.Domain.Facts;
using Huodi.Domain.Measures;

namespace Huodi.App.Stores;

/// <summary>The registered area as a store's column shows it, beside the facts, which hold the exact figure.</summary>
public static class RegisteredArea
{
    private const string Fact = "宗地面积";

    /// <summary>Whole 0.01 ㎡ of 宗地面积, to the nearest; null when it is unknown or no area.</summary>
    public static long? Hundredths(FactSheet facts)
    {
        if (facts.Find(Fact)?.Value is not { } value || value.GetValueKind() != JsonValueKind.Number) return null;
        if (!decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var squareMetres)) return null;

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
