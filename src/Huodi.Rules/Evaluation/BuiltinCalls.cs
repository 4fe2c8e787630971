using Huodi.Rules.Functions;

namespace Huodi.Rules.Evaluation;

/// <summary>Calls built-ins: picks the signature, converts arguments, and keeps undecided values and nulls away from the bodies.</summary>
internal static class BuiltinCalls
{
    public static FeelValue Call(Builtin builtin, Signature? fixedSignature, FeelValue?[] arguments, Session? session, bool strict)
    {
        var takesHoles = builtin.Signatures[0].TakesHoles;
        FeelValue? undecided = null;
        foreach (var argument in arguments)
        {
            if (argument is null) continue;
            if (argument.IsUndecided) undecided = Undecided.Unite(undecided, argument);
            else if (!takesHoles && Undecided.Is(argument, out var hole)) undecided = Undecided.Unite(undecided, hole);
        }

        if (undecided is not null && !(takesHoles && arguments.Length > 1 && fixedSignature is null or { Variadic: true }))
        {
            return undecided;
        }
        try
        {
            CallBack call = (function, values) =>
                session is null ? FeelValue.Null : ((CallableValue)function).Call(values, null, session, strict);
            var result = fixedSignature is null ? Dispatch(builtin, arguments, call) : Apply(fixedSignature, arguments, call);
            return result ?? (strict ? new ErrorValue(Refusal(builtin, arguments)) : FeelValue.Null);
        }
        catch (OverflowException)
        {
            return strict ? new ErrorValue($"{builtin.Name} 的结果超出可表示的范围") : FeelValue.Null;
        }
    }

    private static FeelValue? Dispatch(Builtin builtin, FeelValue?[] arguments, CallBack call)
    {
        foreach (var signature in builtin.Signatures)
        {
            if (signature.Variadic ? arguments.Length == 0
                : (arguments.Length < signature.Required || arguments.Length > signature.Parameters.Count)) continue;
            if (Prepare(signature, arguments, out var hasNull) is not { } prepared) continue;
            if (hasNull) return null;
            if (Run(signature, prepared, call) is { } result) return result;
        }

        return null;
    }

    private static FeelValue? Apply(Signature signature, FeelValue?[] arguments, CallBack call) =>
        Prepare(signature, arguments, out var hasNull) is { } prepared && !hasNull ? Run(signature, prepared, call) : null;

    private static FeelValue? Run(Signature signature, FeelValue[] arguments, CallBack call) =>
        signature.HigherBody is { } body ? body(arguments, call) : signature.Body(arguments);

    private static FeelValue[]? Prepare(Signature signature, FeelValue?[] arguments, out bool hasNull)
    {
        hasNull = false;
        var prepared = new FeelValue[signature.Variadic ? arguments.Length : signature.Parameters.Count];
        for (var i = 0; i < prepared.Length; i++)
        {
            var parameter = signature.Parameters[signature.Variadic ? 0 : i];
            var argument = i < arguments.Length ? arguments[i] : null;
            if (argument is null || argument.IsNull)
            {
                hasNull |= !parameter.Nullable && !(parameter.Optional && argument is null);
                prepared[i] = FeelValue.Null;
                continue;
            }

            if (Coercion.To(parameter.Type, argument) is not { } converted) return null;
            prepared[i] = converted;
        }

        return signature.Variadic ? [new ListValue(prepared)] : prepared;
    }

    private static string Refusal(Builtin builtin, FeelValue?[] arguments) =>
        $"{builtin.Name}({string.Join(", ", arguments.Where(a => a is not null))}) 没有结果";
}
