namespace Huodi.Rules.Dmn;

/// <summary>The types that a model's item definitions stand for, and those of its imports under <c>import.name</c>.</summary>
internal sealed class DmnTypes
{
    private readonly Dictionary<string, DmnItem> items = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FeelType> types = new(StringComparer.Ordinal);
    private readonly HashSet<string> open = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, DmnTypes> imports;

    public DmnTypes(DmnModel model, IReadOnlyDictionary<string, DmnTypes> imports)
    {
        this.imports = imports;
        foreach (var item in model.Items) items[item.Name] = item;
        foreach (var item in model.Items) _ = Find(item.Name);
    }

    /// <summary>All named types, for a scope.</summary>
    public IEnumerable<KeyValuePair<string, FeelType>> All => types.Concat(imports.SelectMany(i =>
        i.Value.types.Select(t => KeyValuePair.Create($"{i.Key}.{t.Key}", t.Value))));

    /// <summary>The type behind a reference; <c>Any</c> where there is none or it is not known.</summary>
    public FeelType Of(string? reference) => reference is null ? FeelType.Any : Find(reference) ?? FeelType.Any;

    private FeelType? Find(string name)
    {
        if (types.TryGetValue(name, out var known)) return known;
        if (items.TryGetValue(name, out var item))
        {
            if (!open.Add(name)) return FeelType.Any;
            var type = Build(item);
            _ = open.Remove(name);
            return types[name] = type;
        }

        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot > 0 && imports.TryGetValue(name[..dot], out var import)) return import.Find(name[(dot + 1)..]);
        return TypeNotation.TryParse(name, _ => null);
    }

    private FeelType Build(DmnItem item)
    {
        var type = item.FunctionParameters is { } parameters ? FeelType.FunctionOf(parameters.Select(p => Of(p.TypeRef)), Of(item.TypeRef))
            : item.Components.Count > 0 ? FeelType.ContextOf(item.Components.Select(c => KeyValuePair.Create(c.Name, Build(c))))
            : Of(item.TypeRef);
        if (item.AllowedValues is { } allowed) type = Constrained(item.Name, type, allowed);
        if (item.IsCollection) type = FeelType.ListOf(type);
        return item.TypeConstraint is { } constraint ? Constrained(item.Name, type, constraint) : type;
    }

    private static ConstrainedType Constrained(string name, FeelType type, string tests)
    {
        var compiled = new Lazy<CompiledExpression?>(
            () => FeelCompiler.CompileUnaryTests(tests, new FeelScope(), type, FeelMode.Conformant).Value);
        return new ConstrainedType(name, type, value =>
            compiled.Value is not { } test || test.Evaluate(new InputFact(value)) is { IsDecided: true } answer
                && answer.Value.Equals(FeelValue.True));
    }

    private sealed class InputFact(FeelValue value) : IFacts
    {
        public Answer Get(string name) => Answer.Of(name == "?" ? value : FeelValue.Null);
    }
}
