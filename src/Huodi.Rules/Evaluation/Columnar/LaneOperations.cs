using System.Runtime.Intrinsics;

namespace Huodi.Rules.Evaluation.Columnar;

/// <summary>An operation in its three forms. Those on integers are only run where no result can overflow.</summary>
internal interface ILaneOperation
{
    static abstract Vector512<long> Of(Vector512<long> a, Vector512<long> b);

    static abstract Int128 Of(in Int128 a, in Int128 b);

    static abstract decimal Of(in decimal a, in decimal b);
}

internal readonly struct AddLanes : ILaneOperation
{
    public static Vector512<long> Of(Vector512<long> a, Vector512<long> b) => a + b;

    public static Int128 Of(in Int128 a, in Int128 b) => unchecked(a + b);

    public static decimal Of(in decimal a, in decimal b) => a + b;
}

internal readonly struct SubtractLanes : ILaneOperation
{
    public static Vector512<long> Of(Vector512<long> a, Vector512<long> b) => a - b;

    public static Int128 Of(in Int128 a, in Int128 b) => unchecked(a - b);

    public static decimal Of(in decimal a, in decimal b) => a - b;
}

internal readonly struct MultiplyLanes : ILaneOperation
{
    public static Vector512<long> Of(Vector512<long> a, Vector512<long> b) => a * b;

    public static Int128 Of(in Int128 a, in Int128 b) => unchecked(a * b);

    public static decimal Of(in decimal a, in decimal b) => a * b;
}
