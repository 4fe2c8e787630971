namespace Huodi.Rules;

/// <summary>A parameter of a function: its name and the type that is asked of the argument.</summary>
public sealed record FeelParameter(string Name, FeelType Type);
