namespace Huodi.Domain.Overlays;

/// <summary>
/// On which side of a line a point lies, without rounding and without ties. Coordinates lie on the grid of <see cref="OutlineRings"/>,
/// so that their differences are exact; the two products are compared with their rounding errors. Where a point lies on a line all the
/// same, the control layer is thought to be shifted by (ε, ε²), ε towards nothing (Edelsbrunner and Mücke, simulation of simplicity): lines that
/// run along each other, and corners on lines, are then ordinary, and the area in the limit is the exact one.
/// </summary>
internal static class Sides
{
    /// <summary>True when a point of the control layer, on this <see cref="Of"/> side of a parcel's edge, is left of it.</summary>
    public static bool IsControlPointLeft(double side, double dx, double dy) => side != 0 ? side > 0 : dy != 0 ? dy < 0 : dx > 0;

    /// <summary>True when a point of a parcel is left of a control layer's edge.</summary>
    public static bool IsParcelPointLeft(double x1, double y1, double x2, double y2, double px, double py)
    {
        var (dx, dy) = (x2 - x1, y2 - y1);
        var side = Side(dx, dy, px - x1, py - y1);
        return side != 0 ? side > 0 : dy != 0 ? dy > 0 : dx < 0;
    }

    /// <summary>Positive left of a line, negative right of it, 0 on it.</summary>
    public static double Of(double x1, double y1, double x2, double y2, double px, double py) => Side(x2 - x1, y2 - y1, px - x1, py - y1);

    /// <summary>Whether two edges cross inside both of them.</summary>
    public static bool Cross(double ax, double ay, double bx, double by, double cx, double cy, double dx, double dy)
    {
        if (Math.Max(ax, bx) <= Math.Min(cx, dx) || Math.Max(cx, dx) <= Math.Min(ax, bx)) return false;
        var (ux, uy, vx, vy) = (bx - ax, by - ay, dx - cx, dy - cy);
        return Math.Sign(Side(ux, uy, cx - ax, cy - ay)) * Math.Sign(Side(ux, uy, dx - ax, dy - ay)) < 0
            && Math.Sign(Side(vx, vy, ax - cx, ay - cy)) * Math.Sign(Side(vx, vy, bx - cx, by - cy)) < 0;
    }

    /// <summary>The sign of ax·by − ay·bx. Rounding keeps the order of the products; when they are equal, their errors decide.</summary>
    private static double Side(double ax, double ay, double bx, double by)
    {
        var left = ax * by;
        var right = ay * bx;
        return left != right ? left - right : Math.FusedMultiplyAdd(ax, by, -left) - Math.FusedMultiplyAdd(ay, bx, -right);
    }
}
