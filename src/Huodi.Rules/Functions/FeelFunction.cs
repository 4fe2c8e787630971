namespace Huodi.Rules;

/// <summary>
/// A function of the host, called from FEEL by its name. The body receives one value for each parameter, never a missing one:
/// a missing argument makes the result missing. FEEL's null is passed through. An exception of the kinds
/// <see cref="ArgumentException"/>, <see cref="ArithmeticException"/> or <see cref="InvalidOperationException"/>
/// becomes an error of the answer.
/// </summary>
public sealed record FeelFunction(
    string Name,
    IReadOnlyList<FeelParameter> Parameters,
    FeelType Result,
    Func<IReadOnlyList<FeelValue>, FeelValue> Body);
