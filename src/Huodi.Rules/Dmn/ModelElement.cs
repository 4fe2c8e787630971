namespace Huodi.Rules.Dmn;

internal enum ElementKind
{
    Input,
    Decision,
    Knowledge,
    Service,
}

/// <summary>An element of a model, compiled: what it is called, what its names stand for, and how its value is computed.</summary>
internal sealed class ModelElement(ElementKind kind, string key, string name, FeelType type)
{
    public ElementKind Kind => kind;

    /// <summary><c>namespace#id</c>.</summary>
    public string Key => key;

    public string Name => name;

    public FeelType Type => type;

    /// <summary>The elements it may read, by the name it knows them under; names of imports hold several.</summary>
    public Dictionary<string, List<ModelElement>> References { get; } = new(StringComparer.Ordinal);

    /// <summary>The names in <see cref="References"/> that are imports.</summary>
    public HashSet<string> ImportNames { get; } = new(StringComparer.Ordinal);

    public BoundProgram? Program { get; set; }

    /// <summary>A service's outputs and parameters.</summary>
    public IReadOnlyList<ModelElement> Outputs { get; set; } = [];

    public IReadOnlyList<ModelElement> Parameters { get; set; } = [];
}
