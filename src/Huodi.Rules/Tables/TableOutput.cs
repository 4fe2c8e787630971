namespace Huodi.Rules;

/// <summary>An output column.</summary>
public sealed record TableOutput(string Name)
{
    /// <summary>The declared type; inferred from the cells where null.</summary>
    public FeelType? Type { get; init; }

    /// <summary>The allowed values in falling order of priority, as unary tests (PRIORITY and OUTPUT ORDER need them).</summary>
    public string? AllowedValues { get; init; }

    /// <summary>The expression that gives the value when no rule matches.</summary>
    public string? Default { get; init; }
}
