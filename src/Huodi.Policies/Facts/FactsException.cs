namespace Huodi.Policies.Facts;

/// <summary>Facts that cannot be read: an unknown name, or a value that is not of the dictionary's type.</summary>
public sealed class FactsException(string code, string fact, string message, string suggestion) : Exception(message)
{
    /// <summary>Stable code: FACT_UNKNOWN, FACT_TYPE, FACTS_SHAPE.</summary>
    public string Code { get; } = code;

    /// <summary>The name at fault.</summary>
    public string Fact { get; } = fact;

    /// <summary>The remedy.</summary>
    public string Suggestion { get; } = suggestion;
}
