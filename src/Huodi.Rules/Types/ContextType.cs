namespace Huodi.Rules;

internal sealed class ContextType : FeelType
{
    private readonly OrderedDictionary<string, FeelType> fields = new(StringComparer.Ordinal);

    public ContextType(IEnumerable<KeyValuePair<string, FeelType>> fields)
    {
        foreach (var (name, type) in fields) this.fields[name] = type;
    }

    public IReadOnlyDictionary<string, FeelType> Fields => fields;

    public override bool ConformsTo(FeelType other) =>
        other.IsAny || (other is ContextType c && c.Fields.All(f => fields.TryGetValue(f.Key, out var own) && own.ConformsTo(f.Value)));

    public override bool Accepts(FeelValue value) =>
        value.IsNull
        || (value is ContextValue c && fields.All(f => c.TryGet(f.Key, out var entry) && f.Value.Accepts(entry)));

    public override bool Equals(FeelType? other) =>
        other is ContextType c && c.Fields.Count == fields.Count
        && fields.All(f => c.Fields.TryGetValue(f.Key, out var own) && own.Equals(f.Value));

    public override int GetHashCode() => fields.Aggregate(3, (hash, f) => hash ^ HashCode.Combine(f.Key, f.Value));

    public override string ToString() => $"context<{string.Join(", ", fields.Select(f => $"{f.Key}: {f.Value}"))}>";
}
