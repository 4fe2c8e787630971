using Huodi.Rules.Binding;
using Huodi.Rules.Functions;

namespace Huodi.Rules.Evaluation.Scalar;

internal sealed class BuiltinCallStep(Builtin builtin, Signature? signature, Step?[] arguments, bool strict) : Step
{
    public override FeelValue Run(Frame frame)
    {
        var values = new FeelValue?[arguments.Length];
        for (var i = 0; i < values.Length; i++) values[i] = arguments[i]?.Run(frame);
        frame.Session.Budget.Spend(CallCosts.Of(builtin.Name, values, frame.Session.Budget));
        return BuiltinCalls.Call(builtin, signature, values, frame.Session, strict);
    }
}

internal sealed class HostCallStep(FeelFunction function, Step[] arguments, bool strict) : Step
{
    public override FeelValue Run(Frame frame)
    {
        var values = new FeelValue[arguments.Length];
        for (var i = 0; i < values.Length; i++) values[i] = arguments[i].Run(frame);
        return Call(function, values, strict);
    }

    public static FeelValue Call(FeelFunction function, FeelValue[] values, bool strict)
    {
        FeelValue? undecided = null;
        for (var i = 0; i < values.Length; i++)
        {
            if (Undecided.Is(values[i], out var u)) undecided = Undecided.Unite(undecided, u);
        }

        if (undecided is not null) return undecided;
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = function.Parameters[i];
            if (Coercion.To(parameter.Type, values[i]) is not { } converted)
            {
                return strict
                    ? new ErrorValue($"{function.Name} 的参数“{parameter.Name}”应为 {parameter.Type}，这里是 {values[i]}")
                    : FeelValue.Null;
            }

            values[i] = converted;
        }

        try
        {
            return function.Body(values);
        }
        catch (Exception error) when (error is ArgumentException or ArithmeticException or InvalidOperationException)
        {
            return strict ? new ErrorValue($"{function.Name}：{error.Message}") : FeelValue.Null;
        }
    }
}

internal sealed class InvokeStep(Step callee, Step[] arguments, IReadOnlyList<string>? names, bool strict) : Step
{
    public override FeelValue Run(Frame frame)
    {
        var function = callee.Run(frame);
        if (function.IsUndecided) return function;
        if (function is not CallableValue callable) return strict ? new ErrorValue($"{function} 不是函数") : FeelValue.Null;
        var values = new FeelValue[arguments.Length];
        for (var i = 0; i < values.Length; i++) values[i] = arguments[i].Run(frame);
        return callable.Call(values, names, frame.Session, strict);
    }
}

internal sealed class LambdaStep(BoundLambda definition, Step? body) : Step
{
    public override FeelValue Run(Frame frame) => new LambdaValue(definition, body, frame.Snapshot());
}

internal sealed class InstanceOfStep(Step value, FeelType type) : Step
{
    public override FeelValue Run(Frame frame)
    {
        var tested = value.Run(frame);
        if (Undecided.Is(tested, out var undecided)) return undecided;
        return FeelValue.Of(!tested.IsNull && type.Accepts(tested));
    }
}

internal sealed class CoerceStep(Step value, FeelType type, bool strict) : Step
{
    public override FeelValue Run(Frame frame)
    {
        var given = value.Run(frame);
        return Coercion.To(type, given) ?? (strict ? new ErrorValue($"应为 {type}，这里是 {given}") : FeelValue.Null);
    }
}
