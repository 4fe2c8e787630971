using Huodi.Domain.Geodesy;

namespace Huodi.Domain.Overlays;

/// <summary>
/// The area on the ellipsoid to the north of a piece of a line that is straight in longitude and latitude, integrated exactly for the
/// first three terms of Q about one latitude. Unlike the trapezoid of the survey's formula it does not change when the line is cut, so that the pieces
/// of an overlay add up to the whole; only their ratio to the whole is used.
/// </summary>
internal readonly struct LocalArea
{
    private readonly double _latitude;
    private readonly double _k1;
    private readonly double _k2;
    private readonly double _k3;

    public LocalArea(double latitude)
    {
        const double Radian = Math.PI / 180;
        var (k1, k2, k3, _, _) = AreaSeries.Taylor(latitude * Radian);
        (_latitude, _k1, _k2, _k3) = (latitude, k1 / 2, k2 * Radian / 3, k3 * Radian * Radian / 4);
    }

    /// <summary>−∫Q dL from the first point to the second; counter-clockwise round an area it adds up to the area.</summary>
    public double Of(double x1, double y1, double x2, double y2)
    {
        var (a, b) = (y1 - _latitude, y2 - _latitude);
        var sum = a + b;
        var squares = (a * a) + (b * b);
        return (x1 - x2) * ((_k1 * sum) + (_k2 * (squares + (a * b))) + (_k3 * sum * squares));
    }
}
