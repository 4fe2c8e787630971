using Huodi.Domain.Geodesy;

namespace Huodi.Domain.Overlays;

/// <summary>
/// The area on the ellipsoid to the south of a piece of a line, by the first three terms of Q about one latitude, in two ways: by the
/// trapezoid of the survey's formula, and integrated along a line straight in longitude and latitude. The first is what the formula gives for
/// the outline of the common area; the second does not change when a line is cut, so that two outlines which run along each other with
/// other corners leave nothing between them. Only ratios to the whole are used.
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
        (_latitude, _k1, _k2, _k3) = (latitude, k1 / 2, k2 * Radian / 2, k3 * Radian * Radian / 2);
    }

    /// <summary>−∫Q dL from the first point to the second; counter-clockwise round an area it adds up to the area.</summary>
    public LocalSum Of(double x1, double y1, double x2, double y2)
    {
        var (a, b) = (y1 - _latitude, y2 - _latitude);
        var (width, sum, product) = (x1 - x2, a + b, a * b);
        var squares = (a * a) + (b * b);
        return new(
            width * ((_k1 * sum) + (_k2 * squares) + (_k3 * sum * (squares - product))),
            width * ((_k1 * sum) + (_k2 * 2 / 3 * (squares + product)) + (_k3 / 2 * sum * squares)));
    }
}
