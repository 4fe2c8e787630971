using Huodi.Rules.Dmn;
using Huodi.Rules.Evaluation;

namespace Huodi.Rules;

/// <summary>A decision model, ready to run; may be shared by threads.</summary>
public sealed class CompiledModel
{
    private static readonly Dictionary<string, FeelValue> NothingGiven = [];

    private readonly IReadOnlyDictionary<string, ModelElement> elements;
    private readonly bool strict;
    private readonly Limits limits;

    internal CompiledModel(DmnModel source, IReadOnlyDictionary<string, ModelElement> elements, bool strict, Limits limits) =>
        (Source, this.elements, this.strict, this.limits) = (source, elements, strict, limits);

    /// <summary>The model as it was read.</summary>
    public DmnModel Source { get; }

    /// <summary>Evaluates a decision of this model. An input that is not given is null, or (strict mode) missing.</summary>
    /// <exception cref="ArgumentException">The model has no such decision.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public Answer Evaluate(string decision, IReadOnlyDictionary<string, FeelValue> inputs, CancellationToken cancellation = default)
    {
        var element = Find(ElementKind.Decision, decision)
            ?? throw new ArgumentException($"The model has no decision “{decision}”.", nameof(decision));
        return Guarded(() =>
            new ModelRun(NothingGiven, inputs.GetValueOrDefault, new Budget(limits, cancellation), strict).ValueOf(element));
    }

    /// <summary>Calls a decision service; gives the value of one of its output decisions, or of all where none is named.</summary>
    /// <exception cref="ArgumentException">The model has no such service.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public Answer EvaluateService(
        string service, string? output, IReadOnlyDictionary<string, FeelValue> inputs, CancellationToken cancellation = default)
    {
        var element = Find(ElementKind.Service, service)
            ?? throw new ArgumentException($"The model has no service “{service}”.", nameof(service));
        return Guarded(() =>
        {
            var run = new ModelRun(NothingGiven, inputs.GetValueOrDefault, new Budget(limits, cancellation), strict);
            var result = run.Call(element, [.. element.Parameters.Select(p => inputs.GetValueOrDefault(p.Name, FeelValue.Null))]);
            return output is not null && element.Outputs.Count > 1 && result is ContextValue all && all.TryGet(output, out var one) ? one
                : result;
        });
    }

    private ModelElement? Find(ElementKind kind, string name) =>
        elements.Values.FirstOrDefault(e =>
            e.Kind == kind && e.Name == name && e.Key.StartsWith(Source.Namespace + "#", StringComparison.Ordinal));

    private static Answer Guarded(Func<FeelValue> run)
    {
        try
        {
            return Answer.Of(run());
        }
        catch (LimitReachedException limit)
        {
            return Answer.Failed(limit.Message);
        }
        catch (OverflowException)
        {
            return Answer.Failed("结果超出 28 位数字的范围");
        }
    }
}
