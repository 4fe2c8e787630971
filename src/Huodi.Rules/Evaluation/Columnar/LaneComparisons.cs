using System.Runtime.Intrinsics;

namespace Huodi.Rules.Evaluation.Columnar;

/// <summary>A comparison in its three forms.</summary>
internal interface ILaneComparison
{
    static abstract Vector512<long> Of(Vector512<long> a, Vector512<long> b);

    static abstract bool Of(in Int128 a, in Int128 b);

    static abstract bool Of(in decimal a, in decimal b);
}

internal readonly struct EqualLanes : ILaneComparison
{
    public static Vector512<long> Of(Vector512<long> a, Vector512<long> b) => Vector512.Equals(a, b);

    public static bool Of(in Int128 a, in Int128 b) => a == b;

    public static bool Of(in decimal a, in decimal b) => a == b;
}

internal readonly struct NotEqualLanes : ILaneComparison
{
    public static Vector512<long> Of(Vector512<long> a, Vector512<long> b) => ~Vector512.Equals(a, b);

    public static bool Of(in Int128 a, in Int128 b) => a != b;

    public static bool Of(in decimal a, in decimal b) => a != b;
}

internal readonly struct LessLanes : ILaneComparison
{
    public static Vector512<long> Of(Vector512<long> a, Vector512<long> b) => Vector512.LessThan(a, b);

    public static bool Of(in Int128 a, in Int128 b) => a < b;

    public static bool Of(in decimal a, in decimal b) => a < b;
}

internal readonly struct LessOrEqualLanes : ILaneComparison
{
    public static Vector512<long> Of(Vector512<long> a, Vector512<long> b) => Vector512.LessThanOrEqual(a, b);

    public static bool Of(in Int128 a, in Int128 b) => a <= b;

    public static bool Of(in decimal a, in decimal b) => a <= b;
}
