using Huodi.Policies.Answers;
using Huodi.Policies.Packages;
using Huodi.Rules;

namespace Huodi.Policies.Evaluation;

/// <summary>A package, ready to run: its decisions, and what each name in its expressions stands for.</summary>
internal sealed class CompiledPackage(PolicyPackage source)
{
    public PolicyPackage Source { get; } = source;

    public List<CompiledDecision> Decisions { get; } = [];

    /// <summary>Decisions by the name expressions read them under: its own, and those of national law.</summary>
    public Dictionary<string, CompiledDecision> DecisionsByName { get; } = new(StringComparer.Ordinal);

    /// <summary>Parameters by name.</summary>
    public Dictionary<string, CompiledParameter> Parameters { get; } = new(StringComparer.Ordinal);

    /// <summary>Findings by the fact that records them.</summary>
    public Dictionary<string, Determination> Findings { get; } = new(StringComparer.Ordinal);
}

/// <summary>A parameter with its values read.</summary>
internal sealed record CompiledParameter(Parameter Source, FeelType Type, IReadOnlyList<KeyValuePair<DateOnly, FeelValue>> Values)
{
    /// <summary>The value on a day, or what is missing. A supposed answer takes the first value where the day lies before all of them.</summary>
    public Answer On(DateOnly day, bool supposed)
    {
        var known = Values.LastOrDefault(v => v.Key <= day);
        if (known.Value is null && supposed && Values.Count > 0) known = Values[0];
        return known.Value is { } value ? Answer.Of(value) : Answer.NeedsFacts(Source.Name);
    }
}
