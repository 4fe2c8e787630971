namespace Huodi.Rules.Binding;

/// <summary>
/// Runs the local <paramref name="Local"/> over a list or range, or over the whole numbers or dates from domain to <paramref name="To"/>.
/// </summary>
internal sealed record BoundIterator(int Local, string Name, BoundNode Domain, BoundNode? To);

/// <summary><paramref name="Partial"/> is the local that holds the results so far, or −1 where the body does not ask for them.</summary>
internal sealed record BoundFor(TextSpan Span, FeelType Type, IReadOnlyList<BoundIterator> Iterators, int Partial, BoundNode Body)
    : BoundNode(Span, Type);

internal sealed record BoundQuantified(TextSpan Span, bool Every, IReadOnlyList<BoundIterator> Iterators, BoundNode Condition)
    : BoundNode(Span, FeelType.Boolean);
