namespace Huodi.Rules.Parsing;

/// <summary>What the parser must know of its surroundings.</summary>
internal sealed class ParseOptions
{
    public required bool Strict { get; init; }

    public required NameTable Names { get; init; }

    /// <summary>Names of fields and entries, which may follow a dot or stand in a filter.</summary>
    public required NameTable Fields { get; init; }

    /// <summary>Types that the model defines.</summary>
    public Func<string, FeelType?> NamedType { get; init; } = _ => null;

    /// <summary>How many filters the text to be read stands in: their items' names may be used.</summary>
    public int FilterDepth { get; set; }

    public Limits Limits { get; init; } = Limits.Default;
}
