using System.Runtime.CompilerServices;

namespace Huodi.Domain.Quality;

/// <summary>Which side of a line a point lies on, answered only where rounding cannot change the answer (Shewchuk 1997, ccwerrboundA).</summary>
internal static class Orientation
{
    private const double HalfUlp = 1.1102230246251565e-16;
    private const double Bound = (3 + (16 * HalfUlp)) * HalfUlp;

    /// <summary>1 left, -1 right, 0 when it is on the line or cannot be told.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Of(double ax, double ay, double bx, double by, double cx, double cy)
    {
        var left = (ax - cx) * (by - cy);
        var right = (ay - cy) * (bx - cx);
        return Sign(left - right, Math.Abs(left) + Math.Abs(right));
    }

    /// <summary>The sign of (a−v)·(b−v): -1 when a and b lie on opposite sides of v, 1 on the same side, 0 when it cannot be told.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Turn(double ax, double ay, double vx, double vy, double bx, double by)
    {
        var x = (ax - vx) * (bx - vx);
        var y = (ay - vy) * (by - vy);
        return Sign(x + y, Math.Abs(x) + Math.Abs(y));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Sign(double value, double size)
    {
        var bound = Bound * size;
        return value > bound ? 1 : value < -bound ? -1 : 0;
    }
}
