using Huodi.Rules.Binding;
using Huodi.Rules.Evaluation.Scalar;
using Huodi.Rules.Functions;

namespace Huodi.Rules.Evaluation;

/// <summary>A function that can be called with values at run time.</summary>
internal abstract class CallableValue : FunctionValue
{
    /// <summary>Calls with positional arguments, or with named ones where <paramref name="names"/> is given.</summary>
    public abstract FeelValue Call(FeelValue[] arguments, IReadOnlyList<string>? names, Session session, bool strict);

    /// <summary>Puts named arguments in the order of the parameters; null where they do not fit.</summary>
    protected static FeelValue[]? Arrange(FeelValue[] arguments, IReadOnlyList<string>? names, IReadOnlyList<FeelParameter> parameters)
    {
        if (arguments.Length != parameters.Count) return null;
        if (names is null) return arguments;
        var arranged = new FeelValue[arguments.Length];
        for (var i = 0; i < parameters.Count; i++)
        {
            var at = names.ToList().IndexOf(parameters[i].Name);
            if (at < 0) return null;
            arranged[i] = arguments[at];
        }

        return arranged;
    }
}

internal sealed class BuiltinFunctionValue(Builtin builtin) : CallableValue
{
    public override FunctionType Type { get; } = (FunctionType)FeelType.FunctionOf(
        builtin.Signatures[0].Parameters.Select(p => p.Type), builtin.Signatures[0].Result);

    public override bool Equals(FeelValue? other) => other is BuiltinFunctionValue b && b.ToString() == ToString();

    public override int GetHashCode() => builtin.Name.GetHashCode(StringComparison.Ordinal);

    public override FeelValue Call(FeelValue[] arguments, IReadOnlyList<string>? names, Session session, bool strict) =>
        names is null ? BuiltinCalls.Call(builtin, null, arguments, session, strict) : FeelValue.Null;

    public override string ToString() => builtin.Name;
}

internal sealed class HostFunctionValue(FeelFunction function) : CallableValue
{
    public override FunctionType Type { get; } =
        (FunctionType)FeelType.FunctionOf(function.Parameters.Select(p => p.Type), function.Result);

    public override FeelValue Call(FeelValue[] arguments, IReadOnlyList<string>? names, Session session, bool strict) =>
        Arrange(arguments, names, function.Parameters) is { } arranged
            ? HostCallStep.Call(function, arranged, strict)
            : strict ? new ErrorValue($"{function.Name} 的参数不符") : FeelValue.Null;

    public override string ToString() => function.Name;
}

/// <summary>A function that FEEL text defines, with the frame it was made in.</summary>
internal sealed class LambdaValue(BoundLambda definition, Step? body, Frame captured) : CallableValue
{
    public override FunctionType Type => (FunctionType)definition.Type;

    public override FeelValue Call(FeelValue[] arguments, IReadOnlyList<string>? names, Session session, bool strict)
    {
        if (body is null) return strict ? new ErrorValue("外部函数不能在这里运行") : FeelValue.Null;
        if (Arrange(arguments, names, definition.Parameters) is not { } arranged) return Refuse("函数的参数不符", strict);
        var frame = new Frame(captured.Session, definition.FrameSize, captured);
        for (var i = 0; i < arranged.Length; i++)
        {
            var parameter = definition.Parameters[i];
            if (Coercion.To(parameter.Type, arranged[i]) is not { } converted)
            {
                return Refuse($"参数“{parameter.Name}”应为 {parameter.Type}，这里是 {arranged[i]}", strict);
            }

            frame.Locals[i] = converted;
        }

        session.Budget.EnterCall();
        var result = body.Run(frame);
        session.Budget.LeaveCall();
        return Coercion.To(definition.Result, result) ?? Refuse($"函数结果应为 {definition.Result}，这里是 {result}", strict);
    }

    private static FeelValue Refuse(string reason, bool strict) => strict ? new ErrorValue(reason) : FeelValue.Null;
}
