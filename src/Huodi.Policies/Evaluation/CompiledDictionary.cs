using Huodi.Policies.Facts;
using Huodi.Policies.Loading;
using Huodi.Rules;

namespace Huodi.Policies.Evaluation;

/// <summary>The fact dictionary with its implications compiled.</summary>
internal sealed class CompiledDictionary
{
    private readonly Dictionary<string, List<CompiledImplication>> _implications = new(StringComparer.Ordinal);

    private CompiledDictionary(FactDictionary source) => Source = source;

    public FactDictionary Source { get; }

    public static CompiledDictionary Compile(FactDictionary source, DiagnosticBag bag)
    {
        var compiled = new CompiledDictionary(source);
        var scope = FactScope(source, bag);
        foreach (var definition in source.All)
        {
            foreach (var implication in definition.Implied)
            {
                var when = implication.When is null ? null : Compile(implication.When, scope, definition, bag);
                if (Compile(implication.Then, scope, definition, bag) is not { } then || (when is null && implication.When is not null)) continue;
                if (!compiled._implications.TryGetValue(definition.Name, out var list)) compiled._implications[definition.Name] = list = [];
                list.Add(new(implication.Known, when, then));
            }
        }

        return compiled;
    }

    /// <summary>A scope with every fact and the day of the question.</summary>
    public static FeelScope FactScope(FactDictionary source, DiagnosticBag? bag = null)
    {
        var scope = new FeelScope().Declare(SubjectFacts.AsOfName, FeelType.Date);
        foreach (var definition in source.All)
        {
            if (FactShape.TryParse(definition.Type) is null)
                bag?.Error(FactDictionaryReader.FileName, definition.Line, "FACT_SHAPE", $"事实“{definition.Name}”的类型“{definition.Type}”读不懂。", "可用 string、number、boolean、date、list<…>、context<…>。");
            else
                scope.Declare(definition.Name, FeelType.Parse(definition.Type)!);
        }

        return scope;
    }

    public IReadOnlyList<CompiledImplication> Implications(string name) => _implications.TryGetValue(name, out var list) ? list : [];

    private static CompiledExpression? Compile(string text, FeelScope scope, FactDefinition definition, DiagnosticBag bag)
    {
        var compiled = FeelCompiler.Compile(text, scope, FeelMode.Strict);
        foreach (var problem in compiled.Diagnostics)
            bag.Error(FactDictionaryReader.FileName, definition.Line, problem.Code, $"“{definition.Name}”的推知“{text}”：{problem.Message}", problem.Suggestion ?? "");
        return compiled.Value;
    }
}

/// <summary>An implication, ready to run.</summary>
internal sealed record CompiledImplication(string Known, CompiledExpression? When, CompiledExpression Then);
