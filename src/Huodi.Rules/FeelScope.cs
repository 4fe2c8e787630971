using Huodi.Rules.Parsing;

namespace Huodi.Rules;

/// <summary>
/// The names an expression may use. Names may contain Chinese, （）, spaces, digits, <c>-</c>, <c>%</c> and other signs;
/// the text is matched against the longest one. Filled once, then read by any number of compilations.
/// </summary>
public sealed class FeelScope
{
    private readonly OrderedDictionary<string, FeelType> names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FeelType> types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<FeelFunction>> functions = new(StringComparer.Ordinal);
    private Tuple<NameTable, NameTable>? strictTables;
    private Tuple<NameTable, NameTable>? looseTables;

    /// <summary>The declared names and their types, in order of declaration.</summary>
    public IReadOnlyDictionary<string, FeelType> Names => names;

    /// <summary>The host functions.</summary>
    public IEnumerable<FeelFunction> Functions => functions.Values.SelectMany(f => f);

    /// <summary>Declares a fact, a parameter or a decision; returns this scope.</summary>
    /// <exception cref="ArgumentException">The name is empty or already declared with another type.</exception>
    public FeelScope Declare(string name, FeelType type)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (names.TryGetValue(name, out var declared) && !declared.Equals(type))
        {
            throw new ArgumentException($"“{name}” is already declared as {declared}.", nameof(name));
        }

        names[name] = type;
        Forget();
        return this;
    }

    /// <summary>Declares a host function; functions of one name must differ in the number of parameters. Returns this scope.</summary>
    /// <exception cref="ArgumentException">The name with that number of parameters is already declared.</exception>
    public FeelScope DeclareFunction(FeelFunction function)
    {
        if (!functions.TryGetValue(function.Name, out var overloads)) functions[function.Name] = overloads = [];
        if (overloads.Exists(f => f.Parameters.Count == function.Parameters.Count))
        {
            throw new ArgumentException($"“{function.Name}” with {function.Parameters.Count} parameters is already declared.",
                nameof(function));
        }

        overloads.Add(function);
        Forget();
        return this;
    }

    /// <summary>Declares a type under a name, for <c>instance of</c> and parameters; returns this scope.</summary>
    public FeelScope DeclareType(string name, FeelType type)
    {
        types[name] = type;
        return this;
    }

    /// <summary>A copy with one more name, which may hide one of this scope.</summary>
    internal FeelScope With(string name, FeelType type)
    {
        var copy = new FeelScope();
        foreach (var (own, ownType) in names) copy.names[own] = ownType;
        foreach (var (own, ownType) in types) copy.types[own] = ownType;
        foreach (var (own, overloads) in functions) copy.functions[own] = overloads;
        copy.names[name] = type;
        return copy;
    }

    /// <summary>What the parser must know of the scope, made once after the last declaration and shared by all texts.</summary>
    internal (NameTable Names, NameTable Fields) Tables(bool strict)
    {
        ref var kept = ref strict ? ref strictTables : ref looseTables;
        var tables = kept ?? Scopes.Tables(this, strict).ToTuple();
        kept = tables;
        return (tables.Item1, tables.Item2);
    }

    internal FeelType? FindType(string name) => types.GetValueOrDefault(name);

    internal IReadOnlyList<FeelFunction> FunctionsNamed(string name) => functions.TryGetValue(name, out var found) ? found : [];

    private void Forget() => (strictTables, looseTables) = (null, null);
}
