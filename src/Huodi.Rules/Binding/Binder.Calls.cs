using Huodi.Rules.Functions;
using Huodi.Rules.Syntax;

namespace Huodi.Rules.Binding;

internal sealed partial class Binder
{
    private BoundNode BindCall(CallSyntax node)
    {
        if (node.Callee is NameSyntax name && Resolve(name.Name, name.Span, false) is null)
        {
            var hosts = scope.FunctionsNamed(name.Name);
            if (hosts.Count > 0) return BindHostCall(node, name.Name, hosts);
            if (strict && name.Name is "now" or "today") diagnostics.Add(Faults.Clock(node.Span, name.Name));
            if (BuiltinLibrary.Find(name.Name) is { } builtin) return BindBuiltinCall(node, builtin);
            foreach (var argument in node.Arguments) _ = Bind(argument.Value);
            var known = BuiltinLibrary.Names.Concat(scope.Functions.Select(f => f.Name));
            if (strict) diagnostics.Add(Faults.UnknownFunction(name.Span, name.Name, NearestName.To(name.Name, known)));
            return new BoundFault(node.Span, $"没有名为“{name.Name}”的函数");
        }

        var callee = Bind(node.Callee);
        if (strict && callee.Type is not FunctionType && !callee.Type.IsAny && callee is not BoundFault)
        {
            diagnostics.Add(Faults.WrongType(node.Callee.Span, "调用", FeelType.FunctionOf([], FeelType.Any), callee.Type));
        }

        var type = callee.Type is FunctionType f ? f.Result : FeelType.Any;
        var arguments = node.Arguments.Select(a => Bind(a.Value)).ToArray();
        return new BoundInvoke(node.Span, type, callee, arguments, node.IsNamed ? [.. node.Arguments.Select(a => a.Name!)] : null);
    }

    private BoundNode BindHostCall(CallSyntax node, string name, IReadOnlyList<FeelFunction> overloads)
    {
        var arguments = node.Arguments.Select(a => Bind(a.Value)).ToArray();
        var function = overloads.FirstOrDefault(f => f.Parameters.Count == arguments.Length);
        var order = function is null ? null : OrderOf(node, [.. function.Parameters.Select(p => p.Name)]);
        if (function is null || order is null)
        {
            var shapes = string.Join(" 或 ", overloads.Select(f => $"{name}({string.Join(", ", f.Parameters.Select(p => p.Name))})"));
            diagnostics.Add(Faults.WrongArguments(node.Span, name, shapes));
            return new BoundFault(node.Span, $"{name} 的参数不符");
        }

        var ordered = order.Select(i => arguments[i]).ToArray();
        for (var i = 0; i < ordered.Length; i++)
        {
            ExpectType(ordered[i], function.Parameters[i].Type, $"{name} 的参数“{function.Parameters[i].Name}”");
        }

        return new BoundHostCall(node.Span, function, ordered);
    }

    /// <summary>For each parameter the index of its argument; null where named arguments do not fit.</summary>
    private static int[]? OrderOf(CallSyntax node, string[] parameters)
    {
        if (!node.IsNamed) return [.. Enumerable.Range(0, parameters.Length)];
        var order = parameters.Select(p => node.Arguments.ToList().FindIndex(a => a.Name == p)).ToArray();
        return order.Contains(-1) ? null : order;
    }

    private BoundNode BindBuiltinCall(CallSyntax node, Builtin builtin)
    {
        var arguments = node.Arguments.Select(a => Bind(a.Value)).ToArray();
        var candidates = new List<(Signature Signature, BoundNode?[] Arguments)>();
        foreach (var signature in builtin.Signatures)
        {
            if (Arrange(node, signature, arguments) is { } arranged) candidates.Add((signature, arranged));
        }

        var fitting = candidates.Where(c => Fits(c.Signature, c.Arguments)).ToList();
        if (fitting.Count == 0 && strict)
        {
            diagnostics.Add(Faults.WrongArguments(node.Span, builtin.Name, builtin.Signature()));
        }

        if (candidates.Count == 0) return new BoundFault(node.Span, $"{builtin.Name} 的参数不符");
        if (fitting.Count == 0) fitting = candidates;
        if (fitting.Count > 1 && !node.IsNamed)
        {
            return new BoundBuiltinCall(node.Span, TypeRules.Unify(fitting.Select(ResultOf)), builtin, null, arguments);
        }
        var chosen = fitting[0];
        return new BoundBuiltinCall(node.Span, ResultOf(chosen), builtin, chosen.Signature, chosen.Arguments);
    }

    private static FeelType ResultOf((Signature Signature, BoundNode?[] Arguments) call) =>
        call.Signature.ResultOf?.Invoke([.. call.Arguments.Select(a => a?.Type ?? FeelType.Null)]) ?? call.Signature.Result;

    private static BoundNode?[]? Arrange(CallSyntax node, Signature signature, BoundNode[] arguments)
    {
        if (signature.Variadic) return node.IsNamed || arguments.Length == 0 ? null : arguments;
        if (arguments.Length < signature.Required || arguments.Length > signature.Parameters.Count) return null;
        var arranged = new BoundNode?[signature.Parameters.Count];
        for (var i = 0; i < arguments.Length; i++)
        {
            var at = node.Arguments[i].Name is { } name ? signature.Parameters.ToList().FindIndex(p => p.Name == name) : i;
            if (at < 0 || arranged[at] is not null) return null;
            arranged[at] = arguments[i];
        }

        return signature.Parameters.Zip(arranged).All(p => p.First.Optional || p.Second is not null) ? arranged : null;
    }

    private static bool Fits(Signature signature, BoundNode?[] arguments)
    {
        for (var i = 0; i < arguments.Length; i++)
        {
            var wanted = signature.Parameters[signature.Variadic ? 0 : i].Type;
            if (arguments[i] is not { } argument) continue;
            if (argument.Type == FeelType.Null || TypeRules.MayBe(argument.Type, wanted)) continue;
            if (wanted is ListType list && argument.Type is not ListType && TypeRules.MayBe(argument.Type, list.Item)) continue;
            if (argument.Type is ListType single && wanted is not ListType && argument is BoundList { Items.Count: 1 }
                && TypeRules.MayBe(single.Item, wanted)) continue;
            return false;
        }

        return true;
    }

    private BoundLambda BindFunction(FunctionSyntax node)
    {
        var inner = new FrameLayout(frame);
        frame = inner;
        foreach (var parameter in node.Parameters) _ = inner.Declare(parameter.Name, parameter.Type);
        var body = node.Body is null ? null : Bind(node.Body);
        frame = inner.Outer!;
        var result = node.Result is null or { IsAny: true } ? body?.Type ?? FeelType.Any : node.Result;
        var type = FeelType.FunctionOf(node.Parameters.Select(p => p.Type), result);
        return new BoundLambda(node.Span, type, node.Parameters, node.Result ?? FeelType.Any, inner.Size, body);
    }
}
