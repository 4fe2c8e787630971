using System.Diagnostics.CodeAnalysis;

namespace Huodi.Rules;

/// <summary>What compiling a text gave: the thing itself, or every reason why there is none. Bad text never throws.</summary>
public sealed class Compiled<T>
    where T : class
{
    internal Compiled(T? value, IReadOnlyList<Diagnostic> diagnostics)
    {
        Value = value;
        Diagnostics = [.. diagnostics.OrderBy(d => d.Span.Start)];
    }

    /// <summary>The compiled thing; null exactly when an error was found.</summary>
    public T? Value { get; }

    /// <summary>All errors and warnings, in the order of the text.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    public bool Succeeded => Value is not null;

    /// <summary>The compiled thing, for texts that the caller knows to be right.</summary>
    /// <exception cref="InvalidOperationException">An error was found; its message lists them.</exception>
    public T Require() => Value ?? throw new InvalidOperationException(
        string.Join('\n', Diagnostics.Select(d => $"{d.Code} @{d.Span.Start}: {d.Message}")));
}
