using Huodi.Rules.Evaluation;

namespace Huodi.Rules.Dmn;

/// <summary>One evaluation of a model: each element's value is computed once, when it is first asked for.</summary>
internal sealed class ModelRun(IReadOnlyDictionary<string, FeelValue> given, Func<string, FeelValue?> inputs, Budget budget, bool strict)
{
    private readonly Dictionary<string, FeelValue> values = new(StringComparer.Ordinal);
    private readonly HashSet<string> open = new(StringComparer.Ordinal);

    public Budget Budget => budget;

    public FeelValue ValueOf(ModelElement element)
    {
        if (values.TryGetValue(element.Key, out var known)) return known;
        if (given.TryGetValue(element.Key, out var value)) return values[element.Key] = value;
        if (!open.Add(element.Key)) return Fault($"“{element.Name}”依赖自己");
        budget.EnterCall();
        var result = Compute(element);
        budget.LeaveCall();
        _ = open.Remove(element.Key);
        return values[element.Key] = result;
    }

    /// <summary>A service called with values for its parameters.</summary>
    public FeelValue Call(ModelElement service, IReadOnlyList<FeelValue> arguments)
    {
        var bound = new Dictionary<string, FeelValue>(StringComparer.Ordinal);
        for (var i = 0; i < service.Parameters.Count; i++)
        {
            var parameter = service.Parameters[i];
            bound[parameter.Key] = Coercion.To(parameter.Type, arguments[i]) ?? Fault($"参数“{parameter.Name}”应为 {parameter.Type}");
        }

        var inner = new ModelRun(bound, _ => null, budget, strict);
        var result = service.Outputs.Count == 1
            ? inner.ValueOf(service.Outputs[0])
            : new ContextValue(service.Outputs.DistinctBy(o => o.Name).Select(o => KeyValuePair.Create(o.Name, inner.ValueOf(o))));
        return Coercion.To(service.Type is FunctionType f ? f.Result : service.Type, result)
            ?? Fault($"“{service.Name}”的结果应为 {service.Type}");
    }

    private FeelValue Compute(ModelElement element)
    {
        switch (element.Kind)
        {
            case ElementKind.Input:
                if (inputs(element.Name) is not { } input) return strict ? new MissingValue([element.Name]) : FeelValue.Null;
                return Coercion.To(element.Type, input) ?? Fault($"输入“{element.Name}”应为 {element.Type}，这里是 {input}");
            case ElementKind.Service:
                return new ServiceValue(element, this);
            default:
                if (element.Program is not { } program) return FeelValue.Null;
                var value = program.Evaluate(new Session(program.Names, new ElementFacts(this, element), budget, null));
                if (element.Kind == ElementKind.Knowledge) return value;
                return Coercion.To(element.Type, value) ?? Fault($"“{element.Name}”应为 {element.Type}，这里是 {value}");
        }
    }

    private FeelValue Fault(string message) => strict ? new ErrorValue(message) : FeelValue.Null;

    /// <summary>What an element sees: the values of what it requires.</summary>
    private sealed class ElementFacts(ModelRun run, ModelElement element) : IFacts
    {
        public Answer Get(string name)
        {
            if (!element.References.TryGetValue(name, out var required)) return Answer.Of(FeelValue.Null);
            return Answer.Of(element.ImportNames.Contains(name)
                ? new ContextValue(required.DistinctBy(e => e.Name).Select(e => KeyValuePair.Create(e.Name, run.ValueOf(e))))
                : run.ValueOf(required[0]));
        }
    }

    private sealed class ServiceValue(ModelElement service, ModelRun run) : CallableValue
    {
        private readonly FeelParameter[] parameters = [.. service.Parameters.Select(p => new FeelParameter(p.Name, p.Type))];

        public override FunctionType Type { get; } = new([.. service.Parameters.Select(p => p.Type)], ResultOf(service));

        private static FeelType ResultOf(ModelElement service) =>
            !service.Type.IsAny || service.Outputs is not [var output] ? service.Type
            : output.Type.IsAny && output.Program is { } program ? program.Root.Type
            : output.Type;

        public override FeelValue Call(FeelValue[] arguments, IReadOnlyList<string>? names, Session session, bool strict)
        {
            if (Arrange(arguments, names, parameters) is not { } arranged) return FeelValue.Null;
            for (var i = 0; i < arranged.Length; i++)
            {
                if (Coercion.To(parameters[i].Type, arranged[i]) is null) return FeelValue.Null;
            }

            return run.Call(service, arranged);
        }
    }
}
