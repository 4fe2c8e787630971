using Huodi.Domain.Codes;

namespace Huodi.App.Stores;

/// <summary>The divisions of a region as a range of codes: what <see cref="DivisionCode.Contains"/> says, for a condition <c>BETWEEN</c>.</summary>
public static class RegionRange
{
    /// <summary>First and last code, both included.</summary>
    public static (string First, string Last) Of(DivisionCode region) => region switch
    {
        _ when region == DivisionCode.Country => ("000000", "999999"),
        { IsProvince: true } => (region.Digits, region.Digits[..2] + "9999"),
        { IsCity: true } => (region.Digits, region.Digits[..4] + "99"),
        _ => (region.Digits, region.Digits),
    };
}
