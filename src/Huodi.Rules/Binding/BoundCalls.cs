using Huodi.Rules.Functions;

namespace Huodi.Rules.Binding;

/// <summary>A call of a built-in; an argument that was not written is null here.</summary>
internal sealed record BoundBuiltinCall(TextSpan Span, FeelType Type, Builtin Function, Signature? Signature,
    IReadOnlyList<BoundNode?> Arguments)
    : BoundNode(Span, Type);

internal sealed record BoundHostCall(TextSpan Span, FeelFunction Function, IReadOnlyList<BoundNode> Arguments)
    : BoundNode(Span, Function.Result);

/// <summary>A call of a function that is known only at run time.</summary>
internal sealed record BoundInvoke(
    TextSpan Span, FeelType Type, BoundNode Callee, IReadOnlyList<BoundNode> Arguments, IReadOnlyList<string>? Names)
        : BoundNode(Span, Type);

/// <summary>A function that is defined here; its parameters are the first locals of a frame of <paramref name="FrameSize"/>.</summary>
internal sealed record BoundLambda(
    TextSpan Span, FeelType Type, IReadOnlyList<FeelParameter> Parameters, FeelType Result, int FrameSize, BoundNode? Body)
    : BoundNode(Span, Type);
