namespace Huodi.Rules;

/// <summary>
/// An input column. <paramref name="Scale"/> multiplies the figures in its cells exactly before they are compared:
/// cells in 万平方米 against a fact in ㎡ have scale 10000.
/// </summary>
public sealed record TableInput(string Expression, string? Label = null, decimal? Scale = null)
{
    /// <summary>Unary tests that an input must pass, or null.</summary>
    public string? AllowedValues { get; init; }

    /// <summary>The declared type of the column; inferred from the expression where null.</summary>
    public FeelType? Type { get; init; }

    /// <summary>Where the expression starts in the source document.</summary>
    public int Start { get; init; }
}
