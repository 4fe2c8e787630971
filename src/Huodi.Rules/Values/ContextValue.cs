namespace Huodi.Rules;

internal sealed class ContextValue : FeelValue
{
    public static readonly ContextValue Empty = new([]);

    private readonly OrderedDictionary<string, FeelValue> entries;
    private readonly bool holes;

    public ContextValue(IEnumerable<KeyValuePair<string, FeelValue>> entries)
    {
        this.entries = new OrderedDictionary<string, FeelValue>(StringComparer.Ordinal);
        var depth = 0;
        foreach (var (name, value) in entries)
        {
            this.entries.Add(name, value);
            holes |= value.IsUndecided || value.HasHoles;
            depth = Math.Max(depth, value.Depth);
        }

        Depth = DepthAbove(depth);
    }

    public override FeelKind Kind => FeelKind.Context;

    public int Count => entries.Count;

    public IEnumerable<KeyValuePair<string, FeelValue>> Entries => entries;

    internal override bool HasHoles => holes;

    internal override int Depth { get; }

    public bool TryGet(string name, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out FeelValue value) =>
        entries.TryGetValue(name, out value);

    public override IReadOnlyDictionary<string, FeelValue> AsContext() => entries;

    public override bool Equals(FeelValue? other) =>
        other is ContextValue c && c.Count == Count && entries.All(e => c.TryGet(e.Key, out var v) && v.Equals(e.Value));

    public override int GetHashCode() =>
        entries.Aggregate(Count, (hash, e) => hash ^ HashCode.Combine(e.Key.GetHashCode(StringComparison.Ordinal), e.Value));

    public override string ToString() => $"{{{string.Join(", ", entries.Select(e => $"{Key(e.Key)}: {e.Value}"))}}}";

    private static string Key(string name) =>
        name.Length > 0 && name.All(c => char.IsLetterOrDigit(c) || c == '_') && !char.IsDigit(name[0]) ? name : StringValue.Quote(name);
}
