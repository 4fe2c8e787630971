using System.Diagnostics.CodeAnalysis;

namespace Huodi.Rules;

/// <summary>
/// One of three honest answers: a decided value, the facts that are missing and would still decide,
/// or (strict mode only) an error at run time.
/// </summary>
public readonly record struct Answer
{
    /// <summary>The value, or what stands for the missing names or the error; null in an answer nobody gave.</summary>
    private readonly FeelValue? content;

    private Answer(FeelValue content) => this.content = content;

    /// <summary>Whether there is a value. FEEL's null is a value.</summary>
    public bool IsDecided => content is { IsUndecided: false };

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">The answer is not decided.</exception>
    public FeelValue Value => TryGetValue(out var value) ? value : throw new InvalidOperationException("The answer is not decided: " + ToString());

    /// <summary>The facts that are missing and would still decide: distinct, in order of first need. Empty when decided.</summary>
    public IReadOnlyList<string> Missing => (content as MissingValue)?.Names ?? [];

    /// <summary>What went wrong at run time (in Chinese), or null.</summary>
    public string? Error => (content as ErrorValue)?.Message;

    public static Answer Of(FeelValue value) => new(Evaluation.Undecided.Collapse(value));

    /// <summary>An answer that waits for <paramref name="names"/>.</summary>
    public static Answer NeedsFacts(params IReadOnlyList<string> names) => names.Count > 0
        ? new(new MissingValue([.. names.Distinct(StringComparer.Ordinal)]))
        : throw new ArgumentException("A missing answer names at least one fact.", nameof(names));

    /// <summary>An answer that failed at run time.</summary>
    public static Answer Failed(string error) => new(new ErrorValue(error));

    /// <summary>The value when there is one.</summary>
    public bool TryGetValue([NotNullWhen(true)] out FeelValue? result)
    {
        result = content is { IsUndecided: false } ? content : null;
        return result is not null;
    }

    public bool Equals(Answer other) => Equals(content, other.content);

    public override int GetHashCode() => content?.GetHashCode() ?? 0;

    public override string ToString() => content switch
    {
        ErrorValue error => $"错误：{error.Message}",
        MissingValue or null => $"待补充：{string.Join('、', Missing)}",
        _ => content.ToString(),
    };

    internal FeelValue ToValue() => content ?? FeelValue.Null;
}
