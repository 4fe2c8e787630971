using Huodi.Rules.Functions;
using Huodi.Rules.Syntax;

namespace Huodi.Rules.Binding;

internal sealed partial class Binder
{
    private BoundNode BindName(NameSyntax node)
    {
        inputUsed |= node.Name == "?";
        return Resolve(node.Name, node.Span, true) ?? UnknownName(node);
    }

    /// <summary>
    /// The innermost thing of that name: local, entry of a filter's item, scope name, function; null where there is none.
    /// </summary>
    private BoundNode? Resolve(string name, TextSpan span, bool functions)
    {
        var depth = 0;
        for (var layout = frame; layout is not null; layout = layout.Outer, depth++)
        {
            if (ResolveLocal(layout, layout.Names.Count - 1, depth, name, span, functions) is { } local) return local;
        }

        return ResolveGlobal(name, span, functions);
    }

    private BoundNode? ResolveLocal(FrameLayout layout, int last, int depth, string name, TextSpan span, bool functions)
    {
        for (var i = last; i >= 0; i--)
        {
            var (declared, index, type, isItem) = layout.Names[i];
            var item = new BoundLocal(span, type, depth, index, declared);
            if (declared == name && !(isItem && MayHaveEntry(type, name)))
            {
                if (name == "partial") partialUsed = true;
                return item;
            }

            if (!isItem) continue;
            if (TypeRules.Base(type) is ContextType { Fields.Count: > 0 } context)
            {
                if (context.Fields.TryGetValue(name, out var field)) return new BoundPath(span, field, item, name);
            }
            else if (type.IsAny || type is ContextType)
            {
                var outside = declared == name ? item : ResolveLocal(layout, i - 1, depth, name, span, functions)
                    ?? ResolveOuter(layout, depth, name, span, functions);
                return outside is BoundConstant { Value: FunctionValue } && functions
                    ? outside
                    : new BoundItemField(span, FeelType.Any, item, name, outside ?? new BoundFault(span, $"没有“{name}”"));
            }
        }

        return null;
    }

    private static bool MayHaveEntry(FeelType type, string name) =>
        type.IsAny || (TypeRules.Base(type) is ContextType c && (c.Fields.Count == 0 || c.Fields.ContainsKey(name)));

    private BoundNode? ResolveOuter(FrameLayout layout, int depth, string name, TextSpan span, bool functions)
    {
        for (var outer = layout.Outer; outer is not null; outer = outer.Outer)
        {
            depth++;
            if (ResolveLocal(outer, outer.Names.Count - 1, depth, name, span, functions) is { } local) return local;
        }

        return ResolveGlobal(name, span, functions);
    }

    private BoundNode? ResolveGlobal(string name, TextSpan span, bool functions)
    {
        if (scope.Names.TryGetValue(name, out var type))
        {
            if (!facts.TryGetValue(name, out var fact)) facts[name] = fact = new BoundFact(span, type, facts.Count, name);
            return fact with { Span = span };
        }

        if (!functions) return null;
        if (scope.FunctionsNamed(name) is [var host, ..]) return Constant(span, new Evaluation.HostFunctionValue(host));
        return BuiltinLibrary.Find(name) is { } builtin ? Constant(span, new Evaluation.BuiltinFunctionValue(builtin)) : null;
    }

    private static BoundConstant Constant(TextSpan span, FunctionValue function) => new(span, function.Type, function);

    private BoundFault UnknownName(NameSyntax node)
    {
        var known = frame.Names.Where(n => n.IsItem).SelectMany(n => Properties.NamesOf(n.Type)).Concat(frame.Names.Select(n => n.Name))
            .Concat(scope.Names.Keys).Concat(scope.Functions.Select(f => f.Name));
        diagnostics.Add(Faults.UnknownName(node.Span, node.Name, NearestName.To(node.Name, known), strict));
        // One mistake, one message: of a name that is not known nothing more is said.
        return new BoundFault(node.Span, $"没有名为“{node.Name}”的事实、参数或决策") { Type = strict ? FeelType.Any : FeelType.Null };
    }
}
