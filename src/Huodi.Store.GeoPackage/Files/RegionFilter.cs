using Huodi.Domain.Codes;

namespace Huodi.Store.GeoPackage.Files;

/// <summary>The divisions of a region as a range of codes: what <see cref="DivisionCode.Contains"/> says, in SQL.</summary>
internal static class RegionFilter
{
    /// <summary>Condition on a column <c>division</c> with the parameters <c>$1</c> and <c>$2</c>.</summary>
    public const string Condition = "division BETWEEN $1 AND $2";

    /// <summary>First and last code.</summary>
    public static object[] Range(DivisionCode region) => region switch
    {
        _ when region == DivisionCode.Country => ["000000", "999999"],
        { IsProvince: true } => [region.Digits, region.Digits[..2] + "9999"],
        { IsCity: true } => [region.Digits, region.Digits[..4] + "99"],
        _ => [region.Digits, region.Digits],
    };
}
