namespace Huodi.Rules.Functions;

/// <summary>Calls a function value from inside a built-in.</summary>
internal delegate FeelValue CallBack(FeelValue function, params FeelValue[] arguments);

/// <summary>
/// A parameter of a built-in. <paramref name="Nullable"/> parameters receive null; for all others a null argument makes the result null.
/// </summary>
internal sealed record BuiltinParameter(string Name, FeelType Type, bool Optional = false, bool Nullable = false);

/// <summary>
/// One way to call a built-in. The body gets one value a parameter (null where an optional one was not given; all values in one list
/// where <paramref name="Variadic"/>) and gives null where the values are outside its domain.
/// </summary>
internal sealed record Signature(
    IReadOnlyList<BuiltinParameter> Parameters,
    FeelType Result,
    Func<FeelValue[], FeelValue?> Body,
    bool Variadic = false,
    bool TakesHoles = false,
    Func<IReadOnlyList<FeelType>, FeelType>? ResultOf = null)
{
    /// <summary>The body of a function that calls functions; <see cref="Body"/> is not used then.</summary>
    public Func<FeelValue[], CallBack, FeelValue?>? HigherBody { get; init; }

    public int Required { get; } = Parameters.Count(p => !p.Optional);
}

/// <summary>A built-in function of DMN 1.5, 10.3.4, by its name.</summary>
internal sealed record Builtin(string Name, IReadOnlyList<Signature> Signatures)
{
    /// <summary>How the function may be called, for messages.</summary>
    public string Signature() => string.Join(" 或 ", Signatures.Select(s =>
        $"{Name}({string.Join(", ", s.Parameters.Select(Shape))}{(s.Variadic ? ", …" : "")})"));

    public override string ToString() => Name;

    private static string Shape(BuiltinParameter p) => $"{p.Name}: {p.Type}{(p.Optional ? "?" : "")}";
}
