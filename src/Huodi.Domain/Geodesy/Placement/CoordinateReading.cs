using System.Globalization;

namespace Huodi.Domain.Geodesy.Placement;

/// <summary>One way to understand the numbers of a file.</summary>
/// <param name="System">The coordinate system; null for east values of several zones, each read by its own number.</param>
/// <param name="IsSwapped">The first number is the north one.</param>
/// <param name="Form">What the numbers themselves need first.</param>
/// <param name="LostDecimals">The power of ten to divide by; 0 but for <see cref="NumberForm.DecimalLost"/>.</param>
public sealed record CoordinateReading(CoordinateSystem? System, bool IsSwapped, NumberForm Form, int LostDecimals = 0)
{
    private const double Million = 1e6;
    private const double FarthestFromMeridian = 1e6;
    private const double Pole = 6.3e6;

    /// <summary>Degrees, longitude first; NaN where the numbers make no place.</summary>
    public (double Longitude, double Latitude) Place(double x, double y)
    {
        if (IsSwapped) (x, y) = (y, x);
        switch (Form)
        {
            case NumberForm.DecimalLost:
                var factor = Math.Pow(10, LostDecimals);
                (x, y) = (x / factor, y / factor);
                break;
            case NumberForm.PackedAfterPoint or NumberForm.PackedWhole:
                (x, y) = (PackedDegrees.Read(x, Form == NumberForm.PackedWhole), PackedDegrees.Read(y, Form == NumberForm.PackedWhole));
                break;
        }

        var system = System ?? OwnZone(x);
        if (system is null || !double.IsFinite(x) || !double.IsFinite(y)) return (double.NaN, double.NaN);
        if (system.Zone is { } zone && (Math.Abs(x - zone.FalseEasting) > FarthestFromMeridian || y < 0 || y > Pole)) return (double.NaN, double.NaN);
        return system.ToDegrees(x, y);
    }

    /// <summary>In words, for messages.</summary>
    public override string ToString()
    {
        var words = System?.ToString() ?? "各点按自己的带号";
        if (IsSwapped) words += "、前后两数对调";
        return words + Form switch
        {
            NumberForm.PackedAfterPoint => "、按“度.分分秒秒”",
            NumberForm.PackedWhole => "、按“度分分秒秒”",
            NumberForm.DecimalLost => string.Create(CultureInfo.InvariantCulture, $"、除以 1{new string('0', LostDecimals)}"),
            _ => "",
        };
    }

    private static CoordinateSystem? OwnZone(double x) =>
        x is >= 25 * Million and < 46 * Million ? CoordinateSystems.ThreeDegree(3 * (int)(x / Million), hasPrefix: true)
        : x is >= 13 * Million and < 24 * Million ? CoordinateSystems.SixDegree((6 * (int)(x / Million)) - 3, hasPrefix: true)
        : null;
}
