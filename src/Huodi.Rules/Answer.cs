using System.Diagnostics.CodeAnalysis;

namespace Huodi.Rules;

/// <summary>
/// One of three honest answers: a decided value, the facts that are missing and would still decide,
/// or (strict mode only) an error at run time.
/// </summary>
public readonly record struct Answer
{
    private readonly FeelValue? value;
    private readonly IReadOnlyList<string>? missing;

    private Answer(FeelValue? value, IReadOnlyList<string>? missing, string? error)
    {
        this.value = value;
        this.missing = missing;
        Error = error;
    }

    /// <summary>Whether there is a value. FEEL's null is a value.</summary>
    public bool IsDecided => value is not null;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">The answer is not decided.</exception>
    public FeelValue Value => value ?? throw new InvalidOperationException("The answer is not decided: " + ToString());

    /// <summary>The facts that are missing and would still decide: distinct, in order of first need. Empty when decided.</summary>
    public IReadOnlyList<string> Missing => missing ?? [];

    /// <summary>What went wrong at run time (in Chinese), or null.</summary>
    public string? Error { get; }

    public static Answer Of(FeelValue value) => Evaluation.Undecided.Collapse(value) switch
    {
        MissingValue m => new(null, m.Names, null),
        ErrorValue e => new(null, null, e.Message),
        var decided => new(decided, null, null),
    };

    /// <summary>An answer that waits for <paramref name="names"/>.</summary>
    public static Answer NeedsFacts(params IReadOnlyList<string> names) => names.Count > 0
        ? new(null, [.. names.Distinct(StringComparer.Ordinal)], null)
        : throw new ArgumentException("A missing answer names at least one fact.", nameof(names));

    /// <summary>An answer that failed at run time.</summary>
    public static Answer Failed(string error) => new(null, null, error);

    /// <summary>The value when there is one.</summary>
    public bool TryGetValue([NotNullWhen(true)] out FeelValue? result)
    {
        result = value;
        return result is not null;
    }

    public bool Equals(Answer other) =>
        Equals(value, other.value) && Error == other.Error && Missing.SequenceEqual(other.Missing, StringComparer.Ordinal);

    public override int GetHashCode() => HashCode.Combine(value, Error, Missing.Count);

    public override string ToString() =>
        value is not null ? value.ToString() : Error is not null ? $"错误：{Error}" : $"待补充：{string.Join('、', Missing)}";

    internal FeelValue ToValue() =>
        value ?? (Error is not null ? new ErrorValue(Error) : missing is not null ? new MissingValue(missing) : FeelValue.Null);
}
